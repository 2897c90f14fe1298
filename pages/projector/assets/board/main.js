// Tavla: the facilitator sorts cards into themes by mouse, finger and keyboard, while others may be doing the same.

import { write } from "../make.js";
import { say } from "../words.js";
import { cardSheet, moveSheet } from "./card_sheet.js";
import { ASIDE, Columns, TRAY } from "./columns.js";
import { draggable } from "./drag.js";
import { go, listenToKeys } from "./keys.js";
import { Server } from "./server.js";
import { State } from "./state.js";
import { askSheet, proposeSheet, themeSheet } from "./theme_sheet.js";

const at = (id) => document.getElementById(id);
const row = at("row");
const state = new State();
const selected = new Set();
const view = { filter: "", selected, carried: null };
let [frozen, due, aimed] = [false, false, null];

const server = new Server(document.body.dataset.here, state, {
  changed: draw,
  busy: (sentence) => notice(sentence, "busy"),
  done(deed, { undoable }) {
    if (deed.deed === "undo") tell(say("Angret."));
    else if (deed.deed !== "place" && deed.deed !== "park") tell(undoable);
  },
  wrong(sentence, deed) {
    const lost = deed?.text ?? deed?.name;
    notice(lost ? `${sentence} ${say("Du skrev: «{text}»", { text: lost })}` : sentence, "wrong");
  },
  line: (there) => { at("line").hidden = there; },
});

const columns = new Columns(row, {
  rename: (theme, name) => server.do({ deed: "rename", theme, name }),
  summarise: (theme, text) => server.do({ deed: "summarise", theme, text }),
  menu: (theme) => themeSheet(context, theme),
  still: draw,
});

/** One redraw per frame at most, and none while a hand holds a card. */
function draw() {
  if (due) return;
  due = true;
  requestAnimationFrame(() => {
    due = false;
    if (frozen) return;
    const { picture } = state, open = new Set(picture.cards.filter(({ state: how }) => how !== "split").map(({ number }) => number));
    for (const number of selected) if (!open.has(number)) selected.delete(number);
    if (view.carried && !open.has(view.carried)) cancel();
    columns.draw(picture, view);
    frame(picture);
  });
}

function frame({ cards, themes, undoable }) {
  at("undo").disabled = !undoable;
  at("propose").classList.toggle("plain", !cards.some(({ state: how, theme }) => how === "open" && theme === null)); // nothing waits
  write(at("undo-what"), undoable || "");
  at("chosen").hidden = !selected.size;
  write(at("chosen-count"), say("{count} valgt", { count: selected.size }));
  at("first").hidden = themes.length > 0 || !cards.length;
  at("nothing").hidden = cards.length > 0 || state.said.revision < 0;
  aim(aimed);
}

// ---- what is said: aloud and on the screen

function tell(sentence) { write(at("live"), sentence); }

let fading = 0;
function notice(sentence, kind) {
  clearTimeout(fading);
  const box = at("notice");
  if (!sentence && box.dataset.kind !== kind) return; // a good answer does not wipe out a refusal
  box.dataset.kind = kind;
  write(at("notice-text"), sentence);
  box.hidden = !sentence;
  if (kind === "wrong" && sentence) fading = setTimeout(() => { box.hidden = true; }, 15_000);
}
at("notice-shut").addEventListener("click", () => { at("notice").hidden = true; });

// ---- deeds

const nameOf = (column) => (column === TRAY ? say("Ikke plassert") : column === ASIDE ? say("Satt til side") : state.theme(Number(column))?.name || say("Uten navn"));
const columnOf = ({ state: how, theme }) => (how === "parked" ? ASIDE : String(theme ?? TRAY));

function put(cards, column) {
  const moving = cards.filter((number) => state.card(number) && columnOf(state.card(number)) !== column);
  for (const card of moving) {
    if (column === ASIDE) server.do({ deed: "park", card, parked: true });
    else server.do({ deed: "place", card, theme: column === TRAY ? null : Number(column) });
  }
  if (moving.length) tell(say("Flyttet til {theme}.", { theme: nameOf(column) }));
  selected.clear();
  draw();
}

const acts = {
  place: (cards, theme) => put(cards, String(theme ?? TRAY)),
  park: (cards) => put(cards, ASIDE),
  split: (card, texts) => server.do({ deed: "split_card", card, texts }),
  merge: (theme, into) => server.do({ deed: "merge", theme, into }),
  order: (theme, position) => server.do({ deed: "order", theme, position }),
  removeTheme: (theme) => server.do({ deed: "remove_theme", theme }),
  async propose(groups, again) {
    const slow = setTimeout(() => notice(say("Ser etter temaer …"), "busy"), 500);
    await server.do({ deed: "propose", groups, again });
    clearTimeout(slow);
    notice("", "busy");
  },
  splitTheme(theme, cards, name) {
    selected.clear();
    server.do({ deed: "split_theme", theme, cards, name });
  },
  toggle(card) {
    if (!selected.delete(card)) selected.add(card);
    tell(selected.has(card) ? say("Valgt. {count} i alt.", { count: selected.size }) : say("Ikke valgt lenger."));
    draw();
  },
};
const context = { state, server, acts, selected };

/** The chosen cards may lie in several themes: a new one is made, and then they go there. */
async function newFromChosen(name) {
  const cards = [...selected], before = new Set(state.picture.themes.map(({ number }) => number));
  const homes = new Set(cards.map((number) => state.card(number)?.theme));
  if (homes.size === 1 && [...homes][0]) return acts.splitTheme([...homes][0], cards, name);
  if (!(await server.do({ deed: "add_theme", name }))) return undefined;
  const fresh = state.picture.themes.find(({ number, name: its }) => !before.has(number) && its === name);
  if (fresh) put(cards, String(fresh.number));
  return undefined;
}

const undo = () => { if (!at("undo").disabled) server.do({ deed: "undo" }); };

// ---- a card in the hand, by keyboard

function aim(column) {
  aimed = column;
  for (const each of row.querySelectorAll(".column.aimed")) each.classList.remove("aimed");
  const target = column && row.querySelector(`[data-column="${CSS.escape(column)}"]`);
  if (!target) return;
  target.classList.add("aimed");
  target.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function cancel() {
  view.carried = null;
  aim(null);
}

const hand = {
  get carried() { return view.carried; },
  get aimed() { return aimed; },
  pick(card) {
    view.carried = card;
    aim(columnOf(state.card(card)));
    tell(say("Plukket opp. Pil venstre og høyre velger tema, Enter legger ned, Escape lar det ligge."));
    draw();
  },
  aim(column) { aim(column); tell(nameOf(column)); },
  put() {
    const [card, column] = [view.carried, aimed];
    cancel();
    put(selected.has(card) ? [...selected] : [card], column);
    requestAnimationFrame(() => requestAnimationFrame(() => go(columns.button(card))));
  },
  cancel() { cancel(); tell(say("Lagt tilbake.")); draw(); },
  move: (card) => (selected.size > 1 && selected.has(card) ? moveSheet(context, [...selected]) : cardSheet(context, card)),
  toggle: acts.toggle,
  clear() { selected.clear(); draw(); },
  undo,
};

draggable(row, {
  begin(card) { frozen = true; return selected.has(card) ? selected.size : 1; },
  end() { frozen = false; draw(); },
  drop: (card, column) => put(selected.has(card) ? [...selected] : [card], column),
  tap(card, event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || selected.size) acts.toggle(card);
    else cardSheet(context, card);
  },
});
listenToKeys(row, at("search"), hand);

// ---- the buttons

const propose = () => (state.picture.themes.length ? proposeSheet(context) : acts.propose(null, false));
const ask = (title, most, done) => askSheet(title, title, most, done);
at("propose").addEventListener("click", propose);
at("first-propose").addEventListener("click", propose);
at("undo").addEventListener("click", undo);
at("new-theme").addEventListener("click", () => ask(say("Navn på det nye temaet"), 200, (name) => server.do({ deed: "add_theme", name })));
at("new-card").addEventListener("click", () => ask(say("Hva skal stå på kortet?"), 1000, (text) => server.do({ deed: "add_card", text })));
at("chosen-move").addEventListener("click", () => moveSheet(context, [...selected]));
at("chosen-new").addEventListener("click", () => ask(say("Navn på det nye temaet"), 200, newFromChosen));
at("chosen-none").addEventListener("click", () => { selected.clear(); draw(); });
at("why").addEventListener("change", ({ target }) => document.body.classList.toggle("explained", target.checked));
at("search").addEventListener("input", ({ target }) => {
  view.filter = target.value.trim().toLocaleLowerCase();
  draw();
  requestAnimationFrame(() => { if (view.filter) row.querySelector("li:not([hidden])")?.closest(".column").scrollIntoView({ inline: "start", block: "nearest" }); });
});
at("search").addEventListener("keydown", ({ key, target }) => { if (key === "Escape") target.value = "", view.filter = "", draw(); });

addEventListener("beforeunload", (event) => { if (state.pending.some(({ revision }) => revision === null)) event.preventDefault(); });
server.ask();
server.follow();
