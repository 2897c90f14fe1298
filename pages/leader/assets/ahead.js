// While somebody answers, what the radar is made of comes to the browser: one file at a time, so that the answers
// never wait for it, and not from the first moment, as a whole hall may have begun at once.
"use strict";

const EARLIEST = 10000, LATEST = 120000; // milliseconds; the short form takes about four minutes
const RADAR = new URL("/radar", location.href);

setTimeout(async () => {
  const line = navigator.connection;
  if (line?.saveData || line?.effectiveType?.endsWith("2g")) return;
  try {
    const reply = await fetch(RADAR, { priority: "low" });
    if (!reply.ok || reply.redirected) return;
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    for (const each of page.querySelectorAll("head script[src], head link[crossorigin]")) {
      const file = new URL(each.getAttribute("src") ?? each.getAttribute("href"), RADAR);
      await (await fetch(file, { priority: "low" })).arrayBuffer();
    }
  } catch { /* the radar fetches the rest itself */ }
}, EARLIEST + Math.random() * (LATEST - EARLIEST));
