// What charts share: one image with a sentence for those who do not see it, its figures as a list, and rows that page.

import { flow } from "./lanes.js";
import { make, rem } from "./make.js";

export class Chart {
  constructor(kind) {
    this.body = make(`div.${kind}`, { role: "img" });
    this.list = make("ul.unseen");
    this.element = make("div.fill.chart", {}, this.body, this.list);
  }

  describe(said, lines) {
    this.body.setAttribute("aria-label", said || lines.join(". "));
    this.list.replaceChildren(...lines.map((line) => make("li", { text: line })));
  }
}

/** Rows under each other, as generous as they can be and still be seen at once. */
export class Rows {
  /** @param ways from generous to dense: {lanes, size, gap}; `size` is put on the box for the style sheet to use */
  constructor(ways) {
    this.ways = ways;
    this.element = make("div.rows");
    this.pages = 1;
    this.page = 0;
  }

  lay(elements) {
    for (const child of [...this.element.children]) if (!elements.includes(child)) child.remove();
    for (const element of elements) if (!element.isConnected) this.element.append(element); // order is seen, not stored
    const { clientHeight: room, clientWidth: wide } = this.element;
    const unit = rem();
    for (const way of this.ways) {
      const between = 4 * unit; // between two lanes
      const width = (wide + between) / way.lanes - between;
      this.element.style.setProperty("--size", way.size);
      this.element.dataset.lanes = way.lanes;
      elements.forEach((element) => { element.style.width = `${width}px`; });
      const heights = elements.map((element) => element.offsetHeight);
      const { places, pages, used } = flow(heights, room, way.lanes, way.gap * unit);
      if (pages > 1 && way !== this.ways.at(-1)) continue;
      this.pages = pages;
      const rows = Math.ceil(elements.length / way.lanes);
      const spare = pages > 1 || rows < 2 ? 0 : Math.min((room - used) / rows, way.gap * unit * 1.5);
      const depths = new Map();
      places.forEach(({ page, lane, y }, at) => {
        const depth = depths.get(`${page}.${lane}`) ?? 0;
        depths.set(`${page}.${lane}`, depth + 1);
        elements[at].style.transform = `translate(${lane * (width + between)}px, ${y + depth * spare}px)`;
        elements[at].dataset.page = page;
      });
      break;
    }
    this.show(this.page);
    requestAnimationFrame(() => this.element.classList.add("laid")); // rows glide to a new place, but not to their first
  }

  show(page) {
    this.page = page;
    for (const element of this.element.children) element.classList.toggle("away", Number(element.dataset.page) !== page);
  }
}
