// axe-core on one page of every kind: wide and light, narrow and dark.

import axe from "axe-core";
import { assertNone, onePerKind } from "./world.js";

/** What axe-core has to say against the page as it is now, a line each. */
export async function violations(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, help, nodes: [first, ...others] }) => {
    const html = first.html.slice(0, 160).replaceAll(/\s+/g, " ");
    return `${id}: ${help}: ${html}${others.length ? ` and ${others.length} more` : ""}; ${first.failureSummary.replaceAll(/\s+/g, " ")}`;
  });
}

export const tests = [["light", 1280], ["dark", 390]].map(([colorScheme, width]) => ({
  name: `axe: no violation on any kind of page, ${colorScheme}, ${width} px`,
  needs: ["browser"],
  run: ({ withPage, url, pages, note }) => withPage({ colorScheme, viewport: { width, height: 900 } }, async (page) => {
    const found = [];
    for (const { kind, path } of onePerKind(pages)) {
      await page.goto(url + path);
      for (const violation of await violations(page)) found.push(`${kind} (/${path}): ${violation}`);
    }
    assertNone(found, "violations");
    note(`0 violations on ${onePerKind(pages).map(({ kind }) => kind).join(", ")}`);
  }),
}));
