// One activity: the question on top, and below it what the room gave.

import { fitQuestion, step } from "./fit.js";
import { hidden, secret } from "./hidden.js";
import { make, write } from "./make.js";
import { agreement } from "./shapes/agreement.js";
import { bars } from "./shapes/bars.js";
import { board } from "./shapes/board.js";
import { cards } from "./shapes/cards.js";
import { cloud } from "./shapes/cloud.js";
import { columns } from "./shapes/columns.js";
import { commitments } from "./shapes/commitments.js";
import { decision } from "./shapes/decision.js";
import { development } from "./shapes/development.js";
import { map } from "./shapes/map.js";
import { drafts } from "./shapes/drafts.js";
import { note } from "./shapes/note.js";
import { poster } from "./shapes/poster.js";
import { radar } from "./shapes/radar.js";
import { rounds } from "./shapes/rounds.js";
import { spreads } from "./shapes/spreads.js";
import { together } from "./shapes/together.js";
import { values } from "./shapes/values.js";
import { wheel } from "./shapes/wheel.js";
import { year } from "./shapes/year.js";
import { say } from "./words.js";

const SHAPES = { agreement, commitments, development, decision, map, bars, board, cards, cloud, columns, note, rounds, spreads, values, wheel, year, drafts, poster, radar, together };
const EMPTY = { cards: ({ cards: all }) => !all.length, cloud: ({ words }) => !words.length };
const FOR_THE_QUESTION = 0.25; // of the height of the screen

/** What fills the space below the question right now. */
export function shapeOf({ picture, asks, private: alone }) {
  if (picture && SHAPES[picture.shape]) return picture.shape;
  return asks && !alone ? "hidden" : "secret";
}

export function activity() {
  const [question, hint] = [make("h1.question"), make("p.hint")];
  const reading = make("ul.reading");
  const top = make("header.top", {}, question, hint, reading);
  const host = make("div.host");
  const [promise, none] = [make("p.promise"), make("p.none", { text: say("Ingen har svart ennå.") })];
  const element = make("section.activity", {}, top, host, none, promise);
  let [shape, name, size, last, fitted] = [null, null, null, null, null];

  const watcher = new ResizeObserver(() => {
    const now = measure();
    if (last && now !== size) settle(true);
  });
  watcher.observe(host);

  const measure = () => `${host.clientWidth}x${host.clientHeight}`;

  function settle(again) {
    const asked = `${question.textContent} ${reading.dataset.said} ${innerWidth}x${innerHeight}`;
    if (asked !== fitted) {
      fitQuestion(question, FOR_THE_QUESTION);
      const whole = step(reading, [2.25, 2, 1.75, 1.5], () => reading.scrollHeight <= reading.clientHeight + 1);
      reading.classList.toggle("cut", !whole);
    }
    fitted = asked;
    if (again) shape.resize();
    size = measure();
  }

  return {
    element,
    get pager() { return shape?.pager; },
    draw(state) {
      const now = state.activity;
      last = state;
      element.lang = now.language;
      write(question, now.title || state.title);
      write(hint, now.hint);
      const texts = now.reading ?? [];
      if (JSON.stringify(texts) !== reading.dataset.said) {
        reading.dataset.said = JSON.stringify(texts);
        reading.replaceChildren(...texts.map((text) => make("li", { text })));
      }
      write(promise, now.private ? say("Det du skriver, blir på telefonen din. Ingen andre ser det.") : "");
      const wanted = shapeOf(now);
      none.hidden = !EMPTY[wanted]?.(now.picture);
      element.classList.toggle("bare", wanted === "secret");
      if (wanted !== name) {
        shape?.pager?.stop();
        shape = { ...SHAPES, hidden, secret }[wanted](state);
        name = wanted;
        host.replaceChildren(shape.element);
      }
      settle(false);
      shape.draw(state);
      size = measure();
    },
    resize() { if (last) settle(true); },
    stop() {
      watcher.disconnect();
      shape?.pager?.stop();
    },
  };
}
