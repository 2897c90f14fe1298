// A sheet at the side for what one card, one theme or one choice can do.

import { make } from "../make.js";
import { say } from "../words.js";

let count = 0;

/** Opens at once; gone when it is closed. `sheet("Tittel", child, child)` → the dialog. */
export function sheet(title, ...children) {
  const heading = make("h2", { id: `sheet-${(count += 1)}`, text: title });
  const shut = make("button.icon", { type: "button", text: "✕", "aria-label": say("Lukk") });
  const element = make("dialog.sheet", { "aria-labelledby": heading.id }, make("header", {}, heading, shut), ...children);
  shut.addEventListener("click", () => element.close());
  element.addEventListener("click", (event) => { if (event.target === element) element.close(); }); // beside the sheet
  element.addEventListener("close", () => element.remove());
  document.body.append(element);
  element.showModal();
  return element;
}

export function section(title, ...children) {
  return make("section", {}, make("h3", { text: title }), ...children);
}

export function press(text, deed, kind = "button.deed", more = {}) {
  const button = make(kind, { type: "button", text, ...more });
  button.addEventListener("click", deed);
  return button;
}

/** A list to choose from with the arrows: `[[text, deed, chosen now]]`. */
export function choices(rows) {
  const list = make("ul.choices", {}, ...rows.map(([text, deed, now]) => make("li", {}, press(text, deed, now ? "button.choice.now" : "button.choice", { "aria-current": now ? "true" : null, disabled: now }))));
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...list.querySelectorAll("button:enabled")];
    buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length]?.focus();
  });
  return list;
}

/** Where something comes from, asked for when it is looked at. */
export function origin(server, piece) {
  const [said, list] = [make("p.said", { text: say("Ser etter …") }), make("ul.leaves")];
  server.origin(piece).then((found) => {
    said.textContent = found ? found.said || say("Skrevet her på tavla.") : say("Fikk ikke svar. Lukk og prøv igjen.");
    list.append(...(found?.cards ?? []).map(({ text, activity }) => make("li", {}, make("span", { text }), make("small", { text: activity }))));
  });
  return section(say("Hvor kommer det fra?"), said, list);
}
