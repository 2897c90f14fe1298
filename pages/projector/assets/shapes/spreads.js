// A scale: how the answers lie, statement by statement. Where people differ is the point, so every step is drawn.

import { Chart, Rows } from "../chart.js";
import { make, write } from "../make.js";
import { Pager } from "../pager.js";
import { figure, say } from "../words.js";

const WAYS = [26, 20, 16, 12, 9, 7.5, 6.5, 5.75, 5, 4.5, 4, 3.5].map((size) => ({ lanes: 1, size, gap: size > 6 ? 2 : 1 }));
const ROOM_FOR_FIGURES = 7.5; // rem: from here each column carries its number

export function spreads(state) {
  const { low, high, anchors } = state.activity.picture;
  const steps = Array.from({ length: high - low + 1 }, (_, at) => low + at);
  const chart = new Chart("spreads");
  const rows = new Rows(WAYS);
  const pager = new Pager((page) => rows.show(page));
  const only = make("span"); // a single statement stands above its chart, the full width of it
  chart.body.append(head(only, steps, anchors), rows.element);
  chart.element.append(pager.element);
  const known = new Map();
  let shown = [];

  return {
    element: chart.element,
    pager,
    draw({ activity }) {
      const all = activity.picture.rows;
      const most = Math.max(1, ...all.flatMap((row) => row.counts)); // one measure for all, so that heights compare
      shown = all.map((each) => {
        const row = known.get(each.key) ?? known.set(each.key, build(steps)).get(each.key);
        row.draw(each, most);
        return row.element;
      });
      chart.body.classList.toggle("single", all.length === 1);
      write(only, all.length === 1 ? all[0].label : "");
      chart.describe(activity.said, all.map((row) => inWords(row, steps)));
      this.resize();
    },
    resize() {
      rows.lay(shown);
      const size = Number(rows.element.style.getPropertyValue("--size"));
      rows.element.classList.toggle("counted", size >= ROOM_FOR_FIGURES);
      pager.set(rows.pages);
    },
  };
}

function inWords({ label, counts, median, answered }, steps) {
  const lie = counts.map((count, at) => `${steps[at]}: ${count}`).join(", ");
  const middle = median === null ? "–" : figure(median);
  return say("{label}: {answered} svar, midterste svar {median}. Antall per trinn: {counts}.", { label, answered, median: middle, counts: lie });
}

function head(only, steps, anchors) {
  const ends = [steps[0], steps.at(-1)].map((step) => make("span", { text: anchors[step] ?? "" }));
  const axis = make("div.axis", {}, make("div.ends", {}, ...ends), make("div.steps", {}, ...steps.map((step) => make("span", { text: step }))));
  const middle = make("span.middle", {}, make("i.mark"), make("span", { text: say("Midterste svar") }));
  return make("div.spread.head", {}, only, axis, middle, make("span.answered", { text: say("Svar") }));
}

function build(steps) {
  const [label, middle, answered] = [make("span.label"), make("span.middle"), make("span.answered")];
  const columns = steps.map(() => ({ figure: make("span"), bar: make("i") }));
  const mark = make("i.mark");
  const plot = make("div.plot", {}, ...columns.map(({ figure, bar }) => make("div.step", {}, figure, bar)), mark);
  return {
    element: make("div.spread", {}, label, plot, middle, answered),
    draw(row, most) {
      write(label, row.label);
      write(middle, row.median === null ? "–" : figure(row.median));
      write(answered, String(row.answered));
      row.counts.forEach((count, at) => {
        columns[at].bar.style.height = `${(count / most) * 100}%`;
        write(columns[at].figure, count ? String(count) : "");
      });
      mark.hidden = row.median === null;
      if (!mark.hidden) mark.style.left = `${((row.median - steps[0] + 0.5) / steps.length) * 100}%`;
    },
  };
}
