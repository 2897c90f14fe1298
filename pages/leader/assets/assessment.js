// The self-assessment, one screen at a time: every step is kept here until the server has it,
// and «Lagret» is only said after the server said so. Without this file it is one long form.
import { $, awhile, open, page, post, say, shelf, words } from "./screens.js";

const form = $("form.assessment"), { home, id } = form.dataset;

// ---- what the server does not have yet, in this tab and on the shelf that all tabs share

const SHELF = `egenvurdering-${id}`;
let mine = {}; // "layer.statement" -> step; null: not applicable

const waiting = () => ({ ...shelf.get(SHELF), ...mine });
function hold(name, step) {
  mine[name] = step;
  shelf.put(SHELF, { ...shelf.get(SHELF), [name]: step });
}
function letGo(sent) {
  const kept = shelf.get(SHELF) ?? {};
  for (const [name, step] of Object.entries(sent)) {
    if (mine[name] === step) delete mine[name];
    if (kept[name] === step) delete kept[name];
  }
  if (Object.keys(kept).length) shelf.put(SHELF, kept); else shelf.drop(SHELF);
}

function putBack() {
  for (const [name, step] of Object.entries(waiting())) {
    const input = [...(form.elements[name] ?? [])].find((each) => each.value === String(step ?? ""));
    if (input) input.checked = true;
    else letGo({ [name]: step }); // no such statement any more
  }
}

// ---- sending: all that waits, at once; again until it is known what became of it

let trying = false, finishing = false, soon = 0;

async function deliver() {
  clearTimeout(soon);
  if (trying) return;
  trying = true;
  try { await empty(); } finally { trying = false; }
}

async function empty() {
  for (let pause = 1000; Object.keys(waiting()).length || finishing; pause = Math.min(pause * 2, 15000)) {
    const sent = waiting(), more = Object.keys(sent).length;
    say(words.saving);
    const outcome = await (more ? post(`${home}/svar`, { values: layers(sent) }) : post(`${home}/ferdig`, {}));
    if (outcome === null) {
      say(words.retry, true);
      await awhile(pause);
      continue;
    }
    if (!outcome.problem || [404, 409, 422].includes(outcome.status)) letGo(sent); // else it may be wanted yet
    if (outcome.problem) return refuse(outcome);
    if (!more) return void location.replace(home);
    pause = 500;
  }
  say(words.saved);
}

function refuse({ problem, status }) {
  finishing = false;
  say(problem, true);
  if (status === 401) $("#status").append(" ", Object.assign(document.createElement("a"), { href: `/logg-inn?til=${encodeURIComponent(home)}`, textContent: words.login }));
}

function layers(sent) {
  const made = {};
  for (const [name, step] of Object.entries(sent)) {
    const [layer, statement] = name.split(".");
    (made[layer] ??= {})[statement] = step;
  }
  return made;
}

form.addEventListener("change", ({ target }) => {
  finishing = false;
  hold(target.name, target.value ? Number(target.value) : null);
  say(words.saving);
  clearTimeout(soon);
  soon = setTimeout(deliver, 300);
});
form.addEventListener("submit", (event) => { event.preventDefault(); if (event.submitter?.id === "finish") finishing = true; deliver(); });
addEventListener("visibilitychange", () => { if (Object.keys(waiting()).length) deliver(); });
addEventListener("online", () => { if (Object.keys(waiting()).length) deliver(); });

putBack();
page(form, `${SHELF}-place`, (screens) => screens.findIndex(open));
if (Object.keys(waiting()).length) deliver();
