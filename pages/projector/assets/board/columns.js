// The board as columns: what is not placed, the themes, what is set aside. Only what changed is touched.

import { make, write } from "../make.js";
import { say } from "../words.js";

export const TRAY = "tray";
export const ASIDE = "aside";

const columnOf = (card) => (card.state === "parked" ? ASIDE : String(card.theme ?? TRAY));

export class Columns {
  /** @param acts {rename(theme, name), summarise(theme, text), menu(theme, button)} */
  constructor(row, acts) {
    Object.assign(this, { row, acts, columns: new Map(), cards: new Map(), came: new Map(), round: 0 });
  }

  draw(picture, { filter, selected, carried }) {
    const focused = document.activeElement?.closest?.(".card");
    const themes = picture.themes.map(({ number }) => String(number));
    const shown = picture.cards.filter(({ state }) => state !== "split");
    const wanted = [TRAY, ...themes, ...(shown.some(({ state }) => state === "parked") ? [ASIDE] : [])];
    this.keep(wanted, picture);
    const lists = new Map([...this.columns.keys()].map((key) => [key, []]));
    this.round += 1;
    for (const card of shown) {
      const key = columnOf(card), before = this.came.get(card.number);
      if (before?.key !== key) this.came.set(card.number, { key, round: before ? this.round : 0 });
      (lists.get(key) ?? lists.get(TRAY)).push(card);
    }
    for (const [key, cards] of lists) this.fill(key, cards, filter, selected, carried);
    const stand = new Set(shown.map(({ number }) => number));
    for (const [number, { item }] of this.cards) if (!stand.has(number)) item.remove(), this.cards.delete(number), this.came.delete(number);
    if (focused?.isConnected && document.activeElement !== focused) focused.focus({ preventScroll: true });
  }

  keep(wanted, picture) {
    for (const [key, { element }] of this.columns) {
      if (wanted.includes(key) || element.querySelector("textarea:focus")) continue; // somebody is writing there: it goes when they are done
      element.remove();
      this.columns.delete(key);
    }
    wanted.forEach((key, at) => {
      const column = this.columns.get(key) ?? this.build(key);
      if (this.row.children[at] !== column.element) this.row.insertBefore(column.element, this.row.children[at] ?? null);
      const theme = picture.themes.find(({ number }) => String(number) === key);
      if (theme) this.title(column, theme);
    });
  }

  build(key) {
    const [count, list] = [make("span.count"), make("ul.cards")];
    const heading = make("h2", { text: key === TRAY ? say("Ikke plassert") : key === ASIDE ? say("Satt til side") : "" });
    const element = make("section.column", { "data-column": key }, make("header"), list);
    element.classList.toggle("quiet", key === TRAY || key === ASIDE);
    const column = { key, element, heading, count, list };
    const head = element.firstChild;
    if (key === TRAY || key === ASIDE) head.append(heading, count);
    else this.writable(head, column);
    this.columns.set(key, column);
    return column;
  }

  writable(head, column) {
    const theme = Number(column.key);
    column.heading.classList.add("unseen");
    column.name = make("textarea.name", { rows: 1, maxlength: 200, "aria-label": say("Navn på temaet"), spellcheck: "true" });
    column.summary = make("textarea.summary", { rows: 2, maxlength: 2000, placeholder: say("Skriv oppsummeringen av temaet"), hidden: true });
    column.more = make("button.icon", { type: "button", text: "⋯" });
    column.open = make("button.quiet-button", { type: "button", text: say("+ Oppsummering") });
    column.more.addEventListener("click", () => this.acts.menu(theme, column.more));
    column.open.addEventListener("click", () => { column.summary.hidden = false; column.open.hidden = true; column.summary.focus(); });
    editable(column.name, true, (text) => this.acts.rename(theme, text), () => this.acts.still());
    editable(column.summary, false, (text) => this.acts.summarise(theme, text), () => {
      if (!column.summary.value) [column.summary.hidden, column.open.hidden] = [true, false];
      this.acts.still();
    });
    head.append(column.heading, column.name, column.count, column.more, column.summary, column.open);
  }

  /** What somebody is writing here stays until they are done. */
  title(column, { name, summary }) {
    write(column.heading, name || say("Uten navn"));
    const label = say("Valg for temaet {name}", { name: name || say("Uten navn") });
    if (column.more.ariaLabel !== label) column.more.ariaLabel = label;
    column.summary.ariaLabel = say("Oppsummering av {name}", { name: name || say("Uten navn") });
    if (document.activeElement !== column.name && column.name.value !== name) column.name.value = name, tall(column.name);
    column.name.dataset.said = name;
    column.summary.dataset.said = summary;
    if (document.activeElement === column.summary) return;
    if (column.summary.value !== summary) column.summary.value = summary;
    column.summary.hidden = !summary;
    if (summary) tall(column.summary);
    column.open.hidden = Boolean(summary);
  }

  fill(key, cards, filter, selected, carried) {
    const { list, count, element } = this.columns.get(key);
    const order = (card) => this.came.get(card.number).round;
    const sorted = [...cards].sort((a, b) => order(b) - order(a) || a.number - b.number);
    let found = 0;
    const items = sorted.map((card) => {
      const { item, button } = this.card(card);
      item.hidden = Boolean(filter) && !`${card.text}`.toLocaleLowerCase().includes(filter);
      if (!item.hidden) found += 1;
      press(button, "aria-pressed", String(selected.has(card.number)));
      button.classList.toggle("carried", carried === card.number);
      return item;
    });
    items.forEach((item, at) => { if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null); });
    while (list.children.length > items.length) list.lastChild.remove();
    write(count, filter ? say("{found} av {all}", { found, all: cards.length }) : String(cards.length));
    element.classList.toggle("bare", cards.length === 0);
    this.rove(list);
  }

  card(card) {
    let known = this.cards.get(card.number);
    if (!known) {
      const button = make("button.card", { type: "button", "data-card": card.number, "aria-describedby": "help", tabindex: -1 }, make("span.text"), make("span.times"), make("span.why"));
      known = { item: make("li", {}, button), button };
      this.cards.set(card.number, known);
    }
    const [text, times, why] = known.button.children;
    write(text, card.text);
    write(times, card.count > 1 ? `×${card.count}` : "");
    write(why, card.why.join(" · "));
    return known;
  }

  /** One stop for the tab key in each column; the arrows do the rest. */
  rove(list) {
    const seen = [...list.querySelectorAll("li:not([hidden]) > .card")];
    if (seen.some((button) => button.tabIndex === 0 && button === document.activeElement)) return;
    const stop = seen.find((button) => button.tabIndex === 0) ?? seen[0];
    for (const button of list.querySelectorAll(".card")) if (button.tabIndex !== (button === stop ? 0 : -1)) button.tabIndex = button === stop ? 0 : -1;
  }

  button(number) { return this.cards.get(number)?.button; }
}

function press(element, name, value) { if (element.getAttribute(name) !== value) element.setAttribute(name, value); }

/** As tall as what stands in it, where the browser does not see to that itself. */
function tall(field) {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.height = "";
  if (field.scrollHeight > field.clientHeight) field.style.height = `${field.scrollHeight + 2}px`; // and its border
}

/** Sent when one leaves it, or with Enter where a line is all there is; Escape puts back what was there. */
function editable(field, line, send, left) {
  let began = "";
  field.addEventListener("input", () => tall(field));
  field.addEventListener("focus", () => { began = field.value; });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") field.value = began;
    if (event.key === "Escape" || (event.key === "Enter" && (line || event.ctrlKey))) event.preventDefault(), field.blur();
    event.stopPropagation();
  });
  field.addEventListener("blur", () => {
    const text = field.value.trim();
    if (text !== began.trim() && text !== field.dataset.said) send(text); // untouched: what others wrote meanwhile holds
    left();
  });
}
