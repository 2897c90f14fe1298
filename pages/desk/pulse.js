// The desk's pulse: three numbers that follow the gathering without redrawing the page, and a nudge
// to the page when its buttons no longer match what is going on.
const lines = new WeakMap(); // one stream per place on the page, kept over redraws

export default function ({ parentElement, data, setTriggerValue }) {
  const place = parentElement.querySelector(".pulse");
  const held = lines.get(parentElement) || {};
  Object.assign(held, { data, nudge: setTriggerValue });
  lines.set(parentElement, held);
  draw(place, data.numbers, data.words);
  if (!held.line || held.address !== data.address) follow(place, held);
  return () => { held.line?.close(); held.line = null; };
}

function follow(place, held) {
  held.line?.close();
  held.address = held.data.address;
  held.line = new EventSource(held.data.address);
  held.line.addEventListener("pulse", (event) => {
    const news = JSON.parse(event.data);
    draw(place, [news.joined, news.connected, news.answered], held.data.words);
    clearTimeout(held.waiting);
    // A moment's patience: after a click here the page is already on its way with the new version.
    if (news.version !== held.data.version) held.waiting = setTimeout(() => news.version !== held.data.version && held.nudge("moved", news.version), 300);
  });
  held.line.addEventListener("error", () => {
    place.textContent = held.data.away;
    if (held.line?.readyState === EventSource.CLOSED) setTimeout(() => held.line && follow(place, held), 2000);
  });
}

function draw(place, numbers, words) {
  place.replaceChildren(...numbers.map((number, at) => {
    const one = document.createElement("span");
    one.append(Object.assign(document.createElement("b"), { textContent: number }), ` ${words[at]}`);
    return one;
  }));
}
