// One screen at a time of a form that without a script is one long page: where one is, what is still open,
// digits as steps, a shelf that outlives the tab, and a post that says whether anybody knows what became of it.

export const $ = (selector, within = document) => within.querySelector(selector);
export const words = $("#words").dataset;
export const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

export const shelf = {
  get: (name) => { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } },
  put: (name, value) => { try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* full or private */ } },
  drop: (name) => { try { localStorage.removeItem(name); } catch { /* private */ } },
};

export const say = (sentence, late = false) => { $("#status").textContent = sentence; $("#status").classList.toggle("late", late); };

// `AbortSignal.timeout` itself is unknown to phones of 2021: there nothing would ever be sent.
const within = (ms) => {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), ms);
  return stop.signal;
};

export async function post(to, body) { // {} when done, {problem, status} when refused, null when nobody knows
  try {
    const reply = await fetch(to, {
      method: "POST", body: JSON.stringify(body), keepalive: true, signal: within(10000),
      headers: { "Content-Type": "application/json", Accept: "application/json", "Accept-Language": document.documentElement.lang },
    });
    if (reply.ok) return {};
    if (reply.status === 429 || reply.status >= 500) return null;
    return { problem: reply.statusText, ...(await reply.json()), status: reply.status };
  } catch { return null; }
}

export const awhile = (pause) => new Promise((wake) => {
  setTimeout(wake, pause * (0.5 + Math.random()));
  addEventListener("online", wake, { once: true });
});

export const open = (set) => [...set.querySelectorAll(".row")].some((row) => !$(":checked", row));

/** `place`: where the shelf keeps the screen one is on; `first`: the number of the screen to begin on. */
export function page(form, place, first) {
  const screens = [...form.querySelectorAll(".screen")], last = screens.length - 1;
  const asking = screens.filter((screen) => $(".row", screen)), intro = $(".intro:not(.screen)"), next = $("#on").textContent;
  let at = 0;

  function show(number, focus = true) {
    at = Math.max(0, Math.min(last, number));
    screens.forEach((screen, each) => screen.classList.toggle("now", each === at));
    if (intro) intro.hidden = at > 0;
    const nth = asking.indexOf(screens[at]), begins = at === 0 && nth < 0;
    $("#place").textContent = nth < 0 ? "" : fill(words.place, { at: nth + 1, of: asking.length });
    $("#way").value = asking.filter((screen) => screens.indexOf(screen) < at).length;
    $("#back").disabled = at === 0;
    $("#back").hidden = begins;
    $("#on").hidden = at === last;
    $("#on").textContent = begins ? words.begin : next;
    shelf.put(place, screens[at].id);
    if (at === last) sumUp();
    scrollTo(0, 0);
    if (focus) $("h2", screens[at]).focus({ preventScroll: true });
  }

  function go(number) {
    history.pushState(null, "", `#${screens[number].id}`);
    show(number);
  }

  function sumUp() {
    const sets = [...form.querySelectorAll("fieldset")], left = sets.filter(open);
    $("#given").textContent = left.length ? fill(words.given, { given: sets.length - left.length, total: sets.length }) : words.all;
    $("#given").hidden = false;
    $("#open").hidden = !left.length;
    $("#open ul").replaceChildren(...left.map((set) => {
      const line = document.createElement("li"), number = screens.indexOf(set.closest(".screen"));
      const link = Object.assign(document.createElement("a"), { href: `#${screens[number].id}`, textContent: $("legend", set).textContent });
      link.addEventListener("click", (event) => { event.preventDefault(); go(number); });
      line.append(link);
      return line;
    }));
  }

  const numbered = (name) => screens.findIndex((screen) => screen.id === name);
  const whereOneWas = () => [numbered(location.hash.slice(1)), numbered(shelf.get(place)), first(screens), last].find((number) => number >= 0);

  $("#back").addEventListener("click", () => go(at - 1));
  $("#on").addEventListener("click", () => go(at + 1));
  addEventListener("popstate", () => show(whereOneWas()));
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  // A digit on the keyboard is the step, wherever in the row one is.
  form.addEventListener("keydown", (event) => {
    const row = /^[1-9]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey && event.target.closest(".row");
    const input = row && $(`input[value="${event.key}"]`, row);
    if (input) { input.focus(); input.click(); }
  });

  document.documentElement.classList.add("js");
  for (const hidden of ["#bar", "#place", "#way"]) $(hidden).hidden = false;
  show(whereOneWas(), false);
  // So that the way back leads here. Named before the page is whole, the browser would scroll to it, past the heading.
  const named = () => history.replaceState(null, "", `#${screens[at].id}`);
  if (document.readyState === "complete") named();
  else addEventListener("load", () => setTimeout(named), { once: true });
  return { show, go, last };
}
