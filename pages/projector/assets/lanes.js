// Where things lie on a wall of lanes. Pure arithmetic: whoever lies somewhere stays there.

export class Lanes {
  /** `height` is the room of one page; `gap` what lies between two things. The same unit for all. */
  constructor(lanes, height, gap) {
    Object.assign(this, { lanes, height, gap, pages: [], holes: [] });
  }

  /** A place for something `tall` (by how many lanes it spans), within the lanes [from, to). */
  place(tall, from = 0, to = this.lanes) {
    const span = this.spanFor(tall, to - from);
    const height = tall(span);
    return this.reuse(span, height, from, to) ?? this.append(span, height, from, to);
  }

  /** Its place may be taken by someone new. */
  release(slot) { this.holes.push(slot); }

  spanFor(tall, most) {
    for (let span = 1; span < most; span++) if (tall(span) <= this.height) return span;
    return most;
  }

  reuse(span, height, from, to) {
    const fitting = this.holes.filter((hole) => hole.span === span && hole.height >= height && hole.lane >= from && hole.lane + span <= to);
    if (!fitting.length) return null;
    const hole = fitting.reduce((best, each) => (each.height < best.height ? each : best));
    this.holes.splice(this.holes.indexOf(hole), 1);
    return { ...hole }; // keeps the height of the hole, so that the hole never shrinks by being used
  }

  append(span, height, from, to) {
    for (let page = 0; ; page++) {
      const tops = (this.pages[page] ??= new Array(this.lanes).fill(0));
      let best = null;
      for (let lane = from; lane + span <= to; lane++) {
        const top = Math.max(...tops.slice(lane, lane + span));
        const fits = top + height <= this.height || top === 0;
        if (fits && (best === null || top < best.y)) best = { page, lane, span, y: top, height };
      }
      if (best === null) continue;
      tops.fill(best.y + height + this.gap, best.lane, best.lane + span);
      return best;
    }
  }
}

/** One after another down each lane, then the next lane, then the next page. */
export function flow(heights, room, lanes, gap) {
  let [page, lane, y, most] = [0, 0, 0, 0];
  const places = heights.map((height) => {
    if (y > 0 && y + height > room) {
      [lane, y] = [lane + 1, 0];
      if (lane === lanes) [page, lane] = [page + 1, 0];
    }
    const place = { page, lane, y };
    y += height + gap;
    most = Math.max(most, y - gap);
    return place;
  });
  return { places, pages: page + 1, used: most };
}
