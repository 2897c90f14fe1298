// Which lane a card lies in, and where. Pure arithmetic.

import { say } from "../words.js";

const BETWEEN = 2; // gaps between cards that lie between a theme and the one below it
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
export function placesOf(areas, slips, view) {
  const places = inLanes(areas, slips, view);
  return (places.pages > 1 && onOnePage(areas, slips, view)) || places;
}

/** Whole themes below each other, for short themes that would otherwise be a page more; null when that is not enough. */
function onOnePage(areas, slips, { room, abreast, gap }) {
  const [cards, heads] = [[], []];
  let [lane, y] = [0, 0];
  for (const area of areas) {
    const high = area.order.reduce((sum, number) => sum + slips.get(number).height + gap, area.top - gap);
    if (y && y + high > room) [lane, y] = [lane + 1, 0];
    if (high > room || lane >= abreast) return null;
    heads.push({ area, at: 0, page: 0, lane, y });
    y += area.top;
    for (const number of area.order) {
      const slip = slips.get(number);
      cards.push({ slip, page: 0, lane, y, most: Infinity });
      y += slip.height + gap;
    }
    y += (BETWEEN - 1) * gap;
  }
  for (const area of areas) area.lanes = 1;
  return { cards, heads, pages: 1 };
}

function inLanes(areas, slips, { room, abreast, gap }) {
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
    for (let at = 0; at < area.lanes; at++) heads.push({ area, at, page: Math.floor((from + at) / abreast), lane: (from + at) % abreast, y: 0 });
  }
  return { cards, heads, pages: Math.max(1, Math.ceil(lane / abreast)) };
}
