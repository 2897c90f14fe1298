// The annual wheel: a sign for everything that comes, month by month, and beside it what it is.

import { Chart } from "../chart.js";
import { make } from "../make.js";
import { Pager } from "../pager.js";
import { drawYear, sign } from "../wheel_art.js";

export function year() {
  const chart = new Chart("platform-wheel");
  const [art, list] = [make("div.art"), make("div.dates")];
  const frame = make("div.frame", {}, list);
  const beside = make("div.beside", {}, frame);
  const pager = new Pager((page) => { list.style.transform = `translateX(${-page * frame.clientWidth}px)`; });
  chart.body.append(art, beside);
  chart.element.append(pager.element);
  let drawn = "";

  function lay() {
    list.style.columnWidth = `${frame.clientWidth}px`;
    pager.set(Math.ceil((list.scrollWidth - 1) / Math.max(1, frame.clientWidth)));
  }

  return {
    element: chart.element,
    pager,
    draw({ activity }) {
      const { picture, said } = activity;
      if (drawn === JSON.stringify(picture)) return;
      drawn = JSON.stringify(picture);
      const [often, months] = [picture.often.map((each) => line(each, picture)), byMonth(picture)];
      chart.describe(said, [...often, ...months.flatMap(([, rows]) => rows)].map((row) => row.textContent));
      art.replaceChildren(drawYear(picture));
      list.replaceChildren(...often, ...months.flatMap(([name, rows]) => [make("p.month-name", { text: name }), ...rows]));
      lay();
    },
    resize: lay,
  };
}

function byMonth(picture) {
  return picture.months
    .map((name, at) => [name, picture.once.filter((entry) => entry.month === at + 1).map((entry) => line(entry, picture))])
    .filter(([, rows]) => rows.length);
}

function line({ kind, title, when, who }, { kinds }) {
  const facts = [when, kinds[kind], who].filter(Boolean).join(" · ");
  return make("div.date", {}, sign(kind), make("span.about", {}, make("span.title", { text: title }), make("span.facts", { text: facts })));
}
