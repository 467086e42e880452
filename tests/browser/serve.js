// `standfirst serve` as its user sees it: pages that reload, styles that change in place, problems over the page.

import assert from "node:assert/strict";
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { violations } from "./axe.js";
import { assertNone, skip, standfirst } from "./world.js";

/** Begins a project of its own and serves it. */
async function serving({ folder, startServing }, name) {
  const root = join(folder, name);
  standfirst(["init", root]);
  mkdirSync(join(root, "templates"), { recursive: true });
  writeFileSync(join(root, "seeds", "bridge.md"), "# The bridge is open\n\nMayor Ada Lovelace opened the bridge on Monday.\n");
  const url = await startServing(root);
  return { root, url };
}

/** Marks the document; the mark is gone after a reload. */
const mark = (page) => page.evaluate(() => (window.unchanged = true));
const isMarked = (page) => page.evaluate(() => window.unchanged === true);

/** The page listens for changes; before that a change would not reach it at once. */
const listens = (page) => page.waitForResponse((response) => response.url().endsWith("/__standfirst/events"));

export const tests = [
  {
    name: "serve: a changed article reloads the page",
    needs: ["browser"],
    run: async (world) => {
      const { root, url } = await serving(world, "reload");
      await world.withPage({}, async (page) => {
        await Promise.all([listens(page), page.goto(`${url}bridge/`)]);
        await mark(page);
        appendFileSync(join(root, "seeds", "bridge.md"), "\nA band played all night.\n");
        await page.getByText("A band played all night.").last().waitFor();
        assert.equal(await isMarked(page), false);
      });
    },
  },
  {
    name: "serve: a changed style is swapped in without reloading",
    needs: ["browser"],
    run: async (world) => {
      const { root, url } = await serving(world, "style");
      await world.withPage({}, async (page) => {
        await Promise.all([listens(page), page.goto(url)]);
        await mark(page);
        for (const color of ["rgb(1, 2, 3)", "rgb(4, 5, 6)"]) {
          writeFileSync(join(root, "templates", "custom.css"), `body { background: ${color}; }\n`);
          await page.waitForFunction((color) => getComputedStyle(document.body).backgroundColor === color, color);
        }
        assert.equal(await isMarked(page), true);
        assert.equal(await page.locator("link[rel=stylesheet]").count(), 1);
      });
    },
  },
  {
    name: "serve: a broken template is shown over the last good page, and mended without a trace",
    needs: ["browser"],
    run: async (world) => {
      const { root, url } = await serving(world, "overlay");
      const template = join(root, "templates", "article.html");
      await world.withPage({}, async (page) => {
        await Promise.all([listens(page), page.goto(`${url}bridge/`)]);
        writeFileSync(template, '{% extends "builtin/article.html" %}\n{% block byline %}{{ article.titel }}{% endblock %}\n');
        const overlay = page.getByRole("alert");
        await overlay.waitFor();
        const text = await overlay.innerText();
        for (const part of ["templates/article.html:2:", "article.titel", "did you mean `title`"]) {
          assert.ok(text.includes(part), `the overlay has “${part}”:\n${text}`);
        }
        assert.ok(await page.getByRole("heading", { name: "The bridge is open" }).isVisible(), "the last good page is below");
        assertNone(await violations(page), "violations");

        await page.getByRole("button", { name: "Hide" }).click();
        await overlay.waitFor({ state: "detached" });
        await page.reload();
        await overlay.waitFor();

        rmSync(template);
        await overlay.waitFor({ state: "detached" });
        assert.ok(await page.getByRole("heading", { name: "The bridge is open" }).isVisible());
      });
    },
  },
  {
    name: "serve: search works",
    needs: ["browser"],
    run: async (world) => {
      if (!world.pages.some(({ kind }) => kind === "search")) return skip("this build has no search page");
      const { url } = await serving(world, "search");
      return world.withPage({}, async (page) => {
        await page.goto(`${url}search/?q=Lovelace`);
        await page.getByRole("list").getByRole("link", { name: "The bridge is open" }).waitFor();
      });
    },
  },
  {
    name: "serve: the script that reloads is in no built file",
    needs: [],
    run: ({ output, pages }) => {
      for (const { path } of pages) {
        const file = join(output, path.endsWith(".html") ? path : `${path}index.html`);
        assert.ok(!readFileSync(file, "utf8").includes("__standfirst"), path);
      }
    },
  },
];
