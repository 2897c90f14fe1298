// Several groups' drafts side by side while they are written: the sentence on top, numbered lines below each group.

import { step } from "../fit.js";
import { make, write } from "../make.js";
import { Pager } from "../pager.js";
import { say } from "../words.js";

const ABREAST = [3, 2, 1]; // fewer when the lines are long
const SIZES = [3.25, 2.75, 2.5, 2.25, 2, 1.75, 1.5]; // rem
const bare = (sentence) => sentence.replace(/[\s.…:]+$/u, "").toLowerCase();

export function drafts() {
  const lead = make("p.lead");
  const host = make("div.drafts");
  const none = make("p.unwritten");
  const pager = new Pager((page) => [...host.children].forEach((sheet, at) => sheet.classList.toggle("away", at !== page)));
  let drawn = "";
  let all = [];

  function lay() {
    for (const abreast of ABREAST) if (fits(Math.min(abreast, all.length || 1))) break;
    pager.set(host.childElementCount);
  }

  function fits(abreast) {
    const sheets = [];
    for (let at = 0; at < all.length; at += abreast) sheets.push(make("div.spread-out", {}, ...all.slice(at, at + abreast).map((each) => draftOf(each))));
    if (sheets.length > 1) while (sheets.at(-1).childElementCount < abreast) sheets.at(-1).append(make("div.draft.empty"));
    host.replaceChildren(...sheets);
    const inside = (draft) => draft.scrollHeight <= draft.clientHeight + 1 && draft.scrollWidth <= draft.clientWidth + 1;
    return step(host, SIZES, () => [...host.querySelectorAll(".draft")].every(inside));
  }

  return {
    element: make("div.fill", {}, lead, host, none, pager.element),
    pager,
    draw({ activity }) {
      const { picture } = activity;
      const now = JSON.stringify([picture, activity.title]);
      if (now === drawn) return;
      drawn = now;
      all = picture.drafts;
      write(lead, bare(picture.lead) === bare(activity.title) ? "" : picture.lead); // once is enough
      host.hidden = !all.length;
      write(none, all.length ? "" : say("Ingen linjer ennå."));
      lay();
    },
    resize: lay,
  };
}

function draftOf({ label, lines }) {
  const head = label ? make("h2.column", {}, make("span", { text: label })) : null;
  return make("div.draft", {}, head, make("ol", {}, ...lines.map(({ text }) => make("li", { text }))));
}
