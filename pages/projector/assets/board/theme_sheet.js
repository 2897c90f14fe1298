// What one theme can do, and what proposing asks first.

import { make } from "../make.js";
import { say } from "../words.js";
import { choices, origin, press, section, sheet } from "./sheet.js";

/** @param acts {merge, order, splitTheme, removeTheme} */
export function themeSheet({ state, server, acts, selected }, number) {
  const theme = state.theme(number), { themes, cards } = state.picture;
  if (!theme) return;
  const close = (deed) => () => { element.close(); deed(); };
  const at = themes.findIndex((each) => each.number === number), others = themes.filter((each) => each.number !== number);
  const chosen = cards.filter((card) => card.theme === number && selected.has(card.number)).map((card) => card.number);
  const element = sheet(theme.name || say("Uten navn"),
    others.length ? section(say("Slå sammen med"), choices(others.map((each) => [each.name || say("Uten navn"), close(() => acts.merge(number, each.number)), false]))) : null,
    part(chosen, (name) => close(() => acts.splitTheme(number, chosen, name))()),
    section(say("Flytt temaet"), make("div.pair", {},
      press(say("← Mot venstre"), close(() => acts.order(number, at - 1)), "button.deed.plain", { disabled: at === 0 }),
      press(say("Mot høyre →"), close(() => acts.order(number, at + 1)), "button.deed.plain", { disabled: at === themes.length - 1 }))),
    origin(server, `t${number}`),
    section(say("Fjern temaet"), make("p.said", { text: say("Kortene blir liggende under «Ikke plassert». Du kan angre.") }), press(say("Fjern temaet"), close(() => acts.removeTheme(number)), "button.deed.plain")));
}

function part(chosen, split) {
  if (!chosen.length) return section(say("Skill ut kort"), make("p.said", { text: say("Velg først kortene som skal ut: hold Ctrl og klikk på dem, trykk X på tastaturet, eller åpne et kort og trykk «Velg kortet, og så flere».") }));
  const name = make("input", { type: "text", maxlength: 200, "aria-label": say("Navn på det nye temaet"), placeholder: say("Navn på det nye temaet") });
  return section(say("Skill ut {count} valgte kort", { count: chosen.length }), name, press(say("Lag nytt tema av dem"), () => split(name.value.trim())));
}

/** Themes there already: sort only the rest, or all once more. */
export function proposeSheet({ state, acts }) {
  const loose = state.picture.cards.filter(({ state: how, theme }) => how === "open" && theme === null).length;
  const groups = make("input", { type: "number", min: 1, max: 40, inputmode: "numeric", "aria-label": say("Antall temaer") });
  const go = (again) => () => { element.close(); acts.propose(groups.value ? Math.max(1, Math.min(40, Number(groups.value))) : null, again); };
  const element = sheet(say("Foreslå temaer"),
    loose ? section(say("Det som ikke er plassert"), make("p.said", { text: say("De som ikke er plassert ({count}), får plass i temaene som er her, eller i nye. Resten blir liggende.", { count: loose }) }), press(say("Plasser resten"), go(false))) : null,
    section(say("Alt på nytt"), make("p.said", { text: say("Alle kort sorteres på nytt. Temaer dere har gitt navn, blir stående. Du kan angre.") }),
      make("label.row", {}, make("span", { text: say("Antall temaer (tomt: det som passer)") }), groups), press(say("Sorter alle på nytt"), go(true), loose ? "button.deed.plain" : "button.deed")));
}

/** A line of text and what to do with it. */
export function askSheet(title, label, most, done) {
  const field = make("textarea", { rows: 3, maxlength: most, "aria-label": label });
  const go = () => {
    if (!field.value.trim()) return field.focus();
    element.close();
    done(field.value.trim());
  };
  field.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.shiftKey) event.preventDefault(), go(); });
  const element = sheet(title, field, press(say("Legg til"), go));
  field.focus();
}
