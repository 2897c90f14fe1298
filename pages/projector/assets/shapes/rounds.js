// Work alone, in groups and together: where we are, the clock, who does what, and then what came out of it.

import { make, rem, write } from "../make.js";
import { Pager } from "../pager.js";
import { running, showIn } from "../timer.js";
import { merge, Wall } from "../wall.js";
import { say } from "../words.js";

const MANY = 4; // more steps than this keep only their letters
const LEAST_WALL = 15; // rem

export function rounds() {
  const stepper = make("ol.stepper");
  const [how, clock, length] = [make("p.how"), make("p.clock", { role: "timer", "aria-label": say("Tid igjen") }), make("p.clock.length")];
  const now = make("div.now", {}, how, make("div.time", {}, clock, length));
  const wall = new Wall({ density: "normal" });
  const pager = new Pager((page) => wall.show(page));
  let kind = null;

  return {
    element: make("div.fill.rounds", {}, stepper, now, wall.element, pager.element),
    pager,
    draw({ activity: { picture } }) {
      const round = picture.rounds[picture.now];
      stepper.replaceChildren(...picture.rounds.map((each, at) => stepOf(each, at - picture.now, picture.rounds.length > MANY)));
      stepper.classList.toggle("many", picture.rounds.length > MANY);
      write(how, round.how);
      write(length, round.minutes ? say("{minutes} min", { minutes: round.minutes }) : "");
      showIn(clock);
      length.hidden = running();
      const next = picture.cards.length ? "cards" : "roles";
      now.classList.toggle("small", next === "cards");
      now.hidden = next === "cards" && !running() && !round.how;
      if (picture.roles.length && wall.element.clientHeight < LEAST_WALL * rem()) now.classList.add("small");
      const items = next === "cards" ? merge(picture.cards) : picture.roles.map(roleOf);
      // Another round or other contents leave another room for the wall; only then is it laid afresh.
      const face = `${next}:${picture.now}:${running()}`;
      if (face !== kind) wall.last = items, wall.resize();
      else wall.draw(items);
      kind = face;
      pager.set(wall.pages);
    },
    resize() {
      wall.resize();
      pager.set(wall.pages);
    },
  };
}

function stepOf({ letter, title, minutes }, away, many) {
  const state = away < 0 ? "done" : away === 0 ? "current" : "later";
  const element = make(`li.${state}`, { "aria-current": away === 0 && "step" });
  const time = minutes ? say("{minutes} min", { minutes }) : "";
  element.append(make("span.letter", { text: away < 0 ? "✓" : letter, "aria-hidden": "true" }), make(many && away !== 0 ? "span.unseen" : "span.title", { text: title }));
  if (time) element.append(make("span.minutes", { text: time }));
  return element;
}

function roleOf({ title, draw, duty }, at) {
  return {
    keys: [`role ${at}`],
    text: title,
    labels: new Set(),
    build: () => make("li.card.role", {}, make("h2", { text: title }), draw && make("p.draw", { text: draw }), duty && make("p.duty", { text: duty })),
  };
}
