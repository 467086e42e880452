// Reading: from page to page and back, in the dark, on a phone, without JavaScript.

import assert from "node:assert/strict";
import { onePerKind } from "./world.js";

/** From 0 for black to 1 for white, as WCAG 2 defines relative luminance, of a colour as computed styles write it. */
function luminance(color) {
  const [red, green, blue] = color.match(/[\d.]+/g).map((part) => part / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const phone = (width) => ({ viewport: { width, height: 844 }, isMobile: true, deviceScaleFactor: 2 });

/** How far the page can be scrolled sideways, and what stands out. */
const sideways = () => {
  const width = document.documentElement.clientWidth;
  const over = document.documentElement.scrollWidth - width;
  const out = [...document.querySelectorAll("body *")].find((element) => element.getBoundingClientRect().right > width + 1);
  return over > 0 ? `${over}px too wide${out ? `: <${out.tagName.toLowerCase()} class="${out.className}">` : ""}` : "";
};

/** What of a page that people need is not shown. */
const unreadable = () => {
  const shown = (selector) => [...document.querySelectorAll(selector)].find((element) => element.checkVisibility());
  const least = document.body.className.startsWith("article") ? { ".text": 200 } : {};
  return Object.entries({ "h1, .nameplate": 1, "nav a": 1, main: 40, ...least })
    .filter(([selector, length]) => !(shown(selector)?.innerText.trim().length >= length))
    .map(([selector]) => selector);
};

export const tests = [
  {
    name: "reading: front page, article, person, and back",
    needs: ["browser"],
    run: ({ withPage, url }) => withPage({}, async (page) => {
      await page.goto(url);
      const lead = page.locator("main h2 a, main h3 a").first();
      const headline = await lead.innerText();
      await lead.click();
      assert.equal(await page.locator("h1").innerText(), headline);
      const article = page.url();
      const person = page.locator(".people .person a").first();
      const name = await person.innerText();
      await person.click();
      assert.equal(await page.locator("h1").innerText(), name);
      assert.ok(await page.getByRole("link", { name: headline }).first().isVisible(), `${name} leads back to “${headline}”`);
      await page.goBack();
      assert.equal(page.url(), article);
      await page.goBack();
      assert.equal(page.url(), url);
    }),
  },
  {
    name: "reading: the number behind a sentence of the summary leads to it in the text",
    needs: ["browser"],
    run: ({ withPage, url, pages }) => withPage({ reducedMotion: "reduce" }, async (page) => {
      await page.goto(url + onePerKind(pages).find(({ kind }) => kind === "article").path);
      await page.locator(".standfirst .evidence").last().click();
      const target = page.locator(".text :target");
      await target.first().waitFor();
      const box = await target.first().boundingBox();
      assert.ok(box.y >= 0 && box.y < page.viewportSize().height, `the sentence is in view, at ${box.y}`);
      const summary = await page.locator(".standfirst").innerText();
      assert.ok(summary.includes((await target.first().innerText()).trim()), "the sentence is one of the summary's");
    }),
  },
  {
    name: "reading: an address that is not there gets the 404 page, which leads on",
    needs: ["browser"],
    run: ({ withPage, url }) => withPage({}, async (page) => {
      const response = await page.goto(`${url}no/such/page/`);
      assert.equal(response.status(), 404);
      await page.locator("main a").first().click();
      assert.equal((await page.reload()).status(), 200);
    }),
  },
  {
    name: "dark and light: every kind of page follows the system",
    needs: ["browser"],
    run: ({ withPage, url, pages }) => withPage({}, async (page) => {
      for (const { kind, path } of onePerKind(pages)) {
        for (const colorScheme of ["dark", "light"]) {
          await page.emulateMedia({ colorScheme });
          await page.goto(url + path);
          const [paper, ink] = await page.evaluate(() => {
            const style = getComputedStyle(document.body);
            return [style.backgroundColor, style.color];
          });
          const [dark, light] = colorScheme === "dark" ? [paper, ink] : [ink, paper];
          assert.ok(luminance(dark) < 0.05 && luminance(light) > 0.7, `${kind}, ${colorScheme}: ${ink} on ${paper}`);
        }
      }
    }),
  },
  {
    name: "phone: no kind of page scrolls sideways at 390 px or at 320 px",
    needs: ["browser"],
    run: async ({ withPage, url, pages }) => {
      for (const width of [390, 320]) {
        await withPage(phone(width), async (page) => {
          for (const { path } of onePerKind(pages)) {
            await page.goto(url + path);
            assert.equal(await page.evaluate(sideways), "", `/${path} at ${width} px`);
          }
        });
      }
    },
  },
  {
    name: "without JavaScript: every page can be read on a phone, without scrolling sideways",
    needs: ["browser"],
    run: ({ withPage, url, pages, note }) => withPage({ ...phone(390), javaScriptEnabled: false }, async (page) => {
      for (const { path } of pages) {
        await page.goto(url + path);
        assert.deepEqual(await page.evaluate(unreadable), [], `shown on /${path}`);
        assert.equal(await page.evaluate(sideways), "", `/${path}`);
      }
      note(`${pages.length} pages`);
    }),
  },
  {
    name: "paper: an article prints its text without navigation",
    needs: ["browser"],
    run: ({ withPage, url, pages }) => withPage({}, async (page) => {
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      await page.goto(url + onePerKind(pages).find(({ kind }) => kind === "article").path);
      assert.equal(await page.locator("nav[aria-label=Main]").isVisible(), false);
      assert.ok(await page.locator(".text p").first().isVisible());
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.ok(luminance(paper) > 0.95, `paper is white, not ${paper}`);
    }),
  },
];
