// Small tools of the bench: processes, requests with cookies, medians, a calibration loop.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");
export const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
export const serverPath = process.env.YIBAO_SERVER ?? join(target, "release/server");
export const referencePath = join(target, "bench/release/reference");

const cleanups = [];
process.on("exit", () => cleanups.forEach((clean) => clean()));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

export function folder() {
  const made = mkdtempSync(join(tmpdir(), "yibao-bench-"));
  cleanups.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

export const freePort = () =>
  new Promise((found) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });

/** Starts a program pinned to one core; answers `{ child, url, firstAnswer }` when `path` answers. */
export async function start(program, args, port, { core, path = "/" } = {}) {
  const pinned = core === undefined ? [program, ...args] : ["taskset", "-c", String(core), program, ...args];
  const began = performance.now();
  const child = spawn(pinned[0], pinned.slice(1), { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  cleanups.push(() => child.kill("SIGKILL"));
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${program} ended:\n${said}`);
    const answered = await fetch(url + path).then((answer) => answer.status < 500, () => false);
    if (answered) break;
    if (performance.now() - began > 60_000) throw new Error(`${program} does not answer:\n${said}`);
    await pause(2);
  }
  const firstAnswer = performance.now() - began;
  return { child, url, firstAnswer, stop: () => new Promise((done) => (child.once("exit", done), child.kill("SIGTERM"))) };
}

export const pause = (ms) => new Promise((later) => setTimeout(later, ms));

/** Requests per second by wrk from the other core. */
export function load(url, { seconds = 8, core = 1, connections = 32, headers = {} } = {}) {
  const given = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const out = execFileSync("taskset", ["-c", String(core), "wrk", "-t1", `-c${connections}`, `-d${seconds}s`, ...given, url], { encoding: "utf8" });
  if (/Non-2xx/.test(out)) throw new Error(`${url} did not answer 200:\n${out}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(out)[1]);
}

/** Resident memory of a process in bytes: now, or at most (`VmHWM`). */
export const memory = (pid, what = "VmRSS") => Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) * 1024;

/** The process itself where taskset stands in front of it (taskset execs, so it is the same one). */
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Milliseconds for a fixed amount of work: stands beside every figure in seconds. */
export function calibrate() {
  const began = performance.now();
  let x = 1;
  for (let i = 0; i < 200_000_000; i++) x = (x * 1103515245 + 12345) & 0x7fffffff;
  return { ms: performance.now() - began, x };
}

/** A browser in fetch's clothes: keeps cookies, follows nothing. */
export class Client {
  cookies = new Map();
  constructor(url) {
    this.url = url;
  }
  get cookie() {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }
  async ask(path, options = {}) {
    const headers = { "accept-encoding": "identity", origin: this.url, ...(options.headers ?? {}), cookie: this.cookie };
    const answer = await fetch(new URL(path, this.url), { ...options, headers, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (value === "" || /Max-Age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: answer.status, location: answer.headers.get("location"), text: await answer.text(), headers: answer.headers };
  }
  get(path) {
    return this.ask(path);
  }
  /** Sends the form of a page that is already read, with the answers given; hidden fields come along. */
  post(path, fields) {
    return this.ask(path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(fields).toString(),
    });
  }
}

/** Hidden fields and action of the form of a page that goes to `action` (a piece of it). */
export function form(html, action) {
  for (const [, attributes, body] of html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)) {
    const to = unescape(/action="([^"]*)"/.exec(attributes)?.[1] ?? "");
    if (!to.includes(action)) continue;
    const fields = {};
    for (const [input] of body.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      fields[/name="([^"]*)"/.exec(input)[1]] = unescape(/value="([^"]*)"/.exec(input)?.[1] ?? "");
    }
    return { action: to, fields, body };
  }
  throw new Error(`no form to ${action}`);
}

const unescape = (text) => text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
