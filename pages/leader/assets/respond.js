// Feedback, one screen at a time: the draft stays on the device, and nothing is sent before «Send». Then it is sent
// until it is known what became of it. Without this file it is one long form.
import { $, awhile, page, post, say, shelf, words } from "./screens.js";

const { home, shelf: SHELF } = $("[data-shelf]").dataset, form = $("form.assessment"), PLACE = `${SHELF}-place`;
const CHANGE = `${home}?endre`;

// ---- the draft: {steps, texts, sending}

function filled() {
  const steps = {}, texts = {};
  for (const [name, value] of new FormData(form)) {
    const [what, id] = name.split(".");
    if (what === "step") steps[id] = value ? Number(value) : null;
    else texts[id] = value;
  }
  return { steps, texts };
}

function putBack({ steps = {}, texts = {} }) {
  for (const [id, step] of Object.entries(steps)) {
    const input = [...(form.elements[`step.${id}`] ?? [])].find((each) => each.value === String(step ?? ""));
    if (input) input.checked = true;
  }
  for (const [id, text] of Object.entries(texts)) if (form.elements[`text.${id}`]) form.elements[`text.${id}`].value = text;
}

function forget() {
  shelf.drop(SHELF);
  shelf.drop(PLACE);
}

// ---- sending

let sending = false, trying = false;

async function deliver() {
  sending = true;
  shelf.put(SHELF, { ...filled(), sending });
  if (trying) return;
  trying = true;
  try { await send(); } finally { trying = false; }
}

async function send() {
  for (let pause = 1000; sending; pause = Math.min(pause * 2, 15000)) {
    say(words.sending);
    const sent = filled(), outcome = await post(home, sent);
    if (outcome === null) {
      if (sending) say(words.retry, true);
      await awhile(pause);
      continue;
    }
    if (JSON.stringify(sent) !== JSON.stringify(filled())) continue; // changed meanwhile: sent once more, or when one wants
    if (outcome.problem) return refuse(outcome);
    forget();
    return void location.replace(home);
  }
}

function refuse({ problem, status }) {
  sending = false;
  shelf.put(SHELF, filled());
  if (status === 410) forget(); // counted, or nobody's link any more
  say(problem, true);
}

function edited() {
  say(sending ? words.unsent : "");
  sending = false;
  shelf.put(SHELF, filled());
}

const draft = shelf.get(SHELF);
if (form) {
  if (draft) putBack(draft);
  form.addEventListener("input", edited);
  form.addEventListener("change", edited);
  form.addEventListener("submit", (event) => { event.preventDefault(); deliver(); });
  const screens = page(form, PLACE, (all) => (form.dataset.again ? all.findIndex((screen) => $(".row", screen)) : 0));
  if (!navigator.cookieEnabled) $("#cookies").hidden = false;
  if (draft?.sending) { screens.show(screens.last, false); deliver(); }
} else if (home && draft?.sending) location.replace(CHANGE); // what was on its way is sent once more, harmlessly
else if (home) $("#unsent").hidden = !draft;
else forget(); // nothing can be sent with this link from here
