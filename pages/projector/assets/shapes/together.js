// Everybody is at work on something that is theirs alone: how many have handed in, and what nobody gets to see.

import { make, svg, write } from "../make.js";

const AROUND = 2 * Math.PI * 46;

export function together() {
  const arc = svg("circle", { cx: 50, cy: 50, r: 46, class: "arc", "stroke-dasharray": AROUND, "stroke-dashoffset": AROUND, transform: "rotate(-90 50 50)" });
  const drawing = svg("svg", { viewBox: "0 0 100 100", "aria-hidden": "true" }, svg("circle", { cx: 50, cy: 50, r: 46, class: "path" }), arc);
  const big = make("p.big", { "aria-hidden": "true" });
  const ring = make("div.ring", {}, drawing, big);
  const [line, calm] = [make("p.line", { "aria-live": "polite" }), make("p.calm")];
  return {
    element: make("div.fill.hidden-answers.at-once", {}, ring, line, calm),
    draw({ activity }) {
      const { handed_in: count, members, said, calm: promise } = activity.picture;
      const share = members && count ? Math.min(1, count / members) : 0;
      ring.hidden = count === null;
      arc.setAttribute("stroke-dashoffset", AROUND * (1 - share));
      arc.classList.toggle("nothing", share === 0);
      write(big, String(count ?? ""));
      write(line, said);
      write(calm, promise);
    },
    resize() {},
  };
}
