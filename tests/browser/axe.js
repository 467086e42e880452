// axe-core on one page of every kind: wide and light, narrow and dark.

import assert from "node:assert/strict";
import axe from "axe-core";
import { onePerKind } from "./world.js";

export const tests = [["light", 1280], ["dark", 390]].map(([colorScheme, width]) => ({
  name: `axe: no violation on any kind of page, ${colorScheme}, ${width} px`,
  needs: ["browser"],
  run: ({ withPage, url, pages, note }) => withPage({ colorScheme, viewport: { width, height: 900 } }, async (page) => {
    const violations = [];
    for (const { kind, path } of onePerKind(pages)) {
      await page.goto(url + path);
      await page.evaluate(axe.source);
      const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
      for (const { id, help, nodes } of result.violations) {
        violations.push(`${kind} (/${path}): ${id}: ${help}: ${nodes.length} of ${nodes[0].html.slice(0, 160)} ${nodes[0].failureSummary}`);
      }
    }
    assert.deepEqual(violations, []);
    note(`0 violations on ${onePerKind(pages).map(({ kind }) => kind).join(", ")}`);
  }),
}));
