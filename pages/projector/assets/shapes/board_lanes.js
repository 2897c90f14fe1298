// Which lane a card lies in, and where. Pure arithmetic.

import { say } from "../words.js";

export const TRAY = 0; // the group of cards that lie in no theme yet; themes count from 1

/** `[{number, name, summary, cards}]`: themes in their order, and last what is not placed yet, when there is any. */
export function groupsOf({ cards, themes }) {
  const groups = themes.map(({ number, name, summary }) => ({ number, name, summary: summary ?? "", cards: [] }));
  const tray = { number: TRAY, name: say("Ikke plassert"), summary: "", cards: [] };
  const at = new Map(groups.map((group) => [group.number, group]));
  for (const card of cards) if (card.state === "open") (at.get(card.theme) ?? tray).cards.push(card);
  return tray.cards.length ? [...groups, tray] : groups;
}

/**
 * Cards go down the lanes of their theme. A theme keeps the lanes it has had, give or take one, so that
 * the themes after it stay where they are.
 * @param areas [{order: card numbers, top: height of the heading, lanes}]; `lanes` is written back
 */
export function placesOf(areas, slips, { room, abreast, gap }) {
  const [cards, heads] = [[], []];
  let lane = 0; // counted through all pages
  for (const area of areas) {
    const from = lane, most = Math.floor(room - area.top);
    let y = area.top;
    for (const number of area.order) {
      const slip = slips.get(number), height = Math.min(slip.height, most);
      if (y > area.top && y + height > room) [lane, y] = [lane + 1, area.top];
      cards.push({ slip, page: Math.floor(lane / abreast), lane: lane % abreast, y, most });
      y += height + gap;
    }
    const needed = lane - from + 1;
    area.lanes = area.lanes === needed + 1 ? area.lanes : needed;
    lane = from + area.lanes;
    for (let at = 0; at < area.lanes; at++) heads.push({ area, at, page: Math.floor((from + at) / abreast), lane: (from + at) % abreast });
  }
  return { cards, heads, pages: Math.max(1, Math.ceil(lane / abreast)) };
}
