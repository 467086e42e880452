// What the tests share: the built demo on a server of its own, the browser, Java, and ways to end them all.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, relative } from "node:path";
import { createInterface } from "node:readline";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml", ".json": "application/json", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json", ".wasm": "application/wasm", ".jpg": "image/jpeg", ".png": "image/png",
  ".webp": "image/webp",
};

/** How long anything may take on a busy machine; nothing waits for it unless a test fails. */
export const PATIENCE = 20_000;

/** The outcome of a test that cannot be done. */
export const skip = (reason) => ({ reason });

/** Builds the demo and starts what the tests need. Fields that are absent on this machine are undefined. */
export async function openWorld() {
  const folder = mkdtempSync(join(tmpdir(), "standfirst-browser-"));
  const closers = [() => rmSync(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const closer of closers.toReversed()) await closer();
  };
  try {
    standfirst(["init", "--demo", join(folder, "demo")]);
    const output = join(folder, "demo", "public");
    const server = await serveFiles(output);
    closers.push(() => new Promise((done) => server.close(done).closeAllConnections()));
    const url = `http://127.0.0.1:${server.address().port}/`;
    standfirst(["build", "--root", join(folder, "demo"), "--base-url", url]);

    const { browser, debuggingPort } = await startBrowser();
    if (browser) closers.push(() => browser.close());
    const java = spawnSync("java", ["-version"]).status === 0 ? "java" : undefined;
    let notes = [];
    return {
      folder, output, url, browser, debuggingPort, java, close,
      pages: listPages(output),
      missing: { browser: "Chromium was not found; install it or set CHROMIUM", java: "Java was not found" },
      note: (text) => notes.push(text),
      takeNotes: () => notes.splice(0),
      /** A page of its own, closed after `use`; what goes wrong on it is an error. */
      withPage: (options, use) => withPage(browser, options, use),
      startServing: (root) => startServing(root, closers),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Fails with the lines, when there are any. */
export function assertNone(lines, of) {
  if (lines.length === 0) return;
  const more = lines.length > 20 ? [`and ${lines.length - 20} more`] : [];
  assert.fail([`${lines.length} ${of}:`, ...lines.slice(0, 20), ...more].join("\n"));
}

export function standfirst(args) {
  const { status, stderr } = spawnSync(process.env.STANDFIRST, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`standfirst ${args.join(" ")} ended with ${status}:\n${stderr}`);
}

/** All pages of a built site as `{ path, kind, size }`; those that only lead elsewhere have no kind and are left out. */
function listPages(output) {
  const files = readdirSync(output, { recursive: true }).filter((path) => path.endsWith(".html")).sort();
  const pages = files.map((path) => {
    const html = readFileSync(join(output, path), "utf8");
    return { path: path.replace(/index\.html$/, ""), kind: /<body class="(\w+)-page/.exec(html)?.[1], size: html.length };
  });
  return pages.filter(({ kind }) => kind);
}

/** Of every kind of page the one with most on it. */
export function onePerKind(pages) {
  const kinds = new Map();
  for (const page of pages) if (!(kinds.get(page.kind)?.size >= page.size)) kinds.set(page.kind, page);
  return [...kinds.values()];
}

/** The files below `output` as a host of static sites serves them: compressed, kept for a while, with the 404 page. */
async function serveFiles(output) {
  const server = createServer((request, response) => {
    const path = join(output, relative("/", decodeURIComponent(new URL(request.url, "http://host").pathname)));
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
    const found = existsSync(file);
    const bytes = readFileSync(found ? file : join(output, "404.html"));
    response.writeHead(found ? 200 : 404, {
      "content-type": TYPES[found ? extname(file) : ".html"] ?? "application/octet-stream",
      "content-encoding": "gzip",
      "cache-control": "max-age=31536000",
    });
    response.end(gzipSync(bytes));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

async function startBrowser() {
  const places = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const executablePath = places.find((place) => place && isProgram(place));
  if (!executablePath) return {};
  const debuggingPort = await freePort();
  const browser = await chromium.launch({
    executablePath,
    args: [`--remote-debugging-port=${debuggingPort}`],
    // Where the user is root, as in containers, Chromium's sandbox does not work.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  return { browser, debuggingPort };
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function withPage(browser, options, use) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE);
  const problems = [];
  context.on("weberror", (error) => problems.push(`an error in a script: ${error.error()}`));
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") problems.push(`a request to ${request.url()}`);
  });
  context.on("console", (message) => {
    // A page that is not there is told of by its status.
    if (message.type() === "error" && !message.text().includes("status of 404")) problems.push(`the console: ${message.text()}`);
  });
  try {
    await use(await context.newPage());
  } finally {
    await context.close();
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

/** Starts `standfirst serve` at a free port; resolves to the address of the site. */
async function startServing(root, closers) {
  const child = spawn(process.env.STANDFIRST, ["serve", "--root", root, "--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((done) => child.on("exit", done));
  closers.push(() => {
    child.kill("SIGINT");
    return ended;
  });
  for await (const line of createInterface({ input: child.stderr })) {
    const url = /^serving (http:\S+)/.exec(line)?.[1];
    if (url) {
      child.stderr.resume();
      return url;
    }
  }
  throw new Error("`standfirst serve` ended without saying where it serves");
}
