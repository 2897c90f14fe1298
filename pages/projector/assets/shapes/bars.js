// Votes, points and ranks: one bar each, with the figure written out.

import { Chart, Rows } from "../chart.js";
import { make, write } from "../make.js";
import { Pager } from "../pager.js";
import { say } from "../words.js";

const WAYS = [
  { lanes: 1, size: 4.5, gap: 3 },
  { lanes: 1, size: 3, gap: 2 },
  { lanes: 1, size: 2.25, gap: 1.5 },
  { lanes: 1, size: 1.875, gap: 1.25 },
  { lanes: 1, size: 1.5, gap: 1 },
  { lanes: 2, size: 2.25, gap: 1.5 },
  { lanes: 2, size: 1.5, gap: 1 },
];

export function bars() {
  const chart = new Chart("bars");
  const rows = new Rows(WAYS);
  const pager = new Pager((page) => rows.show(page));
  const legend = make("p.legend", {}, make("i.whisker-sign"), make("span", { text: say("Streken går fra det laveste til det høyeste noen ga.") }));
  chart.body.append(rows.element, legend);
  chart.element.append(pager.element);
  const known = new Map();
  let shown = [];

  return {
    element: chart.element,
    pager,
    draw({ activity }) {
      const { bars: all, numbered } = activity.picture;
      legend.hidden = !all.some(ranged);
      shown = all.map((bar, at) => {
        const row = known.get(bar.key) ?? known.set(bar.key, build()).get(bar.key);
        row.draw(bar, numbered ? `${at + 1}.` : "");
        return row.element;
      });
      chart.describe(activity.said, all.map((bar) => (bar.said ? `${bar.label}: ${bar.said}` : bar.label)));
      this.resize();
    },
    resize() {
      rows.lay(shown);
      pager.set(rows.pages);
    },
  };
}

const ranged = (bar) => bar.low !== null && bar.high !== null && bar.high !== undefined;
const part = (share) => `${Math.min(1, Math.max(0, share)) * 100}%`;

function build() {
  const [place, label, said] = [make("span.place"), make("span.label"), make("span.said")];
  const [full, whisker] = [make("div.full"), make("div.whisker")];
  return {
    element: make("div.bar", {}, make("div.line", {}, place, label, said), make("div.track", {}, full, whisker)),
    draw(bar, number) {
      write(place, number);
      write(label, bar.label);
      write(said, bar.said);
      full.style.width = part(bar.share);
      full.classList.toggle("nothing", bar.share <= 0);
      whisker.hidden = !ranged(bar);
      if (whisker.hidden) return;
      whisker.style.left = part(bar.low);
      whisker.style.width = part(bar.high - bar.low);
    },
  };
}
