// Reloads the page when the site was built anew, swaps the style sheet when only that changed, and lays problems over
// the page. Put into pages by `standfirst serve` alone; it is in no built file.
(() => {
  const { version, style } = document.currentScript.dataset;
  let shownStyle = style;
  let overlay = null;

  const restyle = (name) => {
    if (!name || name === shownStyle) return;
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const href = link.getAttribute("href");
      if (!href.endsWith(shownStyle)) continue;
      const next = link.cloneNode();
      next.setAttribute("href", href.slice(0, href.length - shownStyle.length) + name);
      // The old one goes when the new one is there, so that the page is never bare.
      next.addEventListener("load", () => link.remove());
      link.after(next);
    }
    shownStyle = name;
  };

  const show = (problems) => {
    overlay?.remove();
    overlay = null;
    if (!problems) return;
    overlay = document.createElement("div");
    overlay.id = "standfirst-problems";
    overlay.setAttribute("role", "alert");
    overlay.style.cssText =
      "all:initial;position:fixed;inset:0;z-index:2147483647;overflow:auto;padding:2rem;" +
      "background:#1b1b1bf8;color:#fff;font:16px/1.5 system-ui,sans-serif";
    const title = document.createElement("p");
    title.style.cssText = "margin:0 0 1rem;font-weight:bold";
    title.textContent = "The site could not be built; below is the last good page";
    const hide = document.createElement("button");
    hide.style.cssText = "float:right;font:inherit";
    hide.textContent = "Hide";
    hide.addEventListener("click", () => overlay.remove());
    const text = document.createElement("pre");
    text.style.cssText = "margin:0;white-space:pre-wrap;font:14px/1.5 ui-monospace,monospace";
    text.textContent = problems;
    overlay.append(hide, title, text);
    document.body.append(overlay);
  };

  const events = new EventSource("/__standfirst/events");
  events.addEventListener("message", (event) => {
    const state = JSON.parse(event.data);
    if (state.version !== version) {
      events.close();
      location.reload();
      return;
    }
    restyle(state.style);
    show(state.problems);
  });
  // A browser allows few connections to one host: a page that is kept for going back must not hold one.
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", (event) => event.persisted && location.reload());
})();
