// What people have promised: who, what, when, the first sign, and how it went where that is asked.

import { Rows } from "../chart.js";
import { make, svg, write } from "../make.js";
import { Pager } from "../pager.js";
import { say } from "../words.js";

const WAYS = [
  { lanes: 1, size: 4, gap: 2 },
  { lanes: 1, size: 3.25, gap: 1.75 },
  { lanes: 1, size: 2.75, gap: 1.5 },
  { lanes: 1, size: 2.25, gap: 1.25 },
  { lanes: 2, size: 2.25, gap: 1.5 },
  { lanes: 2, size: 1.875, gap: 1.25 },
  { lanes: 2, size: 1.625, gap: 1 },
];
// Each status has a shape of its own: an empty ring, a half one, a tick, a bar.
const SIGNS = {
  planned: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z",
  started: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM12 3a9 9 0 0 1 0 18z",
  done: "M4 12.5l5.5 5.5L20.5 6.5",
  dropped: "M4 12h16",
  continued: "M4 12h15M13 6l6 6l-6 6",
};

export function commitments() {
  const rows = new Rows(WAYS);
  const pager = new Pager((page) => rows.show(page));
  const counts = make("ul.counts");
  const none = make("p.none");
  const known = new Map();
  let shown = [];

  return {
    element: make("div.fill.commitments", {}, counts, rows.element, none, pager.element),
    pager,
    draw({ activity }) {
      const { rows: all, counts: counted, none: said } = activity.picture;
      write(none, all.length ? "" : said);
      none.hidden = all.length > 0;
      counts.hidden = !counted.length;
      counts.replaceChildren(...counted.map(({ status, said }) => make(`li.${status}`, {}, sign(status), make("span", { text: said }))));
      for (const each of all) {
        if (!known.has(each.key)) known.set(each.key, build());
        known.get(each.key).draw(each);
      }
      const here = new Set(all.map(({ key }) => key));
      shown = [...known].filter(([key]) => here.has(key)).map(([, { element }]) => element); // newcomers come last
      this.resize();
    },
    resize() {
      rows.element.classList.toggle("alone", shown.length === 1);
      rows.lay(shown);
      pager.set(rows.pages);
    },
  };
}

function sign(status) {
  return svg("svg", { viewBox: "0 0 24 24", class: "sign", "aria-hidden": "true" }, svg("path", { d: SIGNS[status] }));
}

function build() {
  const [who, what, facts, note] = [make("span.who"), make("p.what"), make("p.facts"), make("p.note-said")];
  const status = make("span.status");
  const element = make("article.commitment", {}, make("p.line", {}, who, status), what, facts, note);
  return {
    element,
    draw(row) {
      write(who, row.who);
      write(what, row.what);
      const said = [row.when, row.sign && say("Første tegn: {sign}", { sign: row.sign })].filter(Boolean);
      write(facts, said.join(" · "));
      write(note, row.note);
      for (const part of [facts, note]) part.hidden = !part.textContent;
      element.dataset.status = row.status;
      status.hidden = !row.status;
      if (row.status && status.dataset.status !== row.status) status.replaceChildren(sign(row.status), make("span", { text: row.said }));
      status.dataset.status = row.status;
    },
  };
}
