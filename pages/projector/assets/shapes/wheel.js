// The platform wheel: seven elements around their centre, and beside it what is decided and what remains.

import { Chart } from "../chart.js";
import { make } from "../make.js";
import { drawWheel } from "../wheel_art.js";

export function wheel() {
  const chart = new Chart("platform-wheel");
  const [art, list] = [make("div.art"), make("div.standing")];
  chart.body.append(art, list);

  return {
    element: chart.element,
    draw({ activity }) {
      const { picture, said } = activity;
      chart.describe(said, picture.sectors.map((each) => each.said));
      art.replaceChildren(drawWheel(picture));
      list.replaceChildren(make("p.scale", { text: picture.scale }), ...picture.sectors.map(row));
    },
    resize() {},
  };
}

function row({ title, figure, decided, work }) {
  const facts = [decided, work].filter(Boolean).map((text, at) => make(at || !decided ? "span" : "span.decided", { text }));
  const words = make("span.about", {}, make("span.title", { text: title }), make("span.facts", {}, ...facts));
  return make("div.stand", {}, make("span.figure", { text: figure || "–" }), words);
}
