// The desk's pulse: three numbers and the clock follow the gathering without redrawing the page, and
// the page is nudged when its buttons no longer match what is going on.
const lines = new WeakMap(); // one stream per place on the page, kept over redraws
const CLICK = 1000; // ms that belong to what was clicked

const pressed = (window.heluPressed ??= watched());

export default function ({ parentElement, data, setTriggerValue }) {
  const place = parentElement.querySelector(".pulse");
  const held = lines.get(parentElement) || {};
  Object.assign(held, { data, nudge: setTriggerValue, numbers: data.numbers, ends: performance.now() + 1000 * data.left });
  lines.set(parentElement, held);
  draw(place, held);
  clearInterval(held.ticking);
  if (data.runs) held.ticking = setInterval(() => tick(place, held), 250);
  if (!held.line || held.address !== data.address) follow(place, held);
  return () => { held.line?.close(); held.line = null; clearInterval(held.ticking); };
}

function follow(place, held) {
  held.line?.close();
  held.address = held.data.address;
  held.line = new EventSource(held.data.address);
  held.line.addEventListener("pulse", (event) => {
    const news = JSON.parse(event.data);
    held.refused = false;
    held.numbers = [news.joined, news.connected, news.answered];
    draw(place, held);
    // A moment's patience: after a click here the page is already on its way with the new version. Only a newer
    // version starts the wait again, else a room that answers all the time would keep the page from ever being drawn.
    const behind = news.version !== held.data.version;
    if (behind && news.version === held.awaited) return;
    clearTimeout(held.waiting);
    held.awaited = behind ? news.version : null;
    if (behind) held.waiting = setTimeout(() => catchUp(held, news.version), 300);
  });
  held.line.addEventListener("error", () => {
    place.textContent = held.data.away;
    if (held.line?.readyState !== EventSource.CLOSED) return;
    // Refused: the page asks anew who is there, before a click would be lost on a login that has worn out.
    if (!held.refused) held.nudge("moved", held.data.version);
    held.refused = true;
    setTimeout(() => held.line && follow(place, held), 2000);
  });
}

/** A page that is asked to run again before it has come to the button that was clicked, forgets the click. */
function catchUp(held, version) {
  const rest = pressed.at + CLICK - performance.now();
  if (rest > 0) return void (held.waiting = setTimeout(() => catchUp(held, version), rest));
  held.awaited = null;
  if (version !== held.data.version) held.nudge("moved", version);
}

function draw(place, { data, numbers, ...held }) {
  const parts = data.words.map((words, at) => part(numbers[at], words)); // what has no words is not for this activity
  if (data.left !== null) parts.push(Object.assign(part(clock(held, data), data.clock), { className: "clock", ariaHidden: "true" }));
  place.replaceChildren(...parts);
}

function tick(place, held) {
  const shown = place.querySelector(".clock b");
  if (shown) shown.textContent = clock(held, held.data);
}

function part(number, words) {
  const one = document.createElement("span");
  one.append(Object.assign(document.createElement("b"), { textContent: number }), ` ${words}`);
  return one;
}

function clock({ ends }, { left, runs }) {
  const seconds = Math.max(0, Math.ceil(runs ? (ends - performance.now()) / 1000 : left));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function watched() {
  const last = { at: -CLICK };
  for (const kind of ["click", "keydown"]) addEventListener(kind, () => { last.at = performance.now(); }, true);
  return last;
}
