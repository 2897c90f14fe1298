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
  const signs = make("ul.signs");
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
      const read = picture.said.length ? picture.said : questions;
      chart.describe(said, [...spokes.map((each, at) => told(each, layers, at)), ...read, picture.rule].filter(Boolean));
      art.replaceChildren(drawRadar(picture), signs);
      key.replaceChildren(...layers.map(({ id, name }) => make("li", {}, sample(id), make("span", { text: name }))));
      signs.replaceChildren(...picture.signs.map(signed));
      signs.hidden = !picture.signs.length;
      art.classList.toggle("with-signs", !signs.hidden);
      list.replaceChildren(...read.map((text) => make("li", { text })));
      const plain = read === picture.said || read.length === 1;
      list.classList.toggle("one", plain); // what is said is read from the top, and not counted
      sizes = plain ? SIZES.one : SIZES.many;
      write(place, picture.place);
      write(rule, picture.rule);
      write(different, picture.different ? say("≠ Her er vi mest ulike: {named}", { named: picture.different }) : "");
      write(facts, picture.facts);
      for (const each of [place, rule, different]) each.hidden = !each.textContent;
      talk.classList.toggle("nothing", !read.length);
      lay();
    },
    resize: lay,
  };
}

function signed({ dimension, sign, name }) {
  return make("li", {}, make(`span.sign-of.${dimension}`, { text: sign }), make("span", { text: name }));
}

function told({ name, differs }, layers, at) {
  const figures = layers.map((each) => `${each.name} ${tenths(each.values[at])}`);
  return `${name}: ${figures.join(", ")}${differs ? " ≠" : ""}`;
}
