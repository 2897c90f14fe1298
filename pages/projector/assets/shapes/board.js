// The theme board: every theme has lanes of its own, so that a card that moves disturbs as few others as possible.

import { make, rem, still, write } from "../make.js";
import { Pager } from "../pager.js";
import { say } from "../words.js";
import { groupsOf, placesOf, TRAY } from "./board_lanes.js";
import { Overview } from "./board_overview.js";

const [NARROW, WIDE, GAP] = [21, 34, 1.125]; // rem: lanes, and what lies between them
const MANY = 40; // cards; more than these need all the lanes there can be
const SEVERAL = 3; // pages of cards; then they begin with all themes at a glance
const [FRESH, FEW] = [2500, 8]; // ms that a card that moved stands out; more at once is a proposal, not a move
const PEEK = 4000; // ms that a page is left in peace before a card that moves elsewhere turns it

export function board() {
  const [host, aside, none] = [make("div.themes"), make("p.aside"), make("p.no-cards")];
  const overview = new Overview();
  const slips = new Map(); // card -> {element, said, height, x, y, page}
  const areas = new Map(); // theme -> {section, list, heads, order, lanes}
  const pager = new Pager(show);
  let [last, width, abreast, turned] = [null, 0, 0, 0];

  function show(page) {
    if (page !== pager.shown) turned = Date.now();
    pager.shown = page;
    overview.show(page);
    const away = (each) => each.element.classList.toggle("away", each.page !== page);
    slips.forEach(away);
    for (const { heads } of areas.values()) heads.forEach(away);
  }

  function draw({ activity }) {
    last = { activity };
    const groups = groupsOf(activity.picture);
    const parked = activity.picture.cards.filter(({ state }) => state === "parked").length;
    write(aside, parked ? say("{count} kort er satt til side", { count: parked }) : "");
    write(none, groups.length ? "" : say("Ingen kort på tavla ennå."));
    measure(groups);
    const first = slips.size === 0;
    const moved = renew(groups);
    arrange(groups, first ? [] : moved, first);
  }

  /** Another width of the lanes is another board: everything is built and measured again. */
  function measure(groups) {
    const wide = host.clientWidth + GAP * rem();
    const fitting = (lane) => Math.max(1, Math.floor(wide / ((lane + GAP) * rem()) + 0.05));
    const crowded = groups.reduce((sum, { cards }) => sum + cards.length, 0) > MANY;
    abreast = crowded ? fitting(NARROW) : Math.max(fitting(WIDE), Math.min(fitting(NARROW), groups.length));
    if (wide / abreast !== width) forget();
    width = wide / abreast;
  }

  function forget() {
    slips.clear();
    areas.clear();
    host.replaceChildren();
  }

  /** One element for each theme and card. Returns the cards that came or went somewhere else. */
  function renew(groups) {
    const [fresh, moved] = [[], []];
    groups.forEach((group, at) => {
      const area = areaOf(group);
      if (host.children[at] !== area.section) host.insertBefore(area.section, host.children[at] ?? null);
      const here = new Map(group.cards.map((card) => [card.number, card]));
      area.order = area.order.filter((number) => here.has(number));
      const known = new Set(area.order);
      for (const card of group.cards) {
        const slip = slipOf(card, area, fresh);
        if (known.has(card.number)) continue;
        area.order.push(card.number); // whoever comes lies last, and nobody else has to move
        area.list.append(slip.element);
        moved.push(slip);
      }
    });
    sweep(groups);
    fresh.forEach((slip) => { slip.height = slip.element.offsetHeight; }); // all were built: one layout
    return moved;
  }

  function sweep(groups) {
    const left = new Set(groups.flatMap(({ cards }) => cards.map(({ number }) => number)));
    for (const [number, { element }] of slips) if (!left.has(number)) element.remove(), slips.delete(number);
    const stand = new Set(groups.map(({ number }) => number));
    for (const [number, { section }] of areas) if (!stand.has(number)) section.remove(), areas.delete(number);
  }

  function areaOf(group) {
    let area = areas.get(group.number);
    if (!area) {
      const list = make("ul");
      const section = make(group.number === TRAY ? "section.theme.tray" : "section.theme", {}, list);
      area = { ...group, section, list, heads: [], order: [], lanes: 0 };
      area.heads.push(head(area, true));
      areas.set(group.number, area);
    }
    Object.assign(area, group);
    for (const { element } of area.heads) title(element, group);
    return area;
  }

  /** A theme that needs several lanes has its name over each; those who listen hear it once. */
  function head(area, first) {
    const element = make("header.theme-head", { "aria-hidden": first ? null : "true" }, make(first ? "h2" : "p.name"), make("span.count"), make("p.summary"));
    element.style.width = `${width - GAP * rem()}px`;
    if (first) area.section.prepend(element);
    else area.section.append(element);
    title(element, area);
    return { element };
  }

  function title(element, { name, cards, summary }) {
    write(element.children[0], name || say("Uten navn"));
    write(element.children[1], String(cards.length));
    write(element.children[2], summary);
  }

  function slipOf(card, area, fresh) {
    const said = `${card.text} ${card.count}`, old = slips.get(card.number);
    if (old?.said === said) return old;
    const times = card.count > 1 ? make("strong.times", { text: `×${card.count}` }) : null;
    const element = make("li.slip", {}, make("p.text", { text: card.text }), times);
    element.style.width = `${width - GAP * rem()}px`;
    if (old) old.element.replaceWith(element);
    else area.list.append(element);
    const slip = { ...old, element, said };
    slips.set(card.number, slip);
    fresh.push(slip);
    return slip;
  }

  function arrange(groups, moved, first) {
    const lay = groups.map(({ number }) => areas.get(number));
    for (const area of lay) area.top = area.heads[0].element.offsetHeight + 0.75 * rem();
    const found = placesOf(lay, slips, { room: host.clientHeight, abreast, gap: 0.75 * rem() });
    const sums = found.pages >= SEVERAL && lay.length > 1 ? overview.draw(groups, host) : overview.clear();
    const to = follows(found, moved, sums), news = new Set(moved.length > FEW ? [] : moved);
    for (const place of found.cards) settle(place, sums, first, news.has(place.slip));
    for (const { area, at, page, lane, y } of found.heads) {
      area.heads[at] ??= head(area, false);
      area.heads[at].element.style.transform = `translate(${lane * width}px, ${y}px)`;
      area.heads[at].page = page + sums;
    }
    for (const area of lay) area.heads.splice(area.lanes).forEach(({ element }) => element.remove());
    pager.page = to;
    pager.set(found.pages + sums);
  }

  /** The page where a single card landed, unless somebody holds the page or it has just turned. */
  function follows({ cards }, moved, sums) {
    const settled = pager.held || Date.now() - turned < PEEK || pager.page < sums;
    const place = moved.length === 1 && !settled ? cards.find(({ slip }) => slip === moved[0]) : null;
    return place ? place.page + sums : pager.page;
  }

  /** The one that moved can be found from the back row for a while. */
  function mark(element) {
    element.classList.add("fresh");
    setTimeout(() => element.classList.remove("fresh"), FRESH);
  }

  function settle({ slip, page, lane, y, most }, sums, first, fresh) {
    const { element } = slip, x = lane * width, now = page + sums;
    element.classList.toggle("cut", slip.height > most);
    if (slip.height > most) element.style.height = `${most}px`;
    if (slip.x === x && slip.y === y) return void (slip.page = now);
    const glides = !first && slip.page === now && now === pager.shown && !still();
    const at = (left, top) => ({ transform: `translate(${left}px, ${top}px)` });
    if (glides) element.animate([at(slip.x, slip.y), at(x, y)], { duration: 180, easing: "ease-out" });
    Object.assign(element.style, at(x, y));
    if (fresh) mark(element);
    Object.assign(slip, { x, y, page: now });
  }

  return {
    element: make("div.fill.board", {}, make("div.table", {}, host, overview.element, none), make("div.under", {}, aside, pager.element)),
    pager,
    draw,
    resize() {
      forget();
      if (last) draw(last);
    },
  };
}
