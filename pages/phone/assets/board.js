// A theme board on the phone: one card at a time, and the themes to choose from. Loaded only while a board is open.
"use strict";

const made = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text });
const THUMB = 500; // ms in which a tap was meant for the card that was just taken away

/** The cards that the page offers, as a list to choose from or as buttons: id -> words. */
function offered(main) {
  const rows = [...main.querySelectorAll("#field-card option, #field-card input")];
  return new Map(rows.filter(({ value }) => value).map((row) => [row.value, row.tagName === "OPTION" ? row.textContent : row.parentElement.textContent.trim()]));
}

/** A number that is the same for the same words: what makes phones begin at different cards. */
function mixed(words) {
  const sum = [...words].reduce((so, letter) => Math.imul(so ^ letter.codePointAt(0), 16777619), 2166136261);
  const half = Math.imul(sum ^ (sum >>> 15), 2246822507);
  return Math.imul(half ^ (half >>> 13), 3266489909) >>> 0;
}

export function board(kit, told) {
  const { main, shelf, button, fill, say } = kit, { activity } = main.dataset;
  const words = main.querySelector("#board-words").dataset;
  const seed = shelf.get("seed") ?? String(Math.random());
  shelf.put("seed", seed);
  let cards = offered(main), themes = [], where = {}, revision = -1;
  let [now, changed, asking] = [null, 0, false];
  const mine = new Map(kit.waiting().filter((each) => each.card && each.activity === activity).map((each) => [each.card, theme(each.entries)]));
  const skipped = new Set();
  const [left, slip, homes, tail, whole] = [made("p", "left"), made("p", "slip"), made("div", "homes"), made("div", "tail"), made("details", "whole")];
  const all = made("div", "all");
  homes.setAttribute("role", "group");
  homes.ariaLabel = words.where;
  slip.setAttribute("aria-live", "polite");
  whole.append(made("summary", "", words.whole), all);
  whole.addEventListener("toggle", drawWhole);
  tail.append(button("tail-deed", words.aside, "", () => place("p")), button("tail-deed", words.skip, "", skip));
  const form = main.querySelector("form"), stage = made("section", "sorting");
  stage.lang = document.documentElement.lang;
  slip.lang = main.querySelector("[lang]")?.lang ?? "";
  stage.append(left, slip, homes, tail);
  (form ?? main.querySelector("#status")).before(stage);
  main.append(whole);
  for (const gone of main.querySelectorAll("#field-card, #field-theme, .send")) gone.hidden = true;

  const lies = (card) => mine.get(card) ?? where[card] ?? null;
  const loose = () => [...cards.keys()].filter((card) => card in where && lies(card) === null);

  function theme(entries) { return entries.find(([name]) => name === "theme")[1]; }

  function choose() {
    const free = loose(), fresh = free.filter((card) => !skipped.has(card));
    if (!fresh.length) skipped.clear();
    const order = (card) => mixed(seed + card);
    return (fresh.length ? fresh : free).sort((a, b) => order(a) - order(b))[0] ?? null;
  }

  function draw() {
    const free = loose(), count = Object.keys(where).length;
    left.textContent = free.length === 1 ? words.one : free.length ? fill(words.left, { left: free.length, all: count }) : "";
    slip.textContent = now ? cards.get(now) : revision < 0 ? "" : themes.length && count ? words.done : words.soon;
    slip.classList.toggle("idle", !now);
    homes.hidden = tail.hidden = !now || !themes.length;
    if (homes.dataset.said !== JSON.stringify(themes)) {
      homes.dataset.said = JSON.stringify(themes);
      homes.replaceChildren(...themes.map(({ id, name }) => Object.assign(button("home", name, "", () => place(id)), { lang: slip.lang })));
    }
    drawWhole();
  }

  function drawWhole() {
    if (!whole.open) return;
    const heaps = [...themes, { id: "p", name: words.parked }, { id: null, name: words.unplaced }];
    all.replaceChildren(...heaps.flatMap(({ id, name }) => {
      const here = [...cards].filter(([card]) => card in where && lies(card) === id);
      if (!here.length && (id === null || id === "p")) return [];
      const list = made("ul", "heap");
      list.append(...here.map(([card, text]) => { const row = made("li", ""); row.append(button("again", text, fill(words.change, { what: text }), () => again(card))); return row; }));
      return [made("h2", "", `${name} · ${here.length}`), list];
    }));
  }

  function again(card) {
    now = card;
    say(words.again);
    draw();
    scrollTo(0, 0);
    homes.querySelector("button")?.focus();
  }

  function place(id) {
    if (!now || Date.now() - changed < THUMB) return;
    const others = form ? kit.written(form).filter(([name]) => name !== "card" && name !== "theme") : [];
    mine.set(now, id);
    kit.post([...others, ["card", now], ["theme", id]], now);
    now = choose();
    draw();
  }

  function skip() {
    if (!now) return;
    skipped.add(now);
    now = choose();
    draw();
  }

  /** Cards or themes that this page was drawn without. */
  async function renew() {
    if (asking) return;
    asking = true;
    try {
      const fresh = new DOMParser().parseFromString(await (await fetch(kit.home, { cache: "no-store" })).text(), "text/html").querySelector("main");
      if (!form && fresh?.querySelector("form")) return kit.turn(fresh);
      if (fresh?.dataset.activity === activity) cards = new Map([...cards, ...offered(fresh)]);
    } catch { /* the next news asks again */ } finally { asking = false; }
    return follow();
  }

  function follow() {
    if (!now || lies(now) === null) now ??= choose();
    draw();
  }

  const script = {
    shared(news) {
      if (news.activity !== activity || news.revision < revision) return;
      const before = now && lies(now);
      ({ themes, where, revision } = news);
      for (const [card, id] of mine) if (where[card] === id && !kit.waiting().some((each) => each.card === card)) mine.delete(card);
      if (now && !(now in where && lies(now) === before)) {
        [now, changed] = [null, Date.now()];
        say(words.taken);
      }
      if ((!form && themes.length) || Object.keys(where).some((card) => !cards.has(card))) renew();
      follow();
    },
    settled({ card }, { problem }) {
      if (problem) {
        mine.delete(card);
        say(problem);
        follow();
      } else say(kit.waiting().length ? kit.words.sending : words.sent);
    },
  };
  draw();
  if (told) script.shared(told);
  return script;
}
