// The self-assessment, one screen at a time: every step is kept here until the server has it,
// and «Lagret» is only said after the server said so. Without this file it is one long form.
"use strict";

const $ = (selector, within = document) => within.querySelector(selector);
const form = $("form.assessment"), words = $("#words").dataset, { home, id } = form.dataset;
const screens = [...form.querySelectorAll(".screen")], last = screens.length - 1;
const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
document.documentElement.classList.add("js");

// ---- what the server does not have yet, in this tab and on the shelf that all tabs share

const SHELF = `egenvurdering-${id}`, PLACE = `${SHELF}-place`;
const shelf = {
  get: (name) => { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } },
  put: (name, value) => { try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* full or private */ } },
  drop: (name) => { try { localStorage.removeItem(name); } catch { /* private */ } },
};
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
const say = (sentence, late = false) => { $("#status").textContent = sentence; $("#status").classList.toggle("late", late); };

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
    const outcome = await (more ? post("svar", { values: layers(sent) }) : post("ferdig", {}));
    if (outcome === null) {
      say(words.retry, true);
      await new Promise((wake) => { setTimeout(wake, pause * (0.5 + Math.random())); addEventListener("online", wake, { once: true }); });
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

async function post(where, body) { // {} when done, {problem} when refused, null when nobody knows
  try {
    const reply = await fetch(`${home}/${where}`, {
      method: "POST", body: JSON.stringify(body), keepalive: true, signal: AbortSignal.timeout(10000),
      headers: { "Content-Type": "application/json", Accept: "application/json" },
    });
    if (reply.ok) return {};
    if (reply.status === 429 || reply.status >= 500) return null;
    return { problem: reply.statusText, ...(await reply.json()), status: reply.status };
  } catch { return null; }
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

// A digit on the keyboard is the step, wherever in the row one is.
form.addEventListener("keydown", (event) => {
  const input = /^[1-9]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey && $(`input[value="${event.key}"]`, event.target.closest(".row") ?? document.createElement("p"));
  if (input) { input.focus(); input.click(); }
});

// ---- where one is

let at = 0;
function show(next, focus = true) {
  at = Math.max(0, Math.min(last, next));
  screens.forEach((screen, number) => screen.classList.toggle("now", number === at));
  $(".intro").hidden = at > 0;
  $("#place").textContent = at < last ? fill(words.place, { at: at + 1, of: last }) : "";
  $("#way").value = at;
  $("#back").disabled = at === 0;
  $("#on").hidden = at === last;
  shelf.put(PLACE, screens[at].id);
  if (at === last) sumUp();
  scrollTo(0, 0);
  if (focus) $("h2", screens[at]).focus({ preventScroll: true });
}

function go(next) {
  history.pushState(null, "", `#${screens[next].id}`);
  show(next);
}

const open = (set) => [...set.querySelectorAll(".row")].some((row) => !$(":checked", row));
function sumUp() {
  const sets = [...form.querySelectorAll("fieldset")], left = sets.filter(open);
  $("#given").textContent = left.length ? fill(words.given, { given: sets.length - left.length, total: sets.length }) : words.all;
  $("#given").hidden = false;
  $("#open").hidden = !left.length;
  $("#open ul").replaceChildren(...left.map((set) => {
    const line = document.createElement("li"), number = screens.indexOf(set.closest(".screen"));
    const link = Object.assign(document.createElement("a"), { href: `#${screens[number].id}`, textContent: $("legend", set).textContent });
    link.addEventListener("click", (event) => { event.preventDefault(); go(number); });
    line.append(link);
    return line;
  }));
}

const numbered = (name) => screens.findIndex((screen) => screen.id === name);
function whereOneWas() {
  const known = [numbered(location.hash.slice(1)), numbered(shelf.get(PLACE)), screens.findIndex(open), last];
  return known.find((number) => number >= 0);
}

$("#back").addEventListener("click", () => go(at - 1));
$("#on").addEventListener("click", () => go(at + 1));
addEventListener("popstate", () => show(whereOneWas()));
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

putBack();
for (const hidden of ["#bar", "#place", "#way"]) $(hidden).hidden = false;
show(whereOneWas(), false);
history.replaceState(null, "", `#${screens[at].id}`); // so that the way back leads here
if (Object.keys(waiting()).length) deliver();
