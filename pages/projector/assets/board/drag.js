// Cards by hand: a mouse drags at once, a finger after a short hold, so that long lists still scroll.

import { make, still } from "../make.js";

const [FAR, HOLD] = [6, 260]; // px before a mouse drags; ms before a finger does
const EDGE = 56; // px from an edge where lists begin to scroll

/** @param acts {begin(card), end(), drop(card, column), tap(card, event)} */
export function draggable(row, acts) {
  let held = null; // {button, x, y, id, timer, ghost}

  row.addEventListener("pointerdown", (event) => {
    const button = event.target.closest(".card");
    if (!button || event.button !== 0 || held) return;
    held = { button, x: event.clientX, y: event.clientY, id: event.pointerId };
    if (event.pointerType !== "mouse") held.timer = setTimeout(lift, HOLD);
  });
  addEventListener("pointermove", (event) => {
    if (!held || event.pointerId !== held.id) return;
    const far = Math.hypot(event.clientX - held.x, event.clientY - held.y) > FAR;
    if (!held.ghost && far) {
      if (event.pointerType === "mouse") lift();
      else return stop(); // a finger that moves before it has held is scrolling
    }
    Object.assign(held, { x: held.ghost ? event.clientX : held.x, y: held.ghost ? event.clientY : held.y });
    if (held.ghost) follow();
  });
  addEventListener("pointerup", (event) => {
    if (!held || event.pointerId !== held.id) return;
    const { ghost, button, over } = held, card = Number(button.dataset.card);
    stop();
    if (ghost) quiet();
    if (ghost && over) acts.drop(card, over.dataset.column);
  });
  addEventListener("pointercancel", () => stop());
  addEventListener("keydown", (event) => { if (event.key === "Escape" && held?.ghost) stop(); });
  row.addEventListener("touchmove", (event) => { if (held?.ghost) event.preventDefault(); }, { passive: false });
  row.addEventListener("contextmenu", (event) => { if (held?.ghost || held?.timer) event.preventDefault(); });
  row.addEventListener("click", (event) => {
    const button = event.target.closest(".card");
    if (button) acts.tap(Number(button.dataset.card), event);
  });

  function lift() {
    const { button } = held, box = button.getBoundingClientRect();
    const ghost = make("div.ghost", { "aria-hidden": "true" }, button.cloneNode(true));
    ghost.firstChild.removeAttribute("data-card");
    ghost.style.width = `${box.width}px`;
    Object.assign(held, { ghost, dx: held.x - box.left, dy: held.y - box.top });
    const many = acts.begin(Number(button.dataset.card));
    if (many > 1) ghost.append(make("b.many", { text: String(many) }));
    document.body.append(ghost);
    document.body.classList.add("dragging");
    button.classList.add("lifted");
    follow();
    requestAnimationFrame(scroll);
  }

  function follow() {
    const { ghost, x, y, dx, dy } = held;
    ghost.style.transform = `translate(${x - dx}px, ${y - dy}px)${still() ? "" : " rotate(1.5deg)"}`;
    const over = document.elementFromPoint(x, y)?.closest(".column") ?? null;
    if (over === held.over) return;
    held.over?.classList.remove("over");
    over?.classList.add("over");
    held.over = over;
  }

  function scroll() {
    if (!held?.ghost) return;
    const push = (at, from, to) => (at < from + EDGE ? at - from - EDGE : at > to - EDGE ? at - to + EDGE : 0) / 4;
    const box = row.getBoundingClientRect(), list = held.over?.querySelector(".cards");
    row.scrollLeft += push(held.x, box.left, box.right);
    row.scrollTop += push(held.y, box.top, box.bottom);
    if (list) {
      const inside = list.getBoundingClientRect();
      list.scrollTop += held.y > inside.top - EDGE ? push(held.y, inside.top, inside.bottom) : 0;
    }
    follow();
    requestAnimationFrame(scroll);
  }

  function stop() {
    if (!held) return;
    const { timer, ghost, button, over } = held;
    clearTimeout(timer);
    held = null;
    if (!ghost) return;
    ghost.remove();
    over?.classList.remove("over");
    button.classList.remove("lifted");
    document.body.classList.remove("dragging");
    acts.end();
  }

  /** The click that follows a drop is not a tap. */
  function quiet() {
    const swallow = (event) => event.stopPropagation();
    row.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => row.removeEventListener("click", swallow, { capture: true }), 50);
  }
}
