// What one card can do: move, be explained, be followed back, be divided.

import { make } from "../make.js";
import { say } from "../words.js";
import { choices, origin, press, section, sheet } from "./sheet.js";

/** @param acts {place(cards, theme), park(cards, parked), split(card, texts), toggle(card)} */
export function cardSheet({ state, server, acts, selected }, number) {
  const card = state.card(number);
  if (!card) return;
  const close = (deed) => () => { element.close(); deed(); };
  const kin = card.why.length && card.theme ? section(say("Hvorfor ligger det her?"), make("p.said", { text: say("Det deler disse ordene med temaet: {words}", { words: card.why.join(", ") }) })) : null;
  const whole = card.split_from ? state.card(card.split_from) : null;
  const element = sheet(card.text,
    kin,
    moves(state, [card], acts, (deed) => close(deed)),
    whole ? section(say("Delt fra"), make("p.said", { text: whole.text })) : null,
    origin(server, `k${number}`),
    divide(card, (texts) => close(() => acts.split(number, texts))()),
    press(selected.has(number) ? say("Ikke velg dette lenger") : say("Velg kortet, og så flere"), close(() => acts.toggle(number)), "button.quiet-button"));
  element.querySelector(".choices button:enabled")?.focus();
}

export function moveSheet({ state, acts }, numbers) {
  const cards = numbers.map((number) => state.card(number)).filter(Boolean);
  const element = sheet(say("{count} kort", { count: cards.length }), moves(state, cards, acts, (deed) => () => { element.close(); deed(); }));
  element.querySelector(".choices button:enabled")?.focus();
}

function moves(state, cards, acts, close) {
  const numbers = cards.map(({ number }) => number);
  const [all, one] = [(test) => cards.every(test), cards.length === 1];
  const themes = state.picture.themes.map(({ number, name }) => [name || say("Uten navn"), close(() => acts.place(numbers, number)), all(({ theme, state: how }) => theme === number && how === "open")]);
  return section(say("Flytt til"), choices([
    ...themes,
    [say("Ikke plassert"), close(() => acts.place(numbers, null)), one && all(({ theme, state: how }) => theme === null && how === "open")],
    [say("Satt til side"), close(() => acts.park(numbers)), one && all(({ state: how }) => how === "parked")],
  ]));
}

function divide(card, split) {
  const fields = make("div.thoughts"), box = make("details", {}, make("summary", { text: say("Del kortet i flere tanker") }));
  const field = (text) => make("textarea", { rows: 2, maxlength: 1000, "aria-label": say("En tanke") }, text);
  fields.append(...thoughts(card.text).map(field));
  if (fields.children.length < 2) fields.append(field(""));
  const wrong = make("p.wrong", { role: "alert" });
  const done = () => {
    const texts = [...fields.children].map(({ value }) => value.trim()).filter(Boolean);
    if (texts.length < 2) wrong.textContent = say("Skriv minst to tanker, eller lukk uten å dele.");
    else split(texts);
  };
  box.append(make("p.said", { text: say("Rett på forslaget om du vil. Det opprinnelige kortet blir tatt vare på.") }), fields, wrong,
    press(say("+ En tanke til"), () => { fields.append(field("")); fields.lastChild.focus(); }, "button.quiet-button"),
    press(say("Del kortet"), done));
  return box;
}

/** Where a card seems to go from one thought to the next: a proposal that somebody reads before it counts. */
export function thoughts(text) {
  const cut = (whole, mark) => whole.split(mark).map((part) => part.trim().replace(/^[-–•*]\s*/, "")).filter(Boolean);
  const sentences = text.replace(/([^\s.]{3}[.!?…])\s+(?=[A-ZÆØÅ0-9«])/g, "$1\n");
  const parts = cut(sentences, /\n+|;|\s[•·*▪]\s/);
  return parts.length > 1 ? parts : cut(text, /,\s+|\s[-–—]\s/);
}
