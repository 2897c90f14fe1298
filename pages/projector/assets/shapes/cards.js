// Open answers, one on each card.

import { step } from "../fit.js";
import { make, rem, write } from "../make.js";
import { Pager } from "../pager.js";
import { merge, Wall } from "../wall.js";

export function cards(state) {
  const expected = Math.max(state.activity.picture.cards.length, state.numbers.joined);
  const wall = new Wall({ expected });
  const pager = new Pager((page) => wall.show(page));
  const lead = make("p.lead");
  return {
    element: make("div.fill", {}, lead, wall.element, pager.element),
    pager,
    draw({ activity }) {
      write(lead, activity.picture.lead ?? "");
      step(lead, [2.5, 2.25, 2], () => lead.offsetHeight < 7 * rem()); // two lines
      wall.draw(merge(activity.picture.cards));
      pager.set(wall.pages);
    },
    resize() {
      wall.resize();
      pager.set(wall.pages);
    },
  };
}
