// The group's radar, and beside it what the lines are, where members differ, and what to talk about.

import { Chart } from "../chart.js";
import { step } from "../fit.js";
import { make, write } from "../make.js";
import { drawRadar, sample, tenths } from "../radar_art.js";
import { say } from "../words.js";

const SIZES = { one: [3.5, 3, 2.75, 2.5, 2.25, 2], many: [2.25, 2, 1.875, 1.75, 1.625, 1.5] };

export function radar() {
  const chart = new Chart("radar");
  const [art, key, talk] = [make("div.art"), make("ul.layers"), make("div.talk")];
  const [place, list, rule] = [make("p.place"), make("ol.talk-about"), make("p.rule")];
  const [different, facts] = [make("p.different"), make("p.facts")];
  talk.append(place, list, rule);
  chart.body.append(art, make("div.beside", {}, key, talk, different, facts));
  let [drawn, sizes] = ["", SIZES.one];

  function lay() {
    step(list, sizes, () => talk.scrollHeight <= talk.clientHeight + 1);
  }

  return {
    element: chart.element,
    draw({ activity }) {
      const { picture, said } = activity;
      if (drawn === JSON.stringify(picture)) return;
      drawn = JSON.stringify(picture);
      const { spokes, layers, questions } = picture;
      chart.describe(said, [...spokes.map((each, at) => told(each, layers, at)), ...questions, picture.rule].filter(Boolean));
      art.replaceChildren(drawRadar(picture));
      key.replaceChildren(...layers.map(({ id, name }) => make("li", {}, sample(id), make("span", { text: name }))));
      list.replaceChildren(...questions.map((text) => make("li", { text })));
      list.classList.toggle("one", questions.length === 1);
      sizes = questions.length === 1 ? SIZES.one : SIZES.many;
      write(place, picture.place);
      write(rule, picture.rule);
      write(different, picture.different ? say("≠ Her er vi mest ulike: {named}", { named: picture.different }) : "");
      write(facts, picture.facts);
      for (const each of [place, rule, different]) each.hidden = !each.textContent;
      talk.classList.toggle("nothing", !questions.length);
      lay();
    },
    resize: lay,
  };
}

function told({ name, differs }, layers, at) {
  const figures = layers.map((each) => `${each.name} ${tenths(each.values[at])}`);
  return `${name}: ${figures.join(", ")}${differs ? " ≠" : ""}`;
}
