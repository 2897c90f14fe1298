// Gradients of agreement: how the room stands from full support to stop, proposal by proposal, and the reasons given.

import { Chart, Rows } from "../chart.js";
import { make, write } from "../make.js";
import { Pager } from "../pager.js";
import { merge, Wall } from "../wall.js";
import { say } from "../words.js";

const WAYS = [13, 11, 9.5, 8, 7].map((size) => ({ lanes: 1, size, gap: 1.5 }));
const ALONE = [24, 20, 16, 13, 10, 7].map((size) => ({ lanes: 1, size, gap: 1 }));

export function agreement(state) {
  const chart = new Chart("agree");
  const wait = make("p.wait");
  let rows = new Rows(WAYS);
  const asked = make("p.asked", { text: say("Hva skal til for at flere kan støtte dette?") });
  const wall = new Wall({ density: "normal" });
  const why = make("div.why", {}, asked, wall.element);
  const ends = make("div.agree-ends", {}, make("span"), make("span"));
  const legend = make("p.legend.agree-before", {}, make("i.outline-sign"), make("span", { text: say("Rammene viser forrige runde.") }));
  const pager = new Pager((page) => turn(page));
  chart.body.append(ends, rows.element, legend);
  const both = make("div.agree-both", {}, chart.body, why);
  chart.element.prepend(wait, both);
  chart.element.append(pager.element);
  let known = new Map();
  let [shown, alone, reasons] = [[], null, []];

  /** One proposal: chart and reasons side by side. Several: the reasons come on pages of their own. */
  function turn(page) {
    if (alone || !reasons.length) {
      rows.show(alone ? 0 : page);
      if (reasons.length) wall.show(page);
      return;
    }
    const late = page >= rows.pages;
    both.classList.toggle("late", late);
    if (late) wall.show(page - rows.pages);
    else rows.show(page);
  }

  /** A single proposal gets columns as tall as there is room for. */
  function stretch() {
    for (const way of ALONE) {
      rows.ways = [way];
      rows.lay(shown);
      if (shown[0].offsetHeight <= rows.element.clientHeight) break;
    }
  }

  function lay() {
    why.hidden = !reasons.length;
    if (alone) stretch();
    else rows.lay(shown);
    if (reasons.length) wall.resize();
    const walls = reasons.length ? wall.pages : 0;
    pager.set(alone ? Math.max(rows.pages, walls) : rows.pages + walls);
  }

  return {
    element: chart.element,
    pager,
    draw({ activity }) {
      const { rows: all, grades, withheld } = activity.picture;
      write(wait, withheld ?? "");
      wait.hidden = !withheld;
      both.hidden = Boolean(withheld);
      if (alone !== (all.length === 1)) {
        alone = all.length === 1;
        const fresh = new Rows(WAYS);
        rows.element.replaceWith(fresh.element);
        [rows, known] = [fresh, new Map()];
      }
      both.classList.toggle("alone", alone);
      both.classList.remove("late");
      write(ends.firstChild, grades[0] ?? "");
      write(ends.lastChild, grades.at(-1) ?? "");
      const most = Math.max(0.01, ...all.flatMap((row) => [...shares(row.counts), ...shares(row.before)]));
      shown = all.map((each) => {
        const row = known.get(each.key) ?? known.set(each.key, build(grades)).get(each.key);
        row.draw(each, most);
        return row.element;
      });
      legend.hidden = !all.some((row) => row.before.length);
      reasons = merge(activity.picture.reasons);
      wall.last = reasons;
      chart.describe(activity.said, all.map((row) => `${row.label}: ${inWords(row, grades)}. ${row.said}. ${row.shift}`));
      lay();
    },
    resize: lay,
  };
}

const shares = (counts) => {
  const total = counts.reduce((sum, each) => sum + each, 0) || 1;
  return counts.map((count) => count / total);
};

const inWords = ({ counts }, grades) => counts.map((count, at) => `${grades[at]}: ${count}`).join(", ");

function build(grades) {
  const [label, said, mode, shift] = [make("p.label"), make("p.said"), make("p.shift.most"), make("p.shift")];
  const columns = grades.map((name, at) => {
    const [figure, bar, before, title] = [make("span.count"), make(`i.g${at + 1}`), make("b"), make("span.grade", { text: name })];
    return { figure, bar, before, title, element: make("div.grading", {}, make("div.well", {}, figure, bar, before), title) };
  });
  const plot = make("div.gradings", {}, ...columns.map(({ element }) => element));
  return {
    element: make("div.agreed", {}, make("div.words", {}, label, said, mode, shift), plot),
    draw(row, most) {
      write(label, row.label);
      write(said, row.said);
      write(shift, row.shift);
      write(mode, row.modes.length ? say("Flest: {grades}", { grades: row.modes.map((grade) => grades[grade - 1]).join(", ") }) : "");
      const [now, then] = [shares(row.counts), shares(row.before)];
      columns.forEach(({ figure, bar, before, title }, at) => {
        bar.style.height = `${(now[at] / most) * 100}%`;
        bar.classList.toggle("nothing", !row.counts[at]);
        before.hidden = !then[at];
        if (then[at]) before.style.height = `${(then[at] / most) * 100}%`;
        figure.style.bottom = `${(now[at] / most) * 100}%`;
        write(figure, row.counts[at] ? String(row.counts[at]) : "");
        title.classList.toggle("mode", row.modes.includes(at + 1));
      });
    },
  };
}
