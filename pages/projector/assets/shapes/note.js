// Something to read together, typeset. As large as it can be; long texts run in two columns and then in pages.

import { make, rem } from "../make.js";
import { Pager } from "../pager.js";
import { step } from "../fit.js";

export function note() {
  const text = make("div.note");
  const frame = make("div.frame", {}, text);
  const pager = new Pager((page) => { text.style.transform = `translateX(${-page * (frame.clientWidth + gap())}px)`; });
  const gap = () => 5 * rem();
  let html = null;

  function lay() {
    text.classList.remove("two");
    if (step(text, [2.75, 2.5, 2.25, 2], () => text.scrollHeight <= frame.clientHeight)) return pager.set(1);
    text.classList.add("two");
    const whole = step(text, [2, 1.75, 1.5], () => text.scrollWidth <= frame.clientWidth + 1);
    if (!whole) text.style.fontSize = "1.75rem"; // pages are needed anyhow, and then the type may be larger
    pager.set(Math.ceil((text.scrollWidth - 1) / (frame.clientWidth + gap())));
  }

  return {
    element: make("div.fill", {}, frame, pager.element),
    pager,
    draw({ activity }) {
      if (html === activity.picture.html) return;
      html = activity.picture.html;
      text.innerHTML = html; // made by the server from a facilitator's markdown; everything else is drawn as text
      nest(text);
      lay();
    },
    resize: lay,
  };
}

/** Headings keep their looks but follow the page's own heading without a gap, as those who listen need. */
function nest(text) {
  let level = 1;
  for (const heading of text.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const looks = heading.tagName.toLowerCase();
    level = Math.min(level + 1, Number(looks[1]) + 1, 6);
    const renamed = make(`h${level}.${looks}`);
    renamed.append(...heading.childNodes);
    heading.replaceWith(renamed);
  }
}
