// The Nu HTML Checker over every page, style sheet and drawing of the demo.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { assertNone } from "./world.js";

const JAR = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/** What the checker has to say of all files below `output` that it knows: how many those are, errors and warnings. */
export async function check(java, output) {
  // Each by name: of a folder it would take feeds for pages.
  const files = readdirSync(output, { recursive: true }).filter((path) => /\.(html|css|svg)$/.test(path));
  const options = ["--format", "json", "--also-check-css", "--also-check-svg", "--exit-zero-always"];
  const child = spawn(java, ["-jar", JAR, ...options, ...files.map((path) => join(output, path))]);
  let text = "";
  child.stderr.on("data", (data) => (text += data));
  const code = await new Promise((done) => child.on("close", done));
  assert.equal(code, 0, text);
  const messages = JSON.parse(text).messages;
  const line = ({ url = "", lastLine, message, extract = "" }) =>
    `${url.slice(url.indexOf("/public/"))}:${lastLine}: ${message} ${extract.replaceAll(/\s+/g, " ")}`;
  return {
    count: files.length,
    warnings: messages.filter(({ subType }) => subType === "warning").map(line),
    errors: messages.filter(({ type }) => type !== "info").map(line),
  };
}

export const tests = [
  {
    name: "markup: the Nu HTML Checker finds no error",
    needs: ["java"],
    run: async ({ java, output, note }) => {
      const { count, errors, warnings } = await check(java, output);
      assertNone(errors, "errors");
      note(`0 errors in ${count} files; ${warnings.length} warnings`);
      for (const warning of warnings.slice(0, 5)) note(warning);
    },
  },
];
