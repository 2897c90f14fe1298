// The pen of the poster: what is typed is handed to the page a moment after the last letter, while the writing goes on.
const PAUSE = 800;
const areas = ".st-key-poster-lines textarea, .st-key-poster-sections textarea";

export default function () {
  window.heluPen ??= pen();
}

function pen() {
  const waiting = new Map(); // the area -> its clock
  const done = (area) => { clearTimeout(waiting.get(area)); waiting.delete(area); };
  const commit = (area) => {
    done(area);
    if (area.isConnected) area.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: true, bubbles: true }));
  };
  document.addEventListener("input", (event) => {
    const area = event.target;
    if (!area.matches?.(areas)) return;
    clearTimeout(waiting.get(area));
    waiting.set(area, setTimeout(commit, PAUSE, area));
  });
  document.addEventListener("focusout", (event) => done(event.target));
  addEventListener("beforeunload", (event) => {
    if (waiting.size || document.querySelector(".st-key-poster-conflict")) event.preventDefault();
  });
  return true;
}
