// Effect and effort: every option where the room placed it, how far the placings lie apart, and a list of what is what.

import { Chart, Rows } from "../chart.js";
import { make, rem, svg, write } from "../make.js";
import { Pager } from "../pager.js";

const WAYS = [4, 3, 2, 1].map((size) => ({ lanes: 1, size, gap: size > 2 ? 1.25 : 0.75 })); // size: lines of text for each
const BADGE = 2.75; // rem across
const COLOURS = 6;
const MANY = 7; // more options than this are drawn more quietly
const TERSE = 10; // and more than this are listed by name only

export function map() {
  const chart = new Chart("map");
  const plane = svg("svg", { class: "plane", "aria-hidden": "true", preserveAspectRatio: "none" });
  const badges = make("div.badges");
  const corners = [0, 1, 2, 3].map((at) => make(`p.corner.corner${at}`));
  const field = make("div.field", {}, ...corners, plane, badges);
  const [up, across] = [make("p.axis.up", {}, make("span"), make("strong"), make("span")), make("p.axis.across", {}, make("span"), make("strong"), make("span"))];
  const rows = new Rows(WAYS);
  const pager = new Pager((page) => rows.show(page));
  chart.body.append(make("div.square", {}, up, field, across), make("div.key", {}, rows.element, pager.element));
  const known = new Map();
  let [shown, last] = [[], null];

  function paint() {
    const { clientWidth: wide, clientHeight: high } = field;
    if (!wide || !last) return;
    plane.setAttribute("viewBox", `0 0 ${wide} ${high}`);
    const size = last.high - last.low + 1; // half a step of air on every side
    const at = (effort, effect) => [((effort - last.low + 0.5) / size) * wide, high - ((effect - last.low + 0.5) / size) * high];
    const spots = last.spots.map((spot, number) => ({ ...spot, number: number + 1 }));
    const placed = spots.filter((spot) => spot.effort !== null);
    plane.replaceChildren(
      svg("line", { x1: wide / 2, x2: wide / 2, y1: 0, y2: high, class: "cross" }),
      svg("line", { x1: 0, x2: wide, y1: high / 2, y2: high / 2, class: "cross" }),
      ...placed.map((spot) => spreadOf(spot, at, wide / size, high / size)),
      ...placed.flatMap((spot) => dotsOf(spot, at, wide / size, high / size)),
    );
    const middles = apart(placed.map((spot) => at(spot.effort, spot.effect)), BADGE * rem() * 1.08, wide, high);
    const strings = placed.map((spot, index) => stringOf(at(spot.effort, spot.effect), middles[index]));
    plane.append(...strings.filter(Boolean));
    badges.replaceChildren(...placed.map((spot, index) => badgeOf(spot, middles[index])));
  }

  function lay() {
    rows.lay(shown);
    pager.set(rows.pages);
    paint();
  }

  return {
    element: chart.element,
    pager,
    draw({ activity }) {
      last = activity.picture;
      corners.forEach((corner, at) => write(corner, last.quadrants[at]));
      [[up, last.up, [2, 0, 1]], [across, last.across, [1, 0, 2]]].forEach(([axis, words, order]) => order.forEach((word, at) => write(axis.children[at], words[word])));
      chart.body.classList.toggle("many", last.spots.length > MANY);
      chart.body.classList.toggle("terse", last.spots.length > TERSE);
      shown = last.spots.map((spot, at) => {
        const row = known.get(spot.key) ?? known.set(spot.key, build()).get(spot.key);
        row.draw(spot, at + 1);
        return row.element;
      });
      chart.describe(activity.said, last.spots.map((spot) => `${spot.label}: ${spot.said}`));
      lay();
    },
    resize: lay,
  };
}

const colour = (number) => `k${(number - 1) % COLOURS}`;

/** Half of the room placed it inside this, along and across. */
function spreadOf({ number, efforts, effects }, at, step, stepUp) {
  const [[left, bottom], [right, top]] = [at(efforts[0], effects[0]), at(efforts[1], effects[1])];
  const least = 0.14;
  return svg("ellipse", {
    cx: (left + right) / 2, cy: (top + bottom) / 2, class: `reach ${colour(number)}`,
    rx: Math.max((right - left) / 2, step * least) + step * 0.1, ry: Math.max((bottom - top) / 2, stepUp * least) + stepUp * 0.1,
  });
}

/** Each placing beside its fellows, in a sunflower, so that ten that agree are seen as ten. */
function dotsOf({ number, dots }, at, step, stepUp) {
  const heaps = new Map();
  const most = Math.min(step, stepUp) * 0.44;
  return dots.map(([effort, effect]) => {
    const [x, y] = at(effort, effect);
    const heap = heaps.get(`${x} ${y}`) ?? 0;
    heaps.set(`${x} ${y}`, heap + 1);
    const angle = heap * 2.39996 + number * 0.9;
    const away = Math.min(most, Math.sqrt(heap + 0.6 + number * 0.35) * most * 0.19);
    return svg("circle", { cx: x + away * Math.cos(angle), cy: y + away * Math.sin(angle), r: Math.max(2.5, rem() * 0.26), class: `dot ${colour(number)}` });
  });
}

/** The same middles, pushed so far apart that every number can be read, and kept inside. Always the same way. */
function apart(points, least, wide, high) {
  const moved = points.map(([x, y], at) => [x + at * 0.01, y]);
  const inside = (value, most) => Math.max(least / 2, Math.min(most - least / 2, value));
  for (let round = 0; round < 120; round++) {
    let calm = true;
    for (let a = 0; a < moved.length; a++) {
      for (let b = a + 1; b < moved.length; b++) {
        const [dx, dy] = [moved[b][0] - moved[a][0], moved[b][1] - moved[a][1]];
        const far = Math.hypot(dx, dy);
        if (far >= least) continue;
        calm = false;
        const [ux, uy] = far > 0.5 ? [dx / far, dy / far] : [Math.cos(a + b), Math.sin(a + b)];
        const push = (least - far) / 2;
        moved[a] = [inside(moved[a][0] - ux * push, wide), inside(moved[a][1] - uy * push, high)];
        moved[b] = [inside(moved[b][0] + ux * push, wide), inside(moved[b][1] + uy * push, high)];
      }
    }
    if (calm) break;
  }
  return moved.map(([x, y]) => [inside(x, wide), inside(y, high)]);
}

function stringOf([x, y], [bx, by]) {
  return Math.hypot(bx - x, by - y) > rem() ? svg("line", { x1: x, y1: y, x2: bx, y2: by, class: "string" }) : null;
}

function badgeOf({ number }, [x, y]) {
  const badge = make(`span.badge.${colour(number)}`, { text: String(number) });
  badge.style.left = `${x}px`;
  badge.style.top = `${y}px`;
  return badge;
}

function build() {
  const [badge, label, said] = [make("span.badge"), make("p.label"), make("p.said")];
  return {
    element: make("div.item", {}, badge, make("div", {}, label, said)),
    draw(spot, number) {
      write(badge, String(number));
      badge.className = `badge ${colour(number)}`;
      write(label, spot.label);
      write(said, spot.said);
    },
  };
}
