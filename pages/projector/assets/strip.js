// The quiet line at the bottom: how to join, where we are in the day, how many have answered, the clock.

import { write } from "./make.js";
import { showIn } from "./timer.js";
import { say } from "./words.js";

const at = (id) => document.getElementById(id);

showIn(at("strip-timer"));

export function drawStrip(state, view) {
  const bare = view === "lobby";
  at("strip").hidden = false;
  at("strip").classList.toggle("bare", bare);
  const qr = at("strip-qr");
  if (qr.getAttribute("src") !== state.join.qr) qr.src = state.join.qr;
  write(at("strip-address"), state.join.address);
  write(at("strip-code"), state.join.code);
  write(at("strip-agenda"), view === "pause" ? "" : agendaLine(state.agenda));
  // The views that show the figures themselves also say them; two voices would be one too many.
  write(at("strip-count"), ["lobby", "hidden", "ended"].includes(view) ? "" : countLine(state));
  at("strip-timer").classList.toggle("elsewhere", view === "rounds" || view === "pause");
}

export function countLine({ activity, numbers, phase }) {
  if (activity?.picture?.shape === "board") return leftToPlace(activity.picture);
  if (!activity?.asks || activity.private) return "";
  const said = answered(numbers);
  return phase === "closed" ? say("{said} · Stengt for svar", { said }) : said;
}

function leftToPlace({ cards }) {
  const open = cards.filter(({ state }) => state === "open"), left = open.filter(({ theme }) => theme === null).length;
  if (!open.length) return "";
  return left ? say("{left} av {all} igjen å plassere", { left, all: open.length }) : say("Alle kort er plassert");
}

export function answered({ answered: done, joined }) {
  if (joined === 0) return say("Ingen er med ennå");
  if (done >= joined && joined > 1) return say("Alle {joined} har svart", { joined });
  return say("{answered} av {joined} har svart", { answered: done, joined });
}

function agendaLine(agenda) {
  const now = agenda?.now ? say("Nå: {title}", { title: agenda.now.title }) : "";
  return [now, nextLine(agenda)].filter(Boolean).join(" · ");
}

export function nextLine(agenda) {
  if (!agenda?.next) return "";
  const { title, start } = agenda.next;
  return start ? say("Neste: {title} {start}", { title, start }) : say("Neste: {title}", { title });
}
