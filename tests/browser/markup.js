// The Nu HTML Checker over every page, style sheet and drawing of the demo.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { assertNone } from "./world.js";

const JAR = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/** All messages about the files. */
async function check(java, files) {
  const options = ["--format", "json", "--also-check-css", "--also-check-svg", "--exit-zero-always"];
  const child = spawn(java, ["-jar", JAR, ...options, ...files]);
  let text = "";
  child.stderr.on("data", (data) => (text += data));
  const code = await new Promise((done) => child.on("close", done));
  assert.equal(code, 0, text);
  return JSON.parse(text).messages;
}

export const tests = [
  {
    name: "markup: the Nu HTML Checker finds no error",
    needs: ["java"],
    run: async ({ java, output, note }) => {
      // Each by name: of a folder it would take feeds for pages.
      const files = readdirSync(output, { recursive: true }).filter((path) => /\.(html|css|svg)$/.test(path));
      const messages = await check(java, files.map((path) => join(output, path)));
      const shown = messages.map(({ type, subType, url, lastLine, message, extract }) => ({
        kind: subType ?? type,
        text: `${url?.slice(url.indexOf("/public/"))}:${lastLine}: ${message} ${extract?.trim() ?? ""}`,
      }));
      const errors = shown.filter(({ kind }) => !["info", "warning"].includes(kind)).map(({ text }) => text);
      assertNone(errors, "errors");
      const warnings = shown.filter(({ kind }) => kind === "warning");
      note(`0 errors in ${files.length} files; ${warnings.length} warnings`);
      for (const { text } of warnings.slice(0, 5)) note(text);
    },
  },
];
