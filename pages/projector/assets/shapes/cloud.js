// Words, larger the more who wrote them. A word stays where it came; it may only grow where it stands.

import { Chart } from "../chart.js";
import { make, rem, still } from "../make.js";
import { say } from "../words.js";
import { spiral } from "../spiral.js";

const SCALES = [1.5, 1.25, 1.1, 1, 0.85, 0.72, 0.6, 0.5, 0.4, 0.3]; // tried in turn when the room wrote much
const LEAST = 1.5; // rem: 24 px on a screen of 1920x1080
const COLOURS = 6;

export function cloud() {
  const chart = new Chart("cloud");
  const over = make("p.legend");
  chart.element.append(over);
  const placed = new Map(); // key -> {element, box, size, weight}
  let top = 0; // the weight that gets the largest type
  let scale = 1;
  let crowded = false; // not even the smallest type makes room for all
  let last = null;

  const sizeOf = (weight) => {
    const share = top > 1 ? (Math.sqrt(Math.min(weight, top)) - 1) / (Math.sqrt(top) - 1) : 0;
    return Math.max(LEAST, (2 + 5.5 * share) * scale);
  };

  function start(state) {
    const words = state.activity.picture.words;
    // Room to grow while answers arrive: the scale is set by what can be expected, not by the first word.
    top = Math.max(6, state.numbers.joined / 3, ...words.map((word) => word.weight));
    for (scale of SCALES) {
      if (scale > 1 && state.phase === "open") continue; // more will come
      clear();
      if (words.every((word) => add(word))) return void (crowded = false);
    }
    crowded = true;
    for (const word of words) if (!placed.has(word.key)) add(word, LEAST);
  }

  function clear() {
    for (const { element } of placed.values()) element.remove();
    placed.clear();
  }

  function room() { return { wide: chart.body.clientWidth, high: chart.body.clientHeight }; }

  const others = (key) => [...placed].filter(([other]) => other !== key).map(([, word]) => word.box);

  function add(word, size = sizeOf(word.weight)) {
    const element = make(`span.word.c${hash(word.key) % COLOURS}`, { text: word.text });
    element.style.fontSize = `${size}rem`;
    chart.body.append(element);
    const spot = spiral(measure(element), room(), others(word.key));
    if (!spot) return element.remove(), false;
    settle(element, spot);
    placed.set(word.key, { element, box: spot, size, weight: word.weight });
    return true;
  }

  function grow(word, seen) {
    const size = sizeOf(word.weight);
    if (size <= seen.size) return;
    seen.element.style.fontSize = `${size}rem`;
    const [wide, high] = measure(seen.element);
    const box = { x: seen.box.x + (seen.box.wide - wide) / 2, y: seen.box.y + (seen.box.high - high) / 2, wide, high };
    const { wide: w, high: h } = room();
    const fits = box.x >= 0 && box.y >= 0 && box.x + wide <= w && box.y + high <= h && !others(word.key).some((o) => meets(box, o));
    if (!fits) return void (seen.element.style.fontSize = `${seen.size}rem`);
    settle(seen.element, box);
    if (!still()) seen.element.animate([{ scale: seen.size / size }, { scale: 1 }], { duration: 180, easing: "ease-out" });
    Object.assign(seen, { box, size });
  }

  function follow(word) {
    if (!placed.has(word.key)) return add(word) || add(word, LEAST);
    grow(word, placed.get(word.key));
    return true;
  }

  return {
    element: chart.element,
    draw(state) {
      const { picture, said } = state.activity;
      chart.describe(said, picture.words.map(({ text, weight }) => `${text}: ${weight}`));
      const now = new Map(picture.words.map((word) => [word.key, word]));
      for (const [key, { element }] of placed) if (!now.has(key)) element.remove(), placed.delete(key);
      if (!last || !placed.size) start(state);
      else if (picture.words.filter((word) => !follow(word)).length && !crowded) start(state); // no room left: the one time that words move
      const left = picture.words.length - placed.size;
      over.textContent = left > 0 ? say("+ {count} ord til", { count: left }) : "";
      last = state;
    },
    resize() {
      if (!last) return;
      clear();
      this.draw(last);
    },
  };
}

const meets = (a, b) => a.x < b.x + b.wide && b.x < a.x + a.wide && a.y < b.y + b.high && b.y < a.y + a.high;

function measure(element) {
  const air = rem() * 0.5;
  return [element.offsetWidth + air, element.offsetHeight + air / 4];
}

function settle(element, { x, y, wide, high }) {
  element.style.left = `${x + wide / 2}px`;
  element.style.top = `${y + high / 2}px`;
}

/** The same word has the same colour on every screen. */
function hash(text) {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + letter.codePointAt(0)) >>> 0;
  return sum;
}
