// The clock of the room. The server says when it ends; this machine's own clock may be wrong, so the difference is kept.

import { write } from "./make.js";

let timer = null;
let ahead = 0; // ms that the server's clock is ahead of ours
const faces = new Map(); // element -> the seconds it last showed

export function set(next) {
  timer = next;
  if (next) ahead = next.now - Date.now();
  tick();
}

/** Shows the clock in this element until the element leaves the page. */
export function showIn(element) {
  faces.set(element, null);
  tick();
}

export const running = () => timer !== null;

export function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function left() {
  if (timer.ends_at === null) return Math.max(0, Math.round(timer.left ?? 0));
  return Math.max(0, Math.ceil((timer.ends_at - Date.now() - ahead) / 1000));
}

function tick() {
  for (const [element, before] of faces) {
    if (!element.isConnected) { faces.delete(element); continue; }
    element.hidden = timer === null;
    if (timer === null) { faces.set(element, null); continue; }
    const seconds = left();
    write(element, minutes(seconds));
    element.classList.toggle("soon", seconds < 60);
    element.classList.toggle("paused", timer.ends_at === null);
    if (seconds > 0) element.classList.remove("over");
    else if (before) element.classList.add("over"); // pulses once, and only if it ran out while we watched
    faces.set(element, seconds);
  }
}

setInterval(tick, 250);
