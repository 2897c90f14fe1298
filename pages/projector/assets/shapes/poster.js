// The purpose poster: the sentence it begins with, its lines as large as they can be, and what its words mean.

import { step } from "../fit.js";
import { make, rem, write } from "../make.js";
import { Pager } from "../pager.js";
import { say } from "../words.js";

const SIZES = [5, 4.5, 4, 3.75, 3.25, 2.75, 2.5, 2.25, 2, 1.75, 1.5]; // rem
const ABREAST = [3, 2, 1]; // explanations beside each other; fewer when one is long
const MOST = 15; // rem that they may take from the lines

export function poster() {
  const lead = make("p.lead");
  const lines = make("ol.lines");
  const none = make("p.unwritten");
  const sheet = make("div.poster", {}, lead, lines, none);
  const meanings = make("div.meanings");
  const foot = make("p.legend");
  const pager = new Pager((page) => [...meanings.children].forEach((each, at) => { each.hidden = Math.floor(at / abreast) !== page; }));
  let drawn = "";
  let abreast = ABREAST[0];

  function lay() {
    meanings.style.height = "";
    let room = 0;
    ABREAST.find((count) => (room = fill(count)) <= MOST * rem());
    room = Math.min(room, MOST * rem());
    meanings.style.height = `${room}px`;
    meanings.hidden = !meanings.childElementCount;
    step(sheet, SIZES, () => lines.scrollHeight <= lines.clientHeight + 1 && sheet.scrollWidth <= sheet.clientWidth + 1);
  }

  function fill(count) {
    abreast = count;
    pager.set(Math.ceil(meanings.childElementCount / count));
    return tallest();
  }

  /** Room for the tallest page, so that the lines stand still while the pages turn. */
  function tallest() {
    const pages = Array.from({ length: pager.count }, (_, page) => {
      pager.show(page);
      return meanings.offsetHeight;
    });
    pager.show(pager.page);
    return Math.max(...pages);
  }

  return {
    element: make("div.fill", {}, sheet, meanings, make("div.under", {}, foot, pager.element)),
    pager,
    draw({ activity }) {
      const { picture } = activity;
      const now = JSON.stringify(picture);
      if (now === drawn) return;
      drawn = now;
      lead.replaceChildren(...picture.lead.map(spanOf));
      lines.replaceChildren(...picture.lines.map((line) => make(line.explained ? "li.line.explained" : "li.line", {}, make("span", {}, ...line.spans.map(spanOf)))));
      lines.hidden = !picture.lines.length;
      write(none, picture.lines.length ? "" : say("Ingen linjer ennå."));
      meanings.replaceChildren(...picture.explained.map(({ what, text }) => make("div.meaning", {}, make("h2", { text: what }), make("p", { text }))));
      sheet.classList.toggle("adopted", picture.adopted);
      write(foot, picture.said);
      lay();
    },
    resize: lay,
  };
}

/** A word that is explained is underlined; one that is asked about is marked, with how many ask. */
function spanOf({ text, explained, asked }) {
  if (!explained && !asked) return text;
  const word = make(asked ? "mark.word-asked" : "span.word-said", { text });
  if (explained) word.classList.add("word-said");
  if (asked) word.append(make("sup", { text: asked }));
  return word;
}
