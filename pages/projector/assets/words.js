// The sentences of the page in its own language, put there by the server. The bokmål sentence is the key.

const words = JSON.parse(document.getElementById("words")?.textContent || "{}");

/** `say("{answered} av {joined} har svart", {answered: 12, joined: 31})` */
export function say(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);
}

/** A number as it is written here: 4.5 is «4,5» in Norwegian. */
export function figure(number) {
  return number.toLocaleString(document.documentElement.lang || "nb", { maximumFractionDigits: 1 });
}
