// The way to the server: deeds go one at a time and in order, and news come whenever there is any.

import { within } from "../make.js";
import { say } from "../words.js";

const AGAIN = new Set(["place", "park", "rename", "summarise", "order"]); // doing these twice is doing them once
const LIMIT = 10_000;
const SILENCE = 40_000;

/** @param tells {changed(), wrong(sentence, deed), done(deed, answer), busy(sentence)} */
export class Server {
  constructor(here, state, tells) {
    Object.assign(this, { here, state, tells, queue: Promise.resolve(), asking: null, once_more: false, heard: Date.now() });
  }

  /** Drawn at once, sent when those before it have been answered, taken back when it is refused. Resolves to whether it held. */
  do(deed) {
    const step = this.state.begin(deed);
    this.tells.changed();
    const result = this.queue.then(() => this.send(step));
    this.queue = result;
    return result;
  }

  async send(step) {
    for (let pause = 500; ; pause = Math.min(8000, pause * 2)) {
      const answer = await this.post(step.deed);
      if (answer?.revision !== undefined) {
        step.revision = answer.revision;
        this.tells.busy("");
        this.tells.done(step.deed, answer);
        await this.ask();
        return true;
      }
      if (answer || !AGAIN.has(step.deed.deed)) return this.refuse(step, answer?.problem);
      this.tells.busy(say("Uten nett. Det du gjør, tas vare på her og sendes når nettet er tilbake."));
      await new Promise((done) => { setTimeout(done, pause); addEventListener("online", done, { once: true }); });
    }
  }

  async refuse(step, problem) {
    this.state.forget(step);
    this.tells.wrong(problem || say("Fikk ikke svar fra serveren. Se på tavla om det ble gjort, og prøv igjen."), step.deed);
    this.tells.changed();
    await this.ask();
    return false;
  }

  /** The server's answer as JSON; null when nobody knows whether it came there. */
  async post(deed) {
    try {
      const reply = await fetch(`${this.here}/trekk`, { method: "POST", body: JSON.stringify(deed), headers: { "Content-Type": "application/json", Accept: "application/json" }, signal: within(LIMIT) });
      if (reply.status >= 500 && reply.status !== 503) return { problem: "" };
      if (reply.status === 503 && AGAIN.has(deed.deed)) return null;
      return await reply.json().catch(() => ({ problem: "" }));
    } catch {
      return null;
    }
  }

  /** Fetches the board. Asked while asking means once more afterwards, never two at a time. */
  ask() {
    if (this.asking) {
      this.once_more = true;
      return this.asking;
    }
    this.asking = this.fetch().finally(() => {
      this.asking = null;
      if (!this.once_more) return undefined;
      this.once_more = false;
      return this.ask();
    });
    return this.asking;
  }

  async fetch() {
    try {
      const reply = await fetch(`${this.here}/tilstand`, { cache: "no-store", headers: { Accept: "application/json" }, signal: within(LIMIT) });
      const answer = await reply.json();
      if (!reply.ok) return this.tells.wrong(answer.problem);
      if (this.state.hear(answer)) this.tells.changed();
    } catch { /* the next news asks again */ }
  }

  async origin(piece) {
    try {
      const reply = await fetch(`${this.here}/opphav/${piece}`, { headers: { Accept: "application/json" }, signal: within(LIMIT) });
      return reply.ok ? await reply.json() : null;
    } catch {
      return null;
    }
  }

  follow() {
    this.source?.close();
    this.heard = Date.now();
    this.source = new EventSource(`${this.here}/hendelser`);
    const alive = () => { this.heard = Date.now(); this.tells.line(true); };
    this.source.addEventListener("pulse", () => { alive(); this.ask(); });
    this.source.addEventListener("beat", alive);
    this.source.addEventListener("error", () => {
      this.tells.line(false);
      if (this.source.readyState === EventSource.CLOSED) setTimeout(() => this.follow(), 2000 + 2000 * Math.random());
    });
    if (this.waking) return;
    const wake = (silence) => { if (document.visibilityState === "visible" && Date.now() - this.heard > silence) this.follow(); };
    this.waking = setInterval(wake, 5000, SILENCE);
    document.addEventListener("visibilitychange", () => wake(SILENCE / 2)); // a tablet that slept may hold a line that is dead
  }
}
