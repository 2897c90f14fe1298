// The few keys of the storskjerm, and a screen that neither sleeps nor shows a forgotten pointer.

export function listenToKeys(page) {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "f") toggleFullscreen();
    else if (key === "d") dispatchEvent(new Event("helu:theme"));
    else page(event.key);
  });
}

function toggleFullscreen() {
  const asked = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  asked?.catch(() => {}); // refused by the browser: the picture is just as good in a window
}

/** Browsers drop the lock whenever the page is out of sight, so it is asked for again each time. */
export function stayAwake() {
  const ask = () => {
    if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => {});
  };
  document.addEventListener("visibilitychange", ask);
  ask();
}

export function hidePointer() {
  let waiting = null;
  addEventListener("mousemove", () => {
    document.body.classList.remove("idle");
    clearTimeout(waiting);
    waiting = setTimeout(() => document.body.classList.add("idle"), 3000);
  });
}
