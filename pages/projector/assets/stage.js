// The storskjerm: follows one gathering and shows the one thing that matters now.

import { activity, shapeOf } from "./activity.js";
import { follow } from "./feed.js";
import { hidePointer, listenToKeys, stayAwake } from "./keys.js";
import { write } from "./make.js";
import { drawStrip } from "./strip.js";
import * as timer from "./timer.js";
import { ended, lobby, pause } from "./views.js";
import { say } from "./words.js";

const { code, preview } = document.body.dataset;
const embedded = preview !== undefined;
const VIEWS = { lobby, pause, ended, activity };
const main = document.getElementById("main");
const link = document.getElementById("link");

let view = null;
let seen = ""; // which view, and of which activity
let newest = null;
let ready = false;

function viewFor(state) {
  if (state.phase === "lobby" || state.phase === "ended") return state.phase;
  return state.activity && state.agenda?.now?.kind !== "break" ? "activity" : "pause";
}

function draw() {
  if (!ready || !newest) return;
  const state = newest;
  const name = viewFor(state);
  const identity = `${name} ${state.activity?.id ?? ""}`;
  if (identity !== seen) {
    view?.stop?.();
    view = VIEWS[name]();
    main.replaceChildren(view.element);
    seen = identity;
  }
  timer.set(state.timer);
  drawStrip(state, name === "activity" ? shapeOf(state.activity) : name);
  view.draw(state);
  document.title = state.activity?.title || state.title;
}

/** One quiet line above the strip. What is shown stays. */
let pending = null;
function tell(sentence, after = 0) {
  clearTimeout(pending);
  pending = setTimeout(() => {
    write(link, sentence);
    link.hidden = !sentence;
  }, after);
}

// A preview on the desk is one still picture that came with the page; everything else follows the gathering.
const still = document.getElementById("still");
if (still) newest = JSON.parse(still.textContent);

let broken = false;
if (!still) follow(`/storskjerm/${code}`, {
  stage(state) {
    // The sentences came with the page, so another language is another page.
    if (newest && newest.language !== state.language) return location.reload();
    newest = state;
    draw();
  },
  back() {
    if (broken) tell("");
    broken = false;
  },
  quiet() {
    if (!broken) tell(say("Kobler til igjen …"), 3000);
    broken = true;
  },
  gone(status) {
    if (status === 401 && !embedded) return location.reload(); // a login that only has to be checked again
    tell(say("Storskjermen er koblet fra. Koble den til på nytt fra skrivebordet."));
    broken = true;
  },
});

// Sizes are measured, so nothing is laid out before the type has arrived; a lost font must not hold the room.
Promise.race([document.fonts.load("600 1rem Inter"), new Promise((done) => setTimeout(done, 1500))]).finally(() => {
  ready = true;
  draw();
});
addEventListener("resize", () => view?.resize?.());

if (!embedded) {
  listenToKeys((key) => view?.pager?.key(key));
  stayAwake();
  hidePointer();
}
