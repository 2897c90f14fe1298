// Elements. Text goes in as text, never as HTML: what the room wrote stays what it wrote.

/** `make("li.card", {text: "…", lang: "nb"}, child, child)` */
export function make(kind, attributes = {}, ...children) {
  const [tag, ...classes] = kind.split(".");
  const element = document.createElement(tag);
  element.classList.add(...classes);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") element.textContent = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Sets text only when it differs, so that screen readers are told of news and nothing else. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Gives up after so many ms. `AbortSignal.timeout` itself is unknown to phones of 2021: there nothing would ever be sent. */
export function within(ms) {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), ms);
  return stop.signal;
}
