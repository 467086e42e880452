// The keyboard alone: everything that can be done is reached with Tab, and where one is can be seen.

import assert from "node:assert/strict";
import { assertNone, onePerKind } from "./world.js";

/** Numbers what a pointer could use, so that what Tab reaches can be compared with it. */
const numberTargets = () => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const targets = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
  const usable = targets.filter((element) => shown(element) && !element.disabled);
  usable.forEach((element, index) => (element.dataset.target = index));
  return usable.map((element) => element.textContent.trim() || element.getAttribute("aria-label") || element.outerHTML);
};

/** The number of what has the focus, with what is wrong with how that shows; nothing at the end of the page. */
const focused = () => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const [style, box] = [getComputedStyle(element), element.getBoundingClientRect()];
  const wrong = [];
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) wrong.push("has no outline");
  if (box.width < 2 || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) wrong.push("is out of view");
  return { number: element.dataset.target, wrong: wrong.join(", "), text: element.outerHTML.slice(0, 120) };
};

export const tests = [
  {
    name: "keyboard: the first Tab shows a link that skips to the content",
    needs: ["browser"],
    run: ({ withPage, url, pages }) => withPage({ reducedMotion: "reduce" }, async (page) => {
      for (const { kind, path } of onePerKind(pages)) {
        await page.goto(url + path);
        if (await page.evaluate(() => document.activeElement.matches("main input"))) continue;
        await page.keyboard.press("Tab");
        const skip = page.locator(":focus");
        assert.equal(await skip.getAttribute("href"), "#main", kind);
        const box = await skip.boundingBox();
        assert.ok(box.width > 50 && box.height > 20 && box.y >= 0, `${kind}: the link is seen`);
        await page.keyboard.press("Enter");
        await page.keyboard.press("Tab");
        const inMain = await page.evaluate(() => document.activeElement.closest("main, footer") !== null);
        assert.ok(inMain, `${kind}: the next Tab is in the content`);
      }
    }),
  },
  {
    name: "keyboard: Tab reaches everything on every kind of page, in view and outlined",
    needs: ["browser"],
    run: ({ withPage, url, pages, note }) => withPage({ reducedMotion: "reduce" }, async (page) => {
      let count = 0;
      const wrong = [];
      for (const { kind, path } of onePerKind(pages)) {
        await page.goto(url + path);
        const targets = await page.evaluate(numberTargets);
        const reached = new Set();
        for (let step = 0; step < targets.length + 5; step += 1) {
          await page.keyboard.press("Tab");
          const now = await page.evaluate(focused);
          // At its end the page begins anew; one that puts the focus into a field is begun in its midst.
          if (!now) continue;
          if (reached.has(now.number)) break;
          reached.add(now.number);
          if (now.wrong) wrong.push(`${kind}: ${now.text} ${now.wrong}`);
        }
        targets.forEach((text, index) => reached.has(String(index)) || wrong.push(`${kind}: “${text}” is not reached`));
        count += reached.size;
      }
      assertNone(wrong, "faults");
      note(`${count} links and controls`);
    }),
  },
];
