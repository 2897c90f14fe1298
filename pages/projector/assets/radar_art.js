// A group's radar as plain SVG: the same scale on every spoke, and a gap in the line where something is missing.

import { svg } from "./make.js";

const HOLE = 0.08; // of the radius: the lowest step is a ring one can see, and not a point
const FEW = 4; // spokes with room for a name and its figures
const MARKS = {
  now: () => svg("circle", { r: 11 }),
  wanted: () => svg("path", { d: "M0-17L17 0L0 17L-17 0Z" }),
  earlier: () => svg("path", { d: "M-11-11L11 11M-11 11L11-11" }),
};

export function drawRadar({ low, high, spokes, layers }) {
  const few = spokes.length <= FEW;
  const radius = few ? 372 : 366;
  const reach = (value) => radius * (HOLE + ((1 - HOLE) * (value - low)) / (high - low));
  const parts = [...grid(low, high, spokes, reach), ...[...layers].reverse().map((each) => line(each, spokes, reach))];
  const labels = spokes.map((each, at) => (few ? named(each, layers, at, radius) : signed(each, radius)));
  const wide = few ? 1330 : 1440;
  return svg("svg", { viewBox: `${-wide / 2} -500 ${wide} 1000`, class: "radar-art" }, ...parts, ...labels);
}

/** How a layer is drawn, for the legend. */
export function sample(id) {
  const shown = svg("g", { class: `layer ${id}` }, svg("path", { class: "line", d: "M-60 0H60" }), mark(id, 0, 0));
  return svg("svg", { viewBox: "-64 -22 128 44", class: "radar-sample", "aria-hidden": "true" }, shown);
}

/** Always with one decimal, so that two figures under each other are alike. */
export function tenths(value) {
  return value === null ? "–" : value.toLocaleString(document.documentElement.lang || "nb", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

function grid(low, high, spokes, reach) {
  const rings = [];
  for (let step = low; step <= high; step += 1) rings.push(svg("circle", { class: step === high ? "ring outer" : "ring", r: reach(step) }));
  const rays = spokes.map(({ angle, key }) => {
    const [[x1, y1], [x2, y2]] = [place(angle, reach(low)), place(angle, reach(high))];
    return svg("line", { class: "ray", x1, y1, x2, y2, "data-key": key });
  });
  const between = spokes[0].angle + 180 / spokes.length; // the scale stands where no spoke is
  const steps = [low, (low + high) / 2, high].map((step) => {
    const [x, y] = place(between, reach(step));
    return text("step-said", x, y, String(Math.round(step)));
  });
  return [...rings, ...rays, ...steps];
}

/** Only neighbours that are both known hang together. */
function line({ id, values }, spokes, reach) {
  const points = spokes.map(({ angle }, at) => (values[at] === null ? null : place(angle, reach(values[at]))));
  const group = svg("g", { class: `layer ${id}` });
  if (points.every(Boolean)) group.append(svg("path", { class: "area", d: `M${points.map((each) => each.join(" ")).join("L")}Z` }));
  points.forEach((point, at) => {
    const next = points[(at + 1) % points.length];
    if (point && next) group.append(svg("path", { class: "line", d: `M${point.join(" ")}L${next.join(" ")}` }));
  });
  group.append(...points.filter(Boolean).map(([x, y]) => mark(id, x, y)));
  return group;
}

function mark(id, x, y) {
  return svg("g", { class: "mark-of", transform: `translate(${x} ${y})` }, MARKS[id]());
}

function named({ sign, label, dimension, angle }, layers, at, radius) {
  const figures = layers.filter(({ id }) => id !== "earlier").map(({ values }) => tenths(values[at]));
  const [x, y] = place(angle, radius + (angle % 180 ? 28 : 62));
  const lines = [spoken("spoke-name", sign, label, dimension), text("spoke-figures", 0, 0, figures.join(" → "))];
  return block(lines, x, y, angle, 48);
}

function signed({ sign, label, dimension, angle, differs }, radius) {
  const [x, y] = place(angle, radius + (angle % 180 ? 26 : 44));
  return block([spoken("spoke-short", sign, differs ? `${label} ≠` : label, dimension)], x, y, angle, 0);
}

function spoken(name, sign, label, dimension) {
  const element = text(name, 0, 0, "");
  const [drawn, said] = [svg("tspan", { class: `sign-of ${dimension}` }), svg("tspan", {})];
  drawn.textContent = `${sign} `;
  said.textContent = label;
  element.append(drawn, said);
  return element;
}

function block(lines, x, y, angle, height) {
  const side = angle % 180 === 0 ? "middle" : angle < 180 ? "start" : "end";
  lines.forEach((each, at) => {
    each.setAttribute("x", x.toFixed(1));
    each.setAttribute("y", (y + (at - (lines.length - 1) / 2) * height).toFixed(1));
    each.setAttribute("text-anchor", side);
  });
  return svg("g", {}, ...lines);
}

function text(name, x, y, said) {
  const element = svg("text", { class: name, x, y });
  element.textContent = said;
  return element;
}

function place(degrees, radius) {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return [Number((radius * Math.cos(angle)).toFixed(1)), Number((radius * Math.sin(angle)).toFixed(1))];
}
