// All themes at a glance, when their cards need several pages: name, number of cards, summary.

import { make, rem, write } from "../make.js";
import { say } from "../words.js";
import { TRAY } from "./board_lanes.js";

const [HIGH, GAP] = [7.5, 1.125]; // rem: the least height of a tile, and what lies between two
const [AROUND, LINE] = [2.875, 1.92]; // rem: above and below the words of a tile; a line of what is in it

export class Overview {
  constructor() {
    this.element = make("ul.overview");
    this.pages = 0;
    this.tiles = new Map();
  }

  /** Returns how many pages it takes. */
  draw(groups, { clientHeight: room }) {
    const unit = rem(), most = Math.max(1, Math.floor((room + GAP * unit) / ((HIGH + GAP) * unit)));
    const across = Math.min(4, Math.max(2, Math.ceil(Math.sqrt(groups.length))));
    const rows = Math.min(most, Math.ceil(groups.length / across));
    this.each = across * rows;
    this.pages = Math.ceil(groups.length / this.each);
    for (const [name, value] of Object.entries({ across, rows })) this.element.style.setProperty(`--${name}`, value);
    const largest = Math.max(...groups.map(({ cards }) => cards.length), 1);
    const tiles = groups.map((group) => this.tile(group, largest));
    const same = tiles.length === this.element.children.length && tiles.every((tile, at) => this.element.children[at] === tile);
    if (!same) this.element.replaceChildren(...tiles);
    this.fit(tiles, (room / unit - GAP * (rows - 1)) / rows - AROUND, unit);
    return this.pages;
  }

  /** Whole lines only: as many as there is room for below the name. */
  fit(tiles, high, unit) {
    for (const tile of tiles) tile.hidden = false; // what is not shown has no height
    const names = tiles.map((tile) => tile.children[0].offsetHeight / unit);
    tiles.forEach((tile, at) => {
      const lines = Math.floor((high - names[at]) / LINE);
      tile.style.setProperty("--lines", Math.max(1, lines));
      tile.classList.toggle("terse", lines < 1);
    });
  }

  clear() {
    this.element.replaceChildren();
    this.tiles.clear();
    return (this.pages = 0);
  }

  tile({ number, name, summary, cards }, largest) {
    let tile = this.tiles.get(number);
    if (!tile) {
      tile = make(number === TRAY ? "li.tile.tray" : "li.tile", {}, make("h2"), make("span.count"), make("p.summary"), make("i.share"));
      this.tiles.set(number, tile);
    }
    write(tile.children[0], name || say("Uten navn"));
    write(tile.children[1], String(cards.length));
    write(tile.children[2], summary || cards.slice(0, 12).map(({ text }) => text).join(" · "));
    tile.children[3].style.width = `${(100 * cards.length) / largest}%`;
    return tile;
  }

  show(page) {
    this.element.classList.toggle("away", page >= this.pages);
    [...this.element.children].forEach((tile, at) => { tile.hidden = Math.floor(at / this.each) !== page; });
  }
}
