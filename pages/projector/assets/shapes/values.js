// The culture platform: the vision over the values, and under each value its signs.

import { make, write } from "../make.js";
import { columns } from "./columns.js";

export function values() {
  const [vision, board] = [make("p.vision"), columns()];
  return {
    element: make("div.fill", {}, vision, make("div.under-vision", {}, board.element)),
    pager: board.pager,
    draw(state) {
      write(vision, state.activity.picture.vision);
      board.draw(state);
    },
    resize() { board.resize(); },
  };
}
