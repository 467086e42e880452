// Pictures: each screen gets one of its size, in room that was kept for it, with words for those who do not see it.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { violations } from "./axe.js";
import { check } from "./markup.js";
import { assertNone, standfirst } from "./world.js";

const text = (title) => `---
title: ${title}
date: 2024-05-01
image: {src: bridge.jpg, alt: Stripes of the bridge}
---
Mayor Ada Lovelace opened the bridge on Monday. Thousands came to see it. Traffic had to take the ferry for three years.

![The bridge from the north](bridge.jpg)

“It is a great day for the town,” Lovelace said.
`;

/** A project whose two articles have a picture of 1600 by 1000 pixels, which the browser draws. */
async function illustrated({ folder, withPage, startServing }) {
  const root = join(folder, "pictures");
  mkdirSync(join(root, "seeds"), { recursive: true });
  writeFileSync(join(root, "config.yaml"), "title: Pictures\n");
  await withPage({ viewport: { width: 1600, height: 1000 } }, async (page) => {
    await page.setContent('<body style="background: repeating-radial-gradient(circle at 30% 20%, #123, #9ab 3%, #c84 7%)">');
    await page.screenshot({ path: join(root, "seeds", "bridge.jpg"), quality: 80 });
  });
  writeFileSync(join(root, "seeds", "bridge.md"), text("The bridge is open"));
  writeFileSync(join(root, "seeds", "ferry.md"), text("The ferry is for sale").replace("opened the bridge", "sold the old ferry"));
  standfirst(["build", "--root", root, "--output", join(root, "public")]);
  return { root, url: await startServing(root) };
}

/** What is wrong with the pictures of a page, after all of them were scrolled to. */
const faults = async () => {
  const wrong = [];
  for (const picture of document.querySelectorAll("main img")) {
    picture.scrollIntoView();
    if (!picture.complete) await new Promise((done) => picture.addEventListener("load", done));
    const say = (fault) => wrong.push(`${fault}: ${picture.outerHTML}`);
    if (picture.naturalWidth === 0) say("did not load");
    if (!picture.width || !picture.getAttribute("width") || !picture.getAttribute("height")) say("no room is kept");
    if (!picture.hasAttribute("alt")) say("no words");
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth) say("too wide");
  }
  return wrong;
};

/** How many bytes of pictures a screen of that width is sent for a page. */
async function sent(withPage, url, width) {
  let bytes = 0;
  await withPage({ viewport: { width, height: 900 } }, async (page) => {
    page.on("response", async (response) => {
      if (response.request().resourceType() === "image" && !response.url().endsWith(".svg")) bytes += (await response.body()).length;
    });
    await page.goto(url, { waitUntil: "load" });
    assertNone(await page.evaluate(faults), `faults at ${width} px`);
    await page.waitForTimeout(50);
  });
  return bytes;
}

export const tests = [
  {
    name: "pictures: they load, keep their room, suit the screen, and their pages are without fault",
    needs: ["browser"],
    run: async (world) => {
      const { root, url } = await illustrated(world);
      const [narrow, wide] = [await sent(world.withPage, `${url}bridge/`, 390), await sent(world.withPage, `${url}bridge/`, 1280)];
      assert.ok(narrow > 0 && narrow < wide, `${narrow} bytes at 390 px, ${wide} at 1280 px`);
      world.note(`${narrow} bytes of pictures at 390 px, ${wide} at 1280 px`);
      await world.withPage({ viewport: { width: 390, height: 844 } }, async (page) => {
        for (const path of ["", "bridge/"]) {
          await page.goto(url + path);
          assertNone(await page.evaluate(faults), `faults on /${path}`);
          assertNone(await violations(page), `violations on /${path}`);
        }
      });
      if (world.java) assertNone((await check(world.java, join(root, "public"))).errors, "errors");
    },
  },
];
