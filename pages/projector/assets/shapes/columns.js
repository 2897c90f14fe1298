// The same question asked of several rows: a column each, at most four beside each other.

import { make } from "../make.js";
import { Pager } from "../pager.js";
import { merge, Wall } from "../wall.js";

const ABREAST = [4, 2, 1]; // fewer when somebody wrote more than a narrow column has room for

export function columns() {
  const host = make("div.sheets");
  const pager = new Pager(show);
  let sheets = [];
  let last = null;

  /** Pages run through one sheet before the next begins. */
  function show(page) {
    let left = page;
    for (const { element, wall } of sheets) {
      const here = left >= 0 && left < wall.pages;
      element.classList.toggle("away", !here);
      if (here) wall.show(left);
      left -= wall.pages;
    }
  }

  function arrange(all, abreast) {
    const count = Math.ceil(all.length / abreast);
    const each = Math.ceil(all.length / count);
    sheets = Array.from({ length: count }, (_, at) => sheet(at * each, all.slice(at * each, (at + 1) * each)));
    host.replaceChildren(...sheets.map(({ element }) => element));
  }

  function fill(all) {
    for (const { draw } of sheets) draw(all);
    return sheets.every(({ wall }) => !wall.overfull);
  }

  return {
    element: make("div.fill", {}, host, pager.element),
    pager,
    draw({ activity }) {
      const all = activity.picture.columns;
      if (!last || !fill(all)) {
        ABREAST.some((abreast) => {
          arrange(all, abreast);
          return fill(all);
        });
      }
      last = { activity };
      pager.set(sheets.reduce((sum, { wall }) => sum + wall.pages, 0));
    },
    resize() {
      if (!last) return;
      const again = last;
      last = null;
      this.draw(again);
    },
  };
}

function sheet(first, columns) {
  const wall = new Wall({ columns: columns.length, density: "normal" });
  const counts = columns.map(() => make("span.count"));
  const heads = columns.map(({ label }, at) => make("h2.column", {}, make("span", { text: label }), counts[at]));
  const element = make("div.sheet.fill", {}, make("div.heads", {}, ...heads), wall.element);
  return {
    wall,
    element,
    draw(all) {
      const mine = all.slice(first, first + columns.length);
      mine.forEach(({ cards }, at) => { counts[at].textContent = cards.length; });
      wall.draw(mine.flatMap(({ cards }, column) => merge(cards).map((item) => ({ ...item, column }))));
    },
  };
}
