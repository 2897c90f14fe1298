// The whole-screen views that are not about one activity: joining, between activities, and the end.

import { fitQuestion, QUESTION, step } from "./fit.js";
import { make, rem, write } from "./make.js";
import { nextLine } from "./strip.js";
import { showIn } from "./timer.js";
import { say } from "./words.js";

/** Before the start: how to join, as large as it can be. */
export function lobby() {
  const [title, address, code, here] = [make("h1.question"), make("p.address"), make("p.code"), make("p.here", { "aria-live": "polite" })];
  const qr = make("img", { alt: say("QR-kode som åpner møtet på telefonen") });
  const steps = make("div.join", {}, make("p.how", { text: say("Skann koden, eller gå til") }), address, make("p.how", { text: say("og skriv") }), code);
  return {
    element: make("section.lobby", {}, make("div.words", {}, title, steps, here), make("div.plate", {}, qr)),
    draw({ title: name, join, numbers }) {
      write(title, name);
      fitQuestion(title, 0.24);
      write(address, join.address);
      step(address, [3.5, 3, 2.5, 2], () => address.offsetHeight < parseFloat(address.style.fontSize) * 2 * rem()); // one line
      write(code, join.code);
      write(here, company(numbers.joined));
      if (qr.getAttribute("src") !== join.qr) qr.src = join.qr;
    },
  };
}

function company(joined) {
  if (joined === 0) return say("Vi venter på de første.");
  return joined === 1 ? say("Én er med.") : say("{joined} er med.", { joined });
}

/** Nothing is asked: a break, a talk, or the minute before the next question. */
export function pause() {
  const [title, line, clock] = [make("h1.question"), make("p.hint"), make("p.clock", { role: "timer", "aria-label": say("Tid igjen") })];
  showIn(clock);
  return {
    element: make("section.plain", {}, title, clock, line),
    draw({ title: name, agenda }) {
      write(title, agenda?.now?.title ?? name);
      fitQuestion(title, 0.3, [5.5, ...QUESTION]);
      write(line, nextLine(agenda) || (agenda?.now ? "" : say("Vi fortsetter straks.")));
      showIn(clock);
    },
  };
}

export function ended() {
  const name = make("p.hint");
  return {
    element: make("section.plain.ended", {}, make("h1.question", { text: say("Takk for innsatsen!") }), name, make("p.kept", { text: say("Det dere delte, er tatt vare på. Nå kan dere legge bort telefonen.") })),
    draw({ title }) { write(name, title); },
  };
}
