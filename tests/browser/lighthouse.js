// Lighthouse as it comes (a phone on a slow network) on the front page and on an article.

import assert from "node:assert/strict";
import lighthouse from "lighthouse";
import { onePerKind } from "./world.js";

// Performance is a measurement on a machine that may be busy; the others say the same each time.
const LEAST = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };

export const tests = ["index", "article"].map((kind) => ({
  name: `lighthouse: ${kind}`,
  needs: ["browser"],
  run: async ({ url, pages, debuggingPort, note }) => {
    const { path } = onePerKind(pages).find((page) => page.kind === kind);
    const { lhr } = await lighthouse(url + path, { port: debuggingPort, logLevel: "silent" });
    const scores = Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]);
    note(scores.map(([id, score]) => `${id} ${score}`).join(", "));
    note(["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"]
      .map((id) => `${id} ${lhr.audits[id].displayValue}`).join(", "));
    const weighed = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
    const lost = weighed.map(({ id }) => lhr.audits[id]).filter(({ score }) => score !== null && score < 0.9);
    for (const { id, title, displayValue } of lost) note(`${id}: ${title} ${displayValue ?? ""}`);
    for (const [id, score] of scores) assert.ok(score >= LEAST[id], `${id} is ${score}, not ${LEAST[id]}`);
  },
}));
