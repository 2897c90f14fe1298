// The nearest free spot to the middle. Pure arithmetic and no chance: the same words give the same cloud.

const STEP = 0.35; // radians at the innermost turn

/** @returns {x, y, wide, high} or null when there is no room */
export function spiral([wide, high], room, taken) {
  const flat = room.wide / Math.max(1, room.high); // as wide as the wall, so that it fills
  const free = (x, y) =>
    x >= 0 && y >= 0 && x + wide <= room.wide && y + high <= room.high &&
    !taken.some((box) => x < box.x + box.wide && box.x < x + wide && y < box.y + box.high && box.y < y + high);
  const [middleX, middleY] = [(room.wide - wide) / 2, (room.high - high) / 2];
  let angle = 0;
  for (let out = 0; out < room.high / 2; out += (high / 32) * STEP) {
    angle += STEP / (1 + out / (high * 2));
    const [x, y] = [middleX + Math.cos(angle) * out * flat, middleY + Math.sin(angle) * out];
    if (free(x, y)) return { x, y, wide, high };
  }
  return corner(wide, high, room, free, middleX, middleY, flat);
}

/** The spiral leaves the corners; look through them in rows before giving up. */
function corner(wide, high, room, free, middleX, middleY, flat) {
  let best = null;
  for (let y = 0; y + high <= room.high; y += high / 4) {
    for (let x = 0; x + wide <= room.wide; x += high / 2) {
      const away = Math.hypot((x - middleX) / flat, y - middleY);
      if ((best === null || away < best.away) && free(x, y)) best = { x, y, wide, high, away };
    }
  }
  return best;
}
