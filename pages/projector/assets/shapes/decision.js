// What is to be decided, and then what was: large, calm, and with what belongs to it.

import { Chart, Rows } from "../chart.js";
import { step } from "../fit.js";
import { make } from "../make.js";
import { Pager } from "../pager.js";

const WAYS = [3, 2.5, 2.25].map((size) => ({ lanes: 1, size, gap: 2 }));
const ALONE = [5, 4.5, 4, 3.5, 3, 2.75, 2.5, 2.25, 2, 1.75, 1.5]; // rem
const MARK = { adopted: "✓", reserved: "✓", returned: "↺" };

export function decision() {
  const chart = new Chart("decisions");
  const rows = new Rows(WAYS);
  const alone = make("div.solemn");
  const pager = new Pager((page) => rows.show(page));
  chart.body.append(alone, rows.element);
  chart.element.append(pager.element);
  let shown = [];

  function lay() {
    alone.hidden = shown.length !== 1;
    rows.element.hidden = shown.length === 1;
    if (shown.length === 1) {
      alone.replaceChildren(shown[0]);
      const text = shown[0].querySelector(".text");
      step(text, ALONE, () => shown[0].scrollHeight <= alone.clientHeight && text.scrollWidth <= text.clientWidth + 1);
      return pager.set(1);
    }
    rows.lay(shown);
    pager.set(rows.pages);
  }

  return {
    element: chart.element,
    pager,
    draw({ activity }) {
      const { decided, proposals, heading } = activity.picture;
      const made = decided.map(decidedOf);
      const left = proposals.map(({ text }, at) => make("div.proposed", {}, at === 0 && heading ? make("p.heading", { text: heading }) : null, make("p.text", { text })));
      shown = [...made, ...left];
      chart.describe(activity.said, [...decided.map((each) => [`${each.title}: ${each.text}`, ...each.about, each.reservations].filter(Boolean).join(". ")), ...proposals.map(({ text }) => text)]);
      chart.body.classList.toggle("none-yet", !shown.length);
      if (!shown.length) shown = [make("div.proposed.quiet", {}, make("p.text", { text: activity.said }))];
      lay();
    },
    resize: lay,
  };
}

function decidedOf({ text, outcome, title, about, reservations }) {
  const tag = make(`p.outcome.${outcome}`, {}, make("span", { text: MARK[outcome] ?? "", "aria-hidden": "true" }), make("span", { text: title }));
  const held = make("p.held", { text: reservations });
  held.hidden = !reservations;
  const facts = make("ul.facts", {}, ...about.map((said) => make("li", { text: said })));
  return make("div.made", {}, tag, make("p.text", { text }), held, facts);
}
