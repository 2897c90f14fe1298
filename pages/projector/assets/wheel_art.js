// The two wheels of a platform, drawn for the wall and for the desk alike: plain SVG, and words that come ready made.

import { svg } from "./make.js";

const [HUB, INNER, OUTER] = [118, 250, 492]; // radii; the whole is 1000 across
const LINE = 13; // letters on one line of a sector
const SIGNS = {
  meeting: () => svg("circle", { r: 11 }),
  matter: () => svg("rect", { x: -10, y: -10, width: 20, height: 20 }),
  deadline: () => svg("path", { d: "M0-13L13 10H-13Z" }),
  follow_up: () => svg("path", { d: "M0-14L14 0L0 14L-14 0Z" }),
};

/** The elements around their centre. How far a sector is filled, and its number, is how the element stands. */
export function drawWheel({ sectors, centre, keyword, most }, chosen = "") {
  const turn = 360 / Math.max(1, sectors.length);
  const parts = sectors.map((each, at) => sector(each, at * turn - turn / 2, turn, most, each.key === chosen));
  const hub = [svg("circle", { r: HUB - 4, class: "hub" }), ...lines([keyword, ...wrap(centre)], 0, 0, 34, "centre")];
  return svg("svg", { viewBox: "-500 -500 1000 1000", class: "wheel-art" }, ...parts, ...hub);
}

function sector(each, from, turn, most, isChosen) {
  const known = each.status !== null;
  const reach = HUB + ((INNER - HUB) * (each.status ?? 0)) / most;
  const group = svg("g", { class: `sector${isChosen ? " chosen" : ""}${known ? "" : " unknown"}`, "data-key": each.key });
  group.append(svg("path", { d: wedge(INNER, OUTER, from, turn), class: "label-field" }));
  group.append(svg("path", { d: wedge(HUB, INNER, from, turn), class: "status-field" }));
  if (known) group.append(svg("path", { d: wedge(HUB, reach, from, turn), class: "status-fill" }));
  for (let step = 1; step < most; step += 1) {
    const radius = HUB + ((INNER - HUB) * step) / most;
    group.append(svg("path", { d: arc(radius, from + 1.4, turn - 2.8), class: "status-step" }));
  }
  const [x, y] = place(from + turn / 2, 373);
  const words = wrap(each.title);
  group.append(...lines([...words, known ? each.figure : "–"], x, y, 37, "name"));
  group.lastChild.classList.add("figure");
  return group;
}

/** The twelve months, with a sign for all that comes in each; what comes is told by its form as well as its colour. */
export function drawYear({ months, marks }) {
  const parts = months.map((name, at) => month(name, at, marks.filter((mark) => mark.month === at + 1)));
  return svg("svg", { viewBox: "-500 -500 1000 1000", class: "wheel-art" }, ...parts);
}

function month(name, at, marks) {
  const from = at * 30 - 15;
  const group = svg("g", { class: "month" });
  group.append(svg("path", { d: wedge(HUB, 390, from, 30), class: "status-field" }), svg("path", { d: wedge(390, OUTER, from, 30), class: "label-field" }));
  group.append(...lines([name.slice(0, 3)], ...place(at * 30, 441), 36, "name"));
  const shown = marks.length > 10 ? marks.slice(0, 9) : marks;
  for (let [ring, room, first] = [355, 4, 0]; first < shown.length; [ring, first, room] = [ring - 48, first + room, room - 1]) {
    const row = shown.slice(first, first + room);
    row.forEach(({ kind }, nth) => {
      const [x, y] = place(at * 30 + (nth - (row.length - 1) / 2) * 6.7 * (355 / ring) ** 0.6, ring);
      group.append(svg("g", { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, class: `year-sign ${kind}` }, SIGNS[kind]()));
    });
  }
  if (shown.length < marks.length) group.append(...lines([`+${marks.length - shown.length}`], ...place(at * 30, 190), 30, "more"));
  return group;
}

/** The sign of one kind, small, for a list or a legend. */
export function sign(kind) {
  return svg("svg", { viewBox: "-16 -16 32 32", class: "sign-art", "aria-hidden": "true" }, svg("g", { class: `year-sign ${kind}` }, SIGNS[kind]()));
}

function lines(texts, x, y, height, kind) {
  const top = y - ((texts.length - 1) * height) / 2;
  return texts.map((text, at) => {
    const element = svg("text", { x: x.toFixed(1), y: (top + at * height).toFixed(1), class: at || kind !== "centre" ? kind : `${kind} keyword` });
    element.textContent = text;
    return element;
  });
}

function wrap(text) {
  const found = [];
  for (const word of text.split(/\s+/).flatMap(halves)) {
    const last = found.at(-1);
    if (last && !last.endsWith("-") && `${last} ${word}`.length <= LINE) found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found;
}

/** «Ledergruppeutvikling» has no room on one line; it is parted where its first word ends. */
function halves(word) {
  const [, first, rest] = (word.length > LINE + 2 && /^(.*?gruppe)\B(.*)$/i.exec(word)) || [];
  return first ? [`${first}-`, rest] : [word];
}

function place(degrees, radius) {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

const point = (degrees, radius) => place(degrees, radius).map((each) => each.toFixed(1)).join(" ");

function arc(radius, from, turn) {
  return `M${point(from, radius)}A${radius} ${radius} 0 ${turn > 180 ? 1 : 0} 1 ${point(from + turn, radius)}`;
}

function wedge(inner, outer, from, turn) {
  const [far, near] = [180 / (Math.PI * outer), 180 / (Math.PI * inner)].map((degree) => degree * 3); // a gap of 6 all the way
  const [a, b] = [from + far, from + turn - far];
  const [c, d] = [from + turn - near, from + near];
  return `M${point(a, outer)}A${outer} ${outer} 0 0 1 ${point(b, outer)}L${point(c, inner)}A${inner} ${inner} 0 0 0 ${point(d, inner)}Z`;
}
