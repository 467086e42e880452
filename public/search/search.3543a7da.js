// The search page. Words, filters and order are kept in its address, so that a search can be linked to and gone back to.
(() => {
  "use strict";
  const script = document.currentScript;
  const root = new URL(script.dataset.root, location.href);
  const $ = (id) => document.getElementById(id);
  const [form, words, status, narrow, filters, list, more] =
    ["form", "words", "status", "narrow", "filters", "results", "more"].map((name) => $(`search-${name}`));
  const GROUPS = { topic: "Topics", person: "People" };
  const PER_STEP = 10;
  const MOST_VALUES = 8;

  const chosen = { topic: new Set(), person: new Set() };
  let newest = false;
  let found = [];
  let latest = 0;
  let library;

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  function fromAddress() {
    const asked = new URLSearchParams(location.search);
    words.value = asked.get("q") ?? "";
    newest = asked.get("sort") === "newest";
    for (const group in chosen) chosen[group] = new Set(asked.getAll(group));
  }

  function toAddress(keep) {
    const asked = new URLSearchParams();
    if (words.value.trim()) asked.set("q", words.value.trim());
    for (const group in chosen) chosen[group].forEach((value) => asked.append(group, value));
    if (newest) asked.set("sort", "newest");
    const query = asked.toString();
    const address = location.pathname + (query && `?${query}`);
    if (address !== location.pathname + location.search) {
      history[keep ? "pushState" : "replaceState"](null, "", address);
    }
  }

  // Brought when it is first needed; a failure is told, and tried again with the next search.
  function load() {
    const bring = async () => {
      const pagefind = await import(new URL(`${script.dataset.index}pagefind.js`, location.href).href);
      await pagefind.options({ excerptEllipsis: "…" });
      // Only filters that were asked for are counted.
      await pagefind.filters();
      return pagefind;
    };
    library ??= bring().catch((error) => {
      library = undefined;
      throw error;
    });
    return library;
  }

  async function search() {
    const run = ++latest;
    const text = words.value.trim();
    const asked = {};
    for (const group in chosen) if (chosen[group].size) asked[group] = { any: [...chosen[group]] };
    if (!text && !Object.keys(asked).length) return show("", [], {});
    const wait = setTimeout(() => { if (run === latest) status.textContent = "Searching …"; }, 300);
    try {
      const pagefind = await load();
      const answer = await pagefind.search(text || null, { filters: asked, sort: newest ? { date: "desc" } : {} });
      if (run !== latest) return;
      const count = answer.results.length;
      const said = count ? `${count} ${count === 1 ? "article" : "articles"}` : "No article";
      await show(text ? `${said} found for “${text}”` : `${said} found`, answer.results, answer.totalFilters, run);
    } catch {
      if (run !== latest) return;
      const local = location.protocol === "file:";
      show(local ? "Searching works when the site is on a web server, not from a folder." : "The search index cannot be read. Please try again.", [], {});
    } finally {
      clearTimeout(wait);
    }
  }

  async function show(said, results, counts, run = latest) {
    const first = await Promise.all(results.slice(0, PER_STEP).map((result) => result.data()));
    if (run !== latest) return;
    found = results;
    list.replaceChildren(...first.map(item));
    more.hidden = list.children.length >= found.length;
    showFilters(counts);
    status.textContent = said;
  }

  function item(page) {
    const link = element("a", { href: new URL(page.raw_url, root).href }, page.meta.title ?? page.raw_url);
    const made = element("li", {}, element("h2", {}, link));
    if (page.meta.date) made.append(element("p", { className: "byline" }, page.meta.date));
    made.append(element("p", {}, ...excerpt(page.excerpt)));
    return made;
  }

  // The excerpt is text with <mark> around what was found, and < and > as entities.
  function excerpt(html) {
    const text = (part) => part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return html.split(/<\/?mark>/).map((part, i) => (i % 2 ? element("mark", {}, text(part)) : text(part)));
  }

  function showFilters(counts) {
    const focused = document.activeElement?.dataset?.key;
    const sets = Object.keys(GROUPS).map((group) => fieldset(group, counts[group] ?? {})).filter(Boolean);
    if (found.length > 1 || newest) sets.push(order());
    filters.replaceChildren(...sets);
    narrow.hidden = !sets.length;
    if (focused) [...filters.querySelectorAll("input")].find((input) => input.dataset.key === focused)?.focus();
  }

  function fieldset(group, counts) {
    const values = Object.entries(counts).filter(([value, count]) => count || chosen[group].has(value));
    chosen[group].forEach((value) => { if (!(value in counts)) values.push([value, 0]); });
    const rank = ([value, count]) => (chosen[group].has(value) ? Infinity : count);
    values.sort((a, b) => (rank(b) > rank(a)) - (rank(b) < rank(a)) || a[0].localeCompare(b[0]));
    if (!values.length) return null;
    const shown = values.slice(0, Math.max(MOST_VALUES, chosen[group].size));
    return element("fieldset", {}, element("legend", {}, GROUPS[group]), ...shown.map(([value, count]) =>
      choice("checkbox", `${group}:${value}`, `${value} (${count})`, chosen[group].has(value), (on) => {
        chosen[group][on ? "add" : "delete"](value);
      })));
  }

  function order() {
    const by = (value, label) => choice("radio", `order:${label}`, label, newest === value, () => { newest = value; });
    return element("fieldset", {}, element("legend", {}, "Order"), by(false, "Best match"), by(true, "Newest first"));
  }

  function choice(type, key, label, checked, set) {
    const input = element("input", { type, checked, name: type === "radio" ? "order" : "" });
    input.dataset.key = key;
    input.addEventListener("change", () => { set(input.checked); toAddress(true); search(); });
    return element("label", {}, input, label);
  }

  more.addEventListener("click", async () => {
    const at = list.children.length;
    const run = latest;
    const next = await Promise.all(found.slice(at, at + PER_STEP).map((result) => result.data()));
    if (run !== latest || list.children.length !== at) return;
    list.append(...next.map(item));
    more.hidden = list.children.length >= found.length;
    list.children[at]?.querySelector("a").focus();
  });

  let typing;
  words.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => { toAddress(false); search(); }, 200);
  });
  words.addEventListener("focus", () => load().catch(() => {}), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    toAddress(true);
    search();
  });
  addEventListener("popstate", () => { fromAddress(); search(); });

  form.hidden = false;
  fromAddress();
  // On a phone the articles come first, unless some are left out already.
  narrow.open = matchMedia("(min-width: 48rem)").matches || Object.values(chosen).some((values) => values.size);
  search();
  if (!words.value) words.focus();
})();
