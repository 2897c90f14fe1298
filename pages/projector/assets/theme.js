// Light or dark room. A classic script in <head>, so that the first painted frame already has the right colours.
(() => {
  const root = document.documentElement;
  const KEY = "helu-storskjerm-tema";

  // A browser may refuse storage altogether; then the choice lasts as long as the page.
  const remembered = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const remember = (theme) => { try { localStorage.setItem(KEY, theme); } catch { /* see above */ } };

  const wear = (theme) => { root.dataset.theme = theme === "mork" ? "mork" : "lys"; };
  wear(new URLSearchParams(location.search).get("tema") ?? remembered());

  addEventListener("storage", (event) => { if (event.key === KEY) wear(event.newValue); });
  addEventListener("helu:theme", () => {
    wear(root.dataset.theme === "mork" ? "lys" : "mork");
    remember(root.dataset.theme);
  });
})();
