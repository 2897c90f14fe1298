// While answers are kept back: only how many there are, so that nobody is led by the others.

import { make, svg, write } from "./make.js";
import { answered } from "./strip.js";
import { say } from "./words.js";

const AROUND = 2 * Math.PI * 46;

export function hidden() {
  const arc = svg("circle", { cx: 50, cy: 50, r: 46, class: "arc", "stroke-dasharray": AROUND, "stroke-dashoffset": AROUND, transform: "rotate(-90 50 50)" });
  const ring = svg("svg", { viewBox: "0 0 100 100", "aria-hidden": "true" }, svg("circle", { cx: 50, cy: 50, r: 46, class: "path" }), arc);
  const [big, line, closed] = [make("p.big", { "aria-hidden": "true" }), make("p.line", { "aria-live": "polite" }), make("p.closed")];
  return {
    element: make("div.fill.hidden-answers", {}, make("div.ring", {}, ring, big), line, closed),
    draw({ numbers, phase }) {
      const share = numbers.joined ? Math.min(1, numbers.answered / numbers.joined) : 0;
      arc.setAttribute("stroke-dashoffset", AROUND * (1 - share));
      arc.classList.toggle("nothing", share === 0);
      write(big, String(numbers.answered));
      write(line, answered(numbers));
      write(closed, phase === "closed" ? say("Stengt for svar") : "");
    },
    resize() {},
  };
}

/** Written for oneself: there is nothing to count and nothing to show. */
export function secret() {
  return { element: make("div.fill"), draw() {}, resize() {} };
}
