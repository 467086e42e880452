// Runs the tests one after another and says what came of them. A test is `{ name, needs, run(world) }`: it throws when
// something is wrong, may call `world.note` for figures, and may return `skip(reason)`. What it `needs` is a field of the
// world; where that is missing the test is skipped.

import { openWorld } from "./world.js";
import { tests as reading } from "./reading.js";
import { tests as keyboard } from "./keyboard.js";
import { tests as search } from "./search.js";
import { tests as pictures } from "./pictures.js";
import { tests as serve } from "./serve.js";
import { tests as axe } from "./axe.js";
import { tests as markup } from "./markup.js";
import { tests as lighthouse } from "./lighthouse.js";

// Lighthouse last, when nothing else is running.
const all = [...markup, ...reading, ...keyboard, ...search, ...pictures, ...serve, ...axe, ...lighthouse];
const words = process.argv.slice(2);
const chosen = all.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));

async function outcome(test, world) {
  const missing = test.needs.find((need) => !world[need]);
  if (missing) return { kind: "skipped", text: world.missing[missing] };
  try {
    const skipped = await test.run(world);
    return skipped ? { kind: "skipped", text: skipped.reason } : { kind: "passed", text: "" };
  } catch (error) {
    return { kind: "FAILED", text: error.code === "ERR_ASSERTION" ? error.message : error.stack };
  }
}

const world = await openWorld();
const counts = { passed: 0, FAILED: 0, skipped: 0 };
try {
  for (const test of chosen) {
    const start = performance.now();
    const { kind, text } = await outcome(test, world);
    counts[kind] += 1;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${kind}  ${test.name} (${seconds} s)${kind === "skipped" ? `: ${text}` : ""}`);
    for (const note of world.takeNotes()) console.log(`        ${note}`);
    if (kind === "FAILED") console.log(text.replaceAll(/^/gm, "        "));
  }
} finally {
  await world.close();
}
console.log(`${counts.passed} passed, ${counts.FAILED} failed, ${counts.skipped} skipped`);
process.exitCode = counts.FAILED === 0 ? 0 : 1;
