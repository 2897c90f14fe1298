// Follows the gathering. Server restarts, sleep and lost networks are normal: keep asking, keep what is shown.

import { within } from "./make.js";

const SILENCE = 40_000; // the server says something at least every 15 s
const GONE = [401, 403, 404, 410];

/**
 * @param page  the address of this screen; asked first after a break, since an EventSource hides the status
 * @param hears {stage(state), quiet(), back(), gone(status)}
 */
export function follow(page, hears) {
  let source = null;
  let heard = Date.now();
  let tries = 0;
  let waiting = null;
  let asking = false;

  function listen() {
    source?.close();
    heard = Date.now();
    source = new EventSource(`${page}/hendelser`);
    source.addEventListener("stage", (event) => {
      alive();
      hears.stage(JSON.parse(event.data));
    });
    source.addEventListener("beat", alive);
    source.addEventListener("error", lost);
  }

  function alive() {
    heard = Date.now();
    tries = 0;
    hears.back();
  }

  function lost() {
    source?.close();
    source = null;
    hears.quiet();
    again();
  }

  function again(least = 0) {
    if (waiting) return;
    const most = Math.min(5000, 1000 * 2 ** tries++);
    waiting = setTimeout(() => { waiting = null; ask(); }, Math.max(least, 1000 + Math.random() * (most - 1000)));
  }

  async function ask() {
    if (asking) return;
    asking = true;
    try {
      const limit = within(8000);
      const { status, type } = await fetch(page, { method: "HEAD", redirect: "manual", cache: "no-store", signal: limit });
      if (type === "opaqueredirect" || GONE.includes(status)) {
        hears.gone(status);
        again(15_000);
      } else if (status >= 500) again();
      else listen();
    } catch {
      again();
    } finally {
      asking = false;
    }
  }

  function now() {
    clearTimeout(waiting);
    waiting = null;
    lost();
    clearTimeout(waiting);
    waiting = null;
    ask();
  }

  setInterval(() => { if (source && Date.now() - heard > SILENCE) lost(); }, 5000);
  addEventListener("online", now);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && (!source || Date.now() - heard > 20_000)) now();
  });
  listen();
}
