// A steady hand: a double click or a held key moves the room once, and the plan shows where one is.
let shown = "";

export default function ({ data }) {
  window.heluSteady ??= steady();
  if (data.row !== shown) show(data.row, 30);
}

function show(row, tries) {
  const list = document.querySelector(".st-key-plan");
  const here = row && list?.querySelector(`.st-key-${row}`);
  if (!here) return tries && setTimeout(() => show(row, tries - 1), 100);
  shown = row;
  const place = here.getBoundingClientRect(), frame = list.getBoundingClientRect();
  if (place.top < frame.top + 40 || place.bottom > frame.bottom - 80) list.scrollTop += place.top - frame.top - frame.height / 3;
}

function steady() {
  const moves = ".st-key-next, .st-key-main-deed, .st-key-turn-on, .st-key-plan";
  const steering = (event) => document.querySelector(".st-key-deeds") && !typing(event);
  addEventListener("click", (event) => event.detail > 1 && event.target.closest?.(moves) && stop(event), true);
  addEventListener("keydown", (event) => event.repeat && " hHtT".includes(event.key) && steering(event) && stop(event), true);
  // Space goes on with the gathering; it does not also press the button that happens to have the focus.
  addEventListener("keyup", (event) => event.key === " " && steering(event) && event.preventDefault(), true);
  return true;
}

function typing(event) {
  return event.composedPath().some((each) => each.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(each.tagName));
}

function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
