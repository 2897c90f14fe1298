// Type that steps down until it fits, and stops where the back row could no longer read it.

export const QUESTION = [4.5, 4, 3.5, 3, 2.75, 2.5]; // rem: 72 to 40 px on a screen of 1920x1080

/** The largest size at which `fits()` holds, or the smallest one. Returns whether it held. */
export function step(element, sizes, fits) {
  for (const size of sizes) {
    element.style.fontSize = `${size}rem`;
    if (fits()) return true;
  }
  return false;
}

/** A long question shrinks so that the answers keep their room; it still wraps rather than going below 40 px. */
export function fitQuestion(heading, share, sizes = QUESTION) {
  const most = document.documentElement.clientHeight * share;
  step(heading, sizes, () => heading.offsetHeight <= most && heading.scrollWidth <= heading.clientWidth + 1);
}
