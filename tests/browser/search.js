// Search: it finds, narrows, keeps its state in the address, and works without a mouse.

import assert from "node:assert/strict";
import { violations } from "./axe.js";
import { assertNone, skip } from "./world.js";

/** A test of the search page; skipped where the program was built without search. */
const ofSearch = (name, use) => ({
  name: `search: ${name}`,
  needs: ["browser"],
  run: async ({ withPage, url, pages }) => {
    const path = pages.find(({ kind }) => kind === "search")?.path;
    if (path === undefined) return skip("this build has no search page");
    return withPage({}, async (page) => {
      await page.goto(url + path);
      await use(page, { field: page.getByRole("searchbox"), results: page.locator("#search-results > li"), status: page.getByRole("status") });
    });
  },
});

/** Waits until the count that is said differs from `before`, and returns how many articles that is. */
async function count(status, before = "") {
  await status.page().waitForFunction((before) => {
    const text = document.querySelector("[role=status]").textContent;
    return text !== before && /found/.test(text);
  }, before);
  return Number.parseInt(await status.innerText(), 10) || 0;
}

/** The layout shift of the page so far, as browsers measure it. */
const shifted = () => new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries().reduce((sum, { value }) => sum + value, 0))).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(0), 300);
});

export const tests = [
  ofSearch("words find articles, which open, and going back keeps them", async (page, { field, results, status }) => {
    await field.fill("Berlin wall");
    const found = await count(status);
    assert.ok(found >= 2, `${found} found`);
    const headline = await results.first().getByRole("link").innerText();
    assert.ok((await results.first().locator("mark").count()) > 0, "what was found is marked");
    await results.first().getByRole("link").click();
    assert.equal(await page.locator("h1").innerText(), headline);
    await page.goBack();
    assert.equal(await count(status), found);
    assert.equal(await field.inputValue(), "Berlin wall");
    assert.equal(await results.first().getByRole("link").innerText(), headline);
  }),
  ofSearch("a person and a topic narrow what is found, and the focus stays", async (page, { field, status }) => {
    await field.fill("president");
    const all = await count(status);
    for (const group of ["Topics", "People"]) {
      const before = await status.innerText();
      const choice = page.getByRole("group", { name: group }).locator("label").last();
      const [, name, number] = /^(.*) \((\d+)\)$/.exec((await choice.innerText()).trim());
      assert.ok(Number(number) < all, `${name} is not in all ${all}`);
      await choice.getByRole("checkbox").focus();
      await page.keyboard.press("Space");
      assert.equal(await count(status, before), Number(number), name);
      const narrowed = await status.innerText();
      const focused = await page.evaluate(() => document.activeElement.parentElement.innerText);
      assert.ok(focused.includes(name), `the focus is on ${focused}, not on ${name}`);
      await page.keyboard.press("Space");
      assert.equal(await count(status, narrowed), all);
    }
  }),
  ofSearch("what is found fits a phone, without a violation, light and dark", async (page, { field, status }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await field.fill("president");
    await count(status);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(over, 0, "pixels too wide");
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      assertNone(await violations(page), `violations, ${colorScheme}`);
    }
  }),
  ofSearch("a word that no article has is said to be in none", async (page, { field, results, status }) => {
    await field.fill("zzyzxqq");
    assert.equal(await count(status), 0);
    assert.equal(await results.count(), 0);
  }),
  ofSearch("a search can be linked to, and nothing jumps while it runs", async (page, { results, status }) => {
    await page.goto(`${page.url().split("?")[0]}?q=moon`);
    assert.ok((await count(status)) >= 1);
    assert.ok(await results.first().isVisible());
    const shift = await page.evaluate(shifted);
    assert.ok(shift < 0.02, `a layout shift of ${shift}`);
  }),
  ofSearch("the keyboard is enough", async (page, { field, results, status }) => {
    await field.focus();
    await page.keyboard.type("apartheid");
    await page.keyboard.press("Enter");
    await count(status);
    const link = results.first().getByRole("link");
    const headline = await link.innerText();
    for (let step = 0; step < 60 && !(await link.evaluate((element) => element === document.activeElement)); step += 1) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await page.waitForURL((address) => !address.pathname.includes("/search/"));
    assert.equal(await page.locator("h1").innerText(), headline);
  }),
];
