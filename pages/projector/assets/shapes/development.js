// From pulse to pulse: one small chart for each statement, all with the same time and the same measure.

import { Chart, Rows } from "../chart.js";
import { make, svg, write } from "../make.js";
import { Pager } from "../pager.js";

const WAYS = [
  { lanes: 1, size: 30, gap: 1.5 },
  { lanes: 2, size: 20, gap: 1.5 },
  { lanes: 2, size: 17, gap: 1 },
  { lanes: 2, size: 14, gap: 1 },
];
const [WIDE, HIGH] = [900, 330]; // of the drawing, before it is fitted
const EDGE = { left: 40, right: 20, top: 44, bottom: 56 };

export function development() {
  const chart = new Chart("development");
  const rows = new Rows(WAYS);
  const pager = new Pager((page) => rows.show(page));
  const none = make("p.none");
  chart.body.append(rows.element);
  chart.element.append(none, pager.element);
  let shown = [];

  return {
    element: chart.element,
    pager,
    draw({ activity }) {
      const { lines, days, none: said } = activity.picture;
      write(none, lines.length ? "" : said);
      none.hidden = lines.length > 0;
      rows.element.replaceChildren();
      shown = lines.map((line) => make("div.over-time", {}, make("p.label", { text: line.label }), drawing(line, days)));
      chart.describe(activity.said, lines.map((line) => `${line.label} ${line.dots.map(({ when, said }) => `${when}: ${said}`).join(", ")}`));
      this.resize();
    },
    resize() {
      rows.lay(shown);
      pager.set(rows.pages);
    },
  };
}

function drawing({ low, high, dots }, days) {
  const x = (dot) => EDGE.left + 70 + (days ? dot.days / days : 0.5) * (WIDE - EDGE.left - EDGE.right - 140);
  const y = (step) => HIGH - EDGE.bottom - ((step - low) / (high - low)) * (HIGH - EDGE.top - EDGE.bottom);
  const middle = Math.round((low + high) / 2);
  const parts = [low, middle, high].flatMap((step) => [
    svg("line", { class: "grid", x1: EDGE.left, x2: WIDE - EDGE.right, y1: y(step), y2: y(step) }),
    text("tick", EDGE.left - 12, y(step) + 8, step, "end"),
  ]);
  for (const run of runs(dots)) {
    const there = run.map((dot) => `${x(dot)},${y(dot.high)}`);
    const back = [...run].reverse().map((dot) => `${x(dot)},${y(dot.low)}`);
    if (run.length > 1) parts.push(svg("polygon", { class: "band", points: [...there, ...back].join(" ") }));
    else parts.push(svg("line", { class: "band-line", x1: x(run[0]), x2: x(run[0]), y1: y(run[0].low), y2: y(run[0].high) }));
    parts.push(svg("polyline", { class: "mean", points: run.map((dot) => `${x(dot)},${y(dot.mean)}`).join(" ") }));
  }
  for (const dot of dots) {
    parts.push(text("when", x(dot), HIGH - 6, dot.when, "middle"));
    if (dot.mean === null) parts.push(text("few", x(dot), y(middle) - 12, dot.said, "middle"));
    else parts.push(svg("circle", { class: "dot", cx: x(dot), cy: y(dot.mean), r: 9 }), text("said", x(dot), y(dot.mean) - 18, dot.said, "middle"));
  }
  return svg("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "plot-over-time" }, ...parts);
}

/** What hangs together: the line is broken where too few answered. */
function runs(dots) {
  const found = [[]];
  for (const dot of dots) {
    if (dot.mean === null) found.push([]);
    else found.at(-1).push(dot);
  }
  return found.filter((run) => run.length);
}

function text(name, x, y, said, anchor) {
  const element = svg("text", { class: name, x, y, "text-anchor": anchor });
  element.textContent = said;
  return element;
}
