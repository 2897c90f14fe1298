// A wall of cards. New cards find a free place; the old ones are never moved, except when the window changes size.

import { Lanes } from "./lanes.js";
import { make, rem } from "./make.js";

const DENSITIES = {
  roomy: { lane: 32, gap: 2 },
  normal: { lane: 25, gap: 1.5 },
  dense: { lane: 20, gap: 1.125 },
};
const expectedTo = (cards) => (cards <= 8 ? "roomy" : cards <= 30 ? "normal" : "dense");

/** Cards with the same words, whatever their capitals, become one that says how many. */
export function merge(cards) {
  const groups = new Map();
  for (const { key, text, label } of cards) {
    const words = text.trim().replace(/\s+/g, " ").toLocaleLowerCase();
    const group = groups.get(words) ?? groups.set(words, { keys: [], text, labels: new Set() }).get(words);
    group.keys.push(key);
    if (label) group.labels.add(label);
  }
  return [...groups.values()];
}

export class Wall {
  /** @param options {expected: how many cards may come, columns: how many kinds of card lie side by side} */
  constructor({ expected = 0, columns = 1, density = expectedTo(expected) } = {}) {
    this.columns = columns;
    this.density = density;
    this.element = make("div.wall", { "data-density": density });
    this.cards = new Map(); // key -> {element, slot, item, keys}
    this.last = [];
  }

  /** Somebody wrote more than there is room for. */
  get overfull() { return [...this.cards.values()].some(({ slot }) => slot.height > this.lanes.height); }

  get pages() { return Math.max(1, this.lanes?.pages.length ?? 1); }

  /** The window changed size: everyone gets a new place, in the order they came. */
  resize() {
    this.lanes = null;
    this.element.replaceChildren();
    this.cards.clear();
    this.draw(this.last);
  }

  /** @param items [{keys, text, labels, column?, build?}] in the order they came */
  draw(items) {
    this.last = items;
    this.measure();
    const gone = new Set(this.cards.values());
    const fresh = [];
    for (const item of items) {
      const card = item.keys.map((key) => this.cards.get(key)).find((found) => gone.has(found) && found.item.text === item.text);
      if (card) gone.delete(card), this.renew(card, item);
      else fresh.push(item);
    }
    for (const card of gone) this.remove(card);
    this.add(fresh);
  }

  measure() {
    if (this.lanes) return;
    const unit = rem();
    const { lane, gap } = DENSITIES[this.density];
    this.gap = gap * unit;
    const wide = this.element.clientWidth + this.gap;
    const fitting = Math.max(1, Math.floor(wide / ((lane + gap) * unit) + 0.05));
    this.each = Math.max(1, Math.floor(fitting / this.columns)); // lanes per column
    const lanes = this.each * this.columns;
    this.width = wide / lanes;
    this.lanes = new Lanes(lanes, this.element.clientHeight, this.gap);
    this.lists = [];
  }

  renew(card, item) {
    for (const key of item.keys) this.cards.set(key, card);
    for (const key of card.keys) if (!item.keys.includes(key)) this.cards.delete(key);
    Object.assign(card, { item, keys: item.keys });
    adorn(card.element, item);
  }

  remove(card) {
    card.element.remove();
    for (const key of card.keys) if (this.cards.get(key) === card) this.cards.delete(key);
    this.lanes.release(card.slot);
  }

  add(items) {
    const elements = items.map((item) => (item.build ? item.build() : face(item)));
    const bench = make("ul.bench", {}, ...elements);
    this.element.append(bench);
    elements.forEach((element) => { element.style.width = `${this.width - this.gap}px`; });
    const heights = elements.map((element) => element.offsetHeight); // one layout for all
    if (items.length && items.every((item) => item.build)) this.even(elements, heights);
    items.forEach((item, at) => {
      const element = elements[at];
      const tall = (span) => {
        if (span === 1) return heights[at];
        element.style.width = `${this.width * span - this.gap}px`;
        element.style.minHeight = "";
        return element.offsetHeight;
      };
      const from = (item.column ?? 0) * this.each;
      const slot = this.lanes.place(tall, from, item.column === undefined ? this.lanes.lanes : from + this.each);
      element.style.left = `${slot.lane * this.width}px`;
      element.style.top = `${slot.y}px`;
      this.list(slot.page).append(element);
      const card = { element, slot, item, keys: item.keys };
      for (const key of item.keys) this.cards.set(key, card);
    });
    bench.remove();
  }

  /** Cards of our own making, such as roles, look best equally tall. */
  even(elements, heights) {
    heights.fill(Math.max(...heights));
    for (const element of elements) element.style.minHeight = `${heights[0]}px`;
  }

  list(page) {
    if (!this.lists[page]) this.element.append((this.lists[page] = make("ul.page", { hidden: page !== (this.shown ?? 0) })));
    return this.lists[page];
  }

  show(page) {
    this.shown = page;
    this.lists?.forEach((list, at) => { list.hidden = at !== page; });
  }
}

function face(item) {
  const size = item.text.length <= 40 ? "short" : item.text.length <= 140 ? "middle" : "long";
  const element = make(`li.card.${size}`, {}, make("p.text", { text: item.text }), make("p.foot"));
  adorn(element, item);
  return element;
}

/** Names and how many: these may change while the card lies where it lies. */
function adorn(element, { keys, labels }) {
  const foot = element.querySelector(".foot");
  if (!foot) return;
  const times = keys.length > 1 ? `×${keys.length}` : "";
  if (foot.dataset.said === times + [...labels].join()) return;
  foot.dataset.said = times + [...labels].join();
  foot.replaceChildren();
  if (times) foot.append(make("strong.times", { text: times }));
  if (labels.size) foot.append(make("span", { text: [...labels].join(", ") }));
}
