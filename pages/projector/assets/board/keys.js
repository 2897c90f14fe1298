// The board by keyboard: arrows go from card to card, Enter picks one up and puts it down, M moves, X chooses.

/** @param acts {pick(card), aim(column), put(), cancel(), move(card), toggle(card), clear(), undo(), carried} */
export function listenToKeys(row, search, acts) {
  row.addEventListener("keydown", (event) => {
    const button = event.target.closest(".card");
    if (!button || event.ctrlKey || event.metaKey || event.altKey) return;
    const deed = acts.carried ? carrying(event.key, acts, row) : walking(event.key, acts, button, row);
    if (!deed) return;
    event.preventDefault();
    deed();
  });
  row.addEventListener("keyup", (event) => { if (event.key === " " && event.target.closest(".card")) event.preventDefault(); }); // else it is a click too
  addEventListener("keydown", (event) => {
    if (event.target.closest?.("input, textarea, select, dialog")) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey) event.preventDefault(), acts.undo();
    else if (event.key === "/" && !event.ctrlKey) event.preventDefault(), search.focus();
  });
}

function carrying(key, acts, row) {
  if (key === "ArrowLeft" || key === "ArrowRight") return () => acts.aim(beside(row, acts.aimed, key === "ArrowRight" ? 1 : -1));
  if (key === "Enter" || key === " ") return () => acts.put();
  if (key === "Escape") return () => acts.cancel();
  return key === "Tab" ? () => {} : null; // what is held is put down before one goes elsewhere
}

function walking(key, acts, button, row) {
  const card = Number(button.dataset.card);
  if (key === "Enter" || key === " ") return () => acts.pick(card);
  if (key === "m" || key === "M") return () => acts.move(card);
  if (key === "x" || key === "X") return () => acts.toggle(card);
  if (key === "Escape") return () => acts.clear();
  const to = { ArrowDown: () => along(button, 1), ArrowUp: () => along(button, -1), ArrowRight: () => across(button, row, 1), ArrowLeft: () => across(button, row, -1), Home: () => cardsIn(button.closest(".column"))[0], End: () => cardsIn(button.closest(".column")).at(-1) }[key];
  return to ? () => go(to()) : null;
}

export const cardsIn = (column) => [...column.querySelectorAll("li:not([hidden]) > .card")];

export function go(button) {
  if (!button) return;
  for (const each of cardsIn(button.closest(".column"))) each.tabIndex = each === button ? 0 : -1;
  button.focus();
  button.scrollIntoView({ block: "nearest", inline: "nearest" });
}

const along = (button, step) => {
  const cards = cardsIn(button.closest(".column"));
  return cards[cards.indexOf(button) + step];
};

/** The card at about the same height in the next column that has any. */
function across(button, row, step) {
  const columns = [...row.querySelectorAll(".column")], top = button.getBoundingClientRect().top;
  for (let at = columns.indexOf(button.closest(".column")) + step; columns[at]; at += step) {
    const cards = cardsIn(columns[at]);
    const far = (card) => Math.abs(card.getBoundingClientRect().top - top);
    if (cards.length) return cards.reduce((best, card) => (far(card) < far(best) ? card : best));
  }
  return null;
}

function beside(row, key, step) {
  const columns = [...row.querySelectorAll(".column")].map(({ dataset }) => dataset.column);
  return columns[Math.max(0, Math.min(columns.length - 1, columns.indexOf(key) + step))];
}
