// Walls of answers that do not fit become pages that turn by themselves; an arrow key takes over.

import { make, write } from "./make.js";
import { say } from "./words.js";

const TURN = 8000;
const MOST_DOTS = 12;

export class Pager {
  /** @param show called with the page to show, counted from 0 */
  constructor(show) {
    this.show = show;
    this.page = 0;
    this.count = 1;
    this.held = false;
    this.dots = make("span.dots", { "aria-hidden": "true" });
    this.line = make("span");
    this.element = make("p.pager", {}, this.dots, this.line);
    this.clock = setInterval(() => this.turn(1), TURN);
  }

  /** How many pages there are now. The one being read stays. */
  set(count) {
    this.count = Math.max(1, count);
    this.go(Math.min(this.page, this.count - 1));
  }

  key(name) {
    const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[name];
    if (!step || this.count < 2) return;
    this.held = true;
    this.go((this.page + step + this.count) % this.count);
  }

  turn(step) {
    if (!this.element.isConnected || this.held || this.count < 2) return;
    this.go((this.page + step) % this.count);
  }

  go(page) {
    this.page = page;
    this.element.classList.toggle("one", this.count < 2);
    const dots = this.count < 2 || this.count > MOST_DOTS ? [] : Array.from({ length: this.count }, (_, at) => make(at === page ? "i.on" : "i"));
    this.dots.replaceChildren(...dots);
    const said = this.count < 2 ? "" : say("Side {page} av {pages}", { page: page + 1, pages: this.count });
    write(this.line, this.held && said ? `${said} · ${say("bla med piltastene")}` : said);
    this.show(page);
  }

  stop() { clearInterval(this.clock); }
}
