// The phone page, made patient: it keeps what is typed, tells the truth about what is sent,
// and follows the gathering. Without this file the page still works as a plain form.
"use strict";

document.documentElement.classList.add("js");
const $ = (selector, within = document) => within.querySelector(selector);
const shown = () => $("main"), home = shown().dataset.home;
const words = $("#words").dataset;
const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const say = (sentence) => { $("#status").textContent = sentence; };

const shelf = {
  get: (name) => { try { return JSON.parse(localStorage.getItem(home + name)); } catch { return null; } },
  put: (name, value) => { try { localStorage.setItem(home + name, JSON.stringify(value)); } catch { /* full or private */ } },
  drop: (name) => { try { localStorage.removeItem(home + name); } catch { /* private */ } },
};

// ---- what is typed: kept until it is sent, and afterwards as what was sent

const spot = () => `${shown().dataset.activity}.${shown().dataset.slot}`;
const written = (form) => [...new FormData(form)].filter(([name]) => name !== "activity" && name !== "slot");

function putBack(form, entries) {
  const left = [...entries];
  for (const field of form.elements) {
    if (!field.name || field.type === "hidden") continue;
    const picks = field.type === "radio" || field.type === "checkbox";
    const at = left.findIndex(([name, value]) => name === field.name && (!picks || value === field.value));
    if (picks) field.checked = at >= 0;
    else if (at >= 0 || field.tagName !== "SELECT") field.value = at >= 0 ? left[at][1] : "";
    if (at >= 0) left.splice(at, 1);
  }
}

function prepare() {
  keepNote();
  together(shown());
  const form = $("main form");
  if (!form) return;
  const draft = shelf.get(`draft-${spot()}`), sent = shelf.get(`sent-${spot()}`);
  if (draft || sent) putBack(form, draft || sent);
  enhance(form);
  if (draft) say(words.unsent);
  else if (sent) { say(words.sent); $(".send").textContent = words.again; }
  form.addEventListener("input", () => keepDraft(form));
  form.addEventListener("submit", (event) => { event.preventDefault(); send(form); });
}

let board = null, told = null; // what the room sorts together has a script of its own; until it is here there is the form
function together(main) {
  board = null;
  const kit = { main, home, words, fill, shelf, button, say, written, post: enqueue, waiting: () => outbox, turn };
  if (main.dataset.kind === "theme_board") import("./board.js").then((script) => { if (main === shown()) board = script.board(kit, told); }).catch(() => {});
}

function keepDraft(form) {
  shelf.put(`draft-${spot()}`, written(form));
  say(words.unsent);
  if ("autosave" in form.dataset) sendSoon(form);
}

// Where all watch while somebody writes: sent a moment after the last letter, when there is something in every field.
let pen = 0;
function sendSoon(form) {
  clearTimeout(pen);
  const filled = (set) => (set.matches(".choice") ? $(":checked", set) : [...set.querySelectorAll("textarea, input")].some((field) => field.value.trim()));
  pen = setTimeout(() => form.isConnected && [...form.querySelectorAll("fieldset")].every(filled) && send(form), 1500);
}

function keepNote() {
  const note = $("[data-note]");
  if (!note) return;
  note.value = shelf.get(`note-${note.dataset.note}`) || "";
  note.addEventListener("input", () => { shelf.put(`note-${note.dataset.note}`, note.value); say(words.saved); });
}

// ---- what is sent: one at a time, the newest wins, the same attempt until it is kept

let outbox = [shelf.get("outbox") ?? []].flat(), trying = false; // the answers on their way, also on the shelf in case the page dies
const send = (form) => enqueue(written(form));
function enqueue(entries, card = "") { // of a board, one answer for each card
  const { activity, slot } = shown().dataset, attempt = Date.now(), where = card ? `${activity}.${card}` : spot();
  const body = new URLSearchParams([["activity", activity], ["slot", slot], ["attempt", attempt], ...entries]).toString();
  outbox = [...outbox.filter((each) => each.spot !== where), { activity, spot: where, attempt, body, entries, card }];
  shelf.put("outbox", outbox);
  deliver();
}

async function deliver() {
  if (trying || !outbox.length) return;
  trying = true;
  for (let pause = 1000; outbox.length; pause = Math.min(pause * 2, 15000)) {
    const sending = outbox[0];
    tellAbout(sending, words.sending);
    const outcome = await post(sending);
    if (outcome === null) {
      tellAbout(sending, words.retry);
      await new Promise((wake) => { setTimeout(wake, pause * (0.5 + Math.random())); addEventListener("online", wake, { once: true }); });
    } else if (outbox.includes(sending)) {
      outbox = outbox.filter((each) => each !== sending);
      shelf.put("outbox", outbox);
      settle(sending, outcome);
    }
  }
  trying = false;
}

const tellAbout = (sending, sentence) => { if (sending.card ? board : sending.spot === spot() && $("main form")) say(sentence); };

function settle(sending, outcome) {
  if (sending.card) return board ? board.settled(sending, outcome) : outcome.problem && say(outcome.problem);
  document.querySelectorAll("p.wrong").forEach((old) => old.remove());
  if (outcome.problem) {
    for (const [name, sentence] of Object.entries(outcome.errors || {})) point(name, sentence);
    return say(outcome.problem);
  }
  const draft = shelf.get(`draft-${sending.spot}`);
  if (JSON.stringify(draft) === JSON.stringify(sending.entries) || !draft) {
    shelf.drop(`draft-${sending.spot}`);
    tellAbout(sending, words.sent);
    if ($(".send")) $(".send").textContent = words.again;
  }
  shelf.put(`sent-${sending.spot}`, sending.entries);
}

function point(name, sentence) {
  $(`#field-${CSS.escape(name)} legend`)?.after(Object.assign(document.createElement("p"), { className: "wrong", textContent: sentence }));
}

const within = (ms) => { const stop = new AbortController(); setTimeout(() => stop.abort(), ms); return stop.signal; }; // AbortSignal.timeout is unknown to phones of 2021
async function post(sending) { // {} when kept, {problem} when refused, null when nobody knows
  try {
    const reply = await fetch(`${home}/svar`, {
      method: "POST", body: sending.body, signal: within(10000),
      headers: { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" },
    });
    if (reply.ok) return {};
    if (reply.status === 429 || reply.status >= 500) return null;
    return { problem: reply.statusText, ...(await reply.json()) };
  } catch { return null; }
}

// ---- where the gathering is: the news carries the page; replaced only when it shows something else

function move(news) {
  $("#line").hidden = true;
  if (news.mark === "gone") return void location.reload();
  keepTime(news.timer);
  if (news.mark === shown().dataset.mark) held = null;
  if (news.mark === shown().dataset.mark || Number(news.version) < Number(shown().dataset.version)) return;
  const fresh = new DOMParser().parseFromString(news.page, "text/html").querySelector("main");
  held = typing() && goesOn(fresh) ? fresh : null;
  if (!held) turn(fresh);
}

// The same question in new words does not take the pen from whoever is writing; it waits until they look up.
let held = null;
const typing = () => document.activeElement?.matches("main form :is(textarea, input[type=text])");
const goesOn = (fresh) => Boolean(fresh.dataset.activity) && fresh.dataset.activity === shown().dataset.activity;
addEventListener("focusout", () => setTimeout(() => { if (held && !typing()) { turn(held); held = null; } }));

function turn(fresh) {
  const same = goesOn(fresh);
  shown().replaceWith(fresh);
  if (!same) scrollTo(0, 0);
  prepare();
}

let line = null, heard = Date.now();
function follow() {
  if (line) line.close();
  heard = Date.now();
  line = new EventSource(`${home}/hendelser`);
  line.addEventListener("move", (event) => { heard = Date.now(); move(JSON.parse(event.data)); deliver(); });
  line.addEventListener("shared", (event) => { told = JSON.parse(event.data); board?.shared(told); });
  line.addEventListener("beat", () => { heard = Date.now(); $("#line").hidden = true; });
  line.addEventListener("error", () => {
    $("#line").hidden = false;
    if (line.readyState === EventSource.CLOSED) setTimeout(follow, 2000 + 2000 * Math.random());
  });
}
// A phone that slept may hold a line that is dead without knowing it.
const wake = ({ persisted } = {}) => { if (persisted || (document.visibilityState === "visible" && Date.now() - heard > 20000)) follow(); };
for (const sign of ["visibilitychange", "online", "pageshow"]) addEventListener(sign, wake);
setInterval(wake, 10000);

// ---- the clock: counted from the server's time, not the phone's

function keepTime(timer) {
  const clock = $("#clock");
  for (const name of ["ends", "left", "now"]) delete clock.dataset[name];
  if (timer) Object.assign(clock.dataset, { now: timer.now, ...(timer.ends_at ? { ends: timer.ends_at } : { left: timer.left }) });
  showClock();
}

let ticking = 0;
function showClock() {
  clearInterval(ticking);
  const clock = $("#clock"), { ends, left, now } = clock.dataset, ahead = Date.now() - Number(now);
  clock.hidden = !ends && !left;
  if (clock.hidden) return;
  const tick = () => {
    const seconds = ends ? Math.max(0, Math.round((Number(ends) - (Date.now() - ahead)) / 1000)) : Number(left);
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };
  tick();
  if (ends) ticking = setInterval(tick, 500);
}

// ---- easier with a thumb: one field more at a time, counters, steppers, arrows

function enhance(form) {
  form.querySelectorAll("textarea").forEach((area) => { area.addEventListener("input", () => tall(area)); tall(area); });
  form.querySelectorAll("fieldset.texts").forEach(oneMore);
  form.querySelectorAll("fieldset.points").forEach(steppers);
  form.querySelectorAll(".order").forEach(arrows);
  form.querySelectorAll("[data-most]").forEach((box) => { box.addEventListener("change", () => atMost(box)); atMost(box); });
  if (form.dataset.reasonFrom) reasonFrom(form, Number(form.dataset.reasonFrom));
}

// As tall as what is written, where the browser does not see to it itself: a thumb has no corner to drag.
const tall = (area) => { if (!CSS.supports("field-sizing", "content")) { area.style.height = ""; if (area.scrollHeight > area.clientHeight) area.style.height = `${area.scrollHeight + 2}px`; } };

// The reason is asked of those who choose a low grade. What was written waits, unsent, if the grade is changed back.
function reasonFrom(form, lowest) {
  const set = $("#field-reason", form);
  const asked = () => [...form.querySelectorAll(".grades :checked")].some(({ value }) => Number(value) >= lowest);
  const look = () => { set.hidden = set.disabled = !asked(); };
  form.addEventListener("change", look);
  look();
}

const button = (className, text, label, deed) => {
  const made = Object.assign(document.createElement("button"), { type: "button", className, textContent: text, onclick: deed });
  if (label) made.setAttribute("aria-label", label);
  return made;
};

function oneMore(set) {
  const fields = [...set.querySelectorAll("textarea, input")];
  const used = Math.max(1, 1 + fields.findLastIndex((field) => field.value));
  fields.slice(used).forEach((field) => { field.hidden = true; });
  if (used >= fields.length) return;
  const more = button("more", `+ ${words.more}`, "", () => {
    const next = fields.find((field) => field.hidden);
    next.hidden = false;
    next.focus();
    more.hidden = !fields.some((field) => field.hidden);
  });
  set.append(more);
}

function steppers(set) {
  const count = $(".left", set), total = Number(count.dataset.total), inputs = [...set.querySelectorAll("input")];
  const left = (but) => total - inputs.reduce((sum, each) => sum + (each === but ? 0 : Number(each.value) || 0), 0);
  const retell = () => {
    count.textContent = fill(words.left, { left: left(), total });
    count.classList.toggle("over", left() < 0);
  };
  for (const input of inputs) {
    const what = $("span", input.parentElement).textContent, step = Number(input.step);
    input.parentElement.htmlFor = Object.assign(input, { id: input.name, ariaLabel: what }).id; // else the label names, and a tap on it presses, the minus
    const nudge = (by) => () => {
      input.value = Math.max(0, Math.min(left(input), (Number(input.value) || 0) + by)) || "";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    };
    input.before(button("tap", "−", fill(words.minus, { what }), nudge(-step)));
    input.after(button("tap", "+", fill(words.plus, { what }), nudge(step)));
    input.addEventListener("input", retell);
    input.addEventListener("beforeinput", (event) => { if (/\D/.test(event.data ?? "")) event.preventDefault(); }); // else a letter may stand there, and the number counts as none
  }
  retell();
}

function arrows(list) {
  const renumber = () => [...list.children].forEach((row, at) => { $("select", row).selectedIndex = at; });
  [...list.children].sort((a, b) => $("select", a).selectedIndex - $("select", b).selectedIndex).forEach((row) => list.append(row));
  for (const row of list.children) {
    const what = $("span", row).textContent;
    const shift = (up) => (event) => {
      const other = up ? row.previousElementSibling : row.nextElementSibling;
      if (!other) return;
      if (up) other.before(row); else other.after(row);
      event.target.focus();
      renumber();
      list.dispatchEvent(new Event("input", { bubbles: true }));
    };
    row.append(button("tap", "↑", fill(words.up, { what }), shift(true)), button("tap", "↓", fill(words.down, { what }), shift(false)));
  }
  renumber();
}

function atMost(box) {
  const picks = [...box.querySelectorAll("input")], total = Number(box.dataset.most);
  const left = total - picks.filter((pick) => pick.checked).length;
  picks.forEach((pick) => { pick.disabled = left <= 0 && !pick.checked; });
  $(".left", box.parentElement)?.replaceChildren(fill(words.left, { left, total }));
}

for (const begin of [prepare, showClock, deliver, follow]) begin();
