// A county after years against one at its beginning, on SQLite and on PostgreSQL: what a clerk and a supervisor open all day must
// not be slower because there is more of it. Then submitting under many writers, and many uploads. Part of `make bench`; by itself:
// `node end2end/bench/county.mjs`. COUNTY_CASES (1000000), COUNTY_SMALL (10000), COUNTY_TURNS (60), COUNTY_DRAFTS (640) and
// COUNTY_UPLOADS (2000) make it smaller; COUNTY_ON=sqlite or postgres leaves one out, COUNTY_ON= leaves the uploads alone.
// COUNTY_IN=FOLDER keeps the counties there (on PostgreSQL their databases), and uses those that it finds.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { calibrate, Client, folder, form, freePort, median, memory, referencePath, serverPath, start } from "./lib.mjs";
import { answer, fill, signedIn } from "./people.mjs";
import { photograph } from "./photograph.mjs";

const set = (name, usual) => Number(process.env[name] ?? usual);
const LARGE = set("COUNTY_CASES", 1_000_000);
const SMALL = set("COUNTY_SMALL", 10_000);
const TURNS = set("COUNTY_TURNS", 60);
const DRAFTS = set("COUNTY_DRAFTS", 640);
const UPLOADS = set("COUNTY_UPLOADS", 2_000);
const WRITERS = 32;
const PG = process.env.YIBAO_TEST_PG ?? "postgres://yibao_test:yibao_test@127.0.0.1:5432/yibao_test";
const kinds = (process.env.COUNTY_ON ?? "sqlite postgres").split(" ").filter(Boolean);

const many = (n) => Math.round(n).toLocaleString("en");
const ms = (time) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;

/** A county of so many cases: where it lies, and what to look for in it. */
function settle(kind, cases) {
  const kept = process.env.COUNTY_IN && join(process.env.COUNTY_IN, `${kind}-${cases}`);
  const data = kept ?? folder();
  const place = ["--data", data];
  const [name, about] = [`yibao_bench_${kept ? "kept" : process.pid}_${cases}`, join(data, "sought.json")];
  if (existsSync(about)) {
    if (kind === "postgres") place.push("--database-url", PG.replace(/\/[^/]*$/, `/${name}`));
    return { cases, place, data, sought: JSON.parse(readFileSync(about, "utf8")) };
  }
  mkdirSync(data, { recursive: true });
  if (kind === "postgres") place.push("--database-url", database(name, kept));
  const people = Math.max(1, Math.round(cases / 10));
  const said = execFileSync(serverPath, ["bench-county", "--cases", String(cases), "--people", String(people), ...place], { encoding: "utf8" });
  const sought = JSON.parse(said.trim().split("\n").at(-1));
  if (kept) writeFileSync(about, JSON.stringify(sought));
  return { cases, place, data, sought };
}

const made = [];
function database(name, keep = false) {
  const run = (sql) => execFileSync("psql", [PG, "-qtAX", "-c", sql], { env: { ...process.env, PGOPTIONS: "-c client_min_messages=warning" } });
  run(`drop database if exists ${name}`);
  run(`create database ${name}`);
  if (!keep) made.push(() => run(`drop database if exists ${name} with (force)`));
  return PG.replace(/\/[^/]*$/, `/${name}`);
}
process.on("exit", () => made.forEach((drop) => drop()));

async function serve(county, core = 0) {
  const port = await freePort();
  return start(serverPath, ["serve", "--listen", `127.0.0.1:${port}`, ...county.place], port, { core });
}

async function need(asked, status) {
  const got = await asked;
  if (got.status !== status) throw new Error(`expected ${status}, got ${got.status}: ${got.text.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").slice(0, 300)}`);
  return got;
}

/** A clerk with the one-time password that /demo shows. */
async function atDesk(url, user, password) {
  const client = new Client(url);
  const first = form((await client.get("/staff/sign-in")).text, "/staff/sign-in");
  await need(client.post(first.action, { ...first.fields, user_name: user, password }), 303);
  const second = form((await client.get("/staff/code")).text, "/staff/code");
  const code = new RegExp(`data-totp="${user}"[^>]*>(\\d{6})<`).exec((await client.get("/demo")).text)?.[1];
  await need(client.post(second.action, { ...second.fields, code }), 303);
  return client;
}

/** Everything that is opened, by name: a question that answers how long it took. */
async function asked(url, { sought }) {
  const [village, county, chief] = [await atDesk(url, "village1", sought.password), await atDesk(url, "county1", sought.password), await atDesk(url, "supervisor1", sought.password)];
  const get = (client, path) => () => need(client.get(path), 200);
  const search = form((await county.get("/staff/people")).text, "/staff/people");
  const find = (words) => async () => {
    const page = await need(county.post(search.action, { ...search.fields, words }), 200);
    if (!page.text.includes("/staff/people/")) throw new Error(`${words}: nobody found`);
  };
  return {
    queue: get(village, "/staff"),
    "person page": get(village, `/staff/people/${sought.person}`),
    "search by reference": get(village, `/staff/cases/${sought.reference}`),
    "search by number": find(sought.number),
    "search by a rare name": find(sought.name),
    "search by a name that one in forty has": find(sought.commonName),
    "supervisor's counts": get(chief, "/staff/overview"),
  };
}

/** Middle times of both, asked in turn so that a busy moment hits both. */
async function compare(small, large) {
  const times = {};
  for (const name of Object.keys(small)) {
    const both = { small: [], large: [] };
    for (let turn = -3; turn < TURNS; turn++) {
      for (const [which, ask] of [["small", small[name]], ["large", large[name]]]) {
        const began = performance.now();
        await ask();
        if (turn >= 0) both[which].push(performance.now() - began);
      }
    }
    times[name] = { small: median(both.small), large: median(both.large) };
  }
  return times;
}

/** Filled drafts, ready to be sent: their path and the fields of their form. */
async function drafts(client, count) {
  const ready = [];
  const work = async () => {
    while (ready.length < count) {
      const check = await fill(client);
      const page = form((await need(client.get(check), 200)).text, "/check");
      ready.push({ action: page.action, fields: { ...page.fields, signed: "yes" } });
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return ready.slice(0, count);
}

/** Submits a second with 32 of them on their way at any moment. */
async function submits(url) {
  const client = await signedIn(url);
  const ready = await drafts(client, DRAFTS);
  const began = performance.now();
  const work = async () => {
    for (let one = ready.pop(); one; one = ready.pop()) await need(client.post(one.action, one.fields), 303);
  };
  await Promise.all(Array.from({ length: WRITERS }, work));
  return (DRAFTS * 1000) / (performance.now() - began);
}

/** Plain inserts of one row a second, each on disk before it is answered, by as many writers. */
function inserts(kind) {
  if (kind === "sqlite") return Number(execFileSync("taskset", ["-c", "0", referencePath, "inserts", join(folder(), "plain.db"), String(WRITERS), "4"], { encoding: "utf8" }));
  const url = database(`yibao_bench_${process.pid}_plain`);
  const sql = (text) => execFileSync("psql", [url, "-qtAX", "-c", text]);
  sql("create table plain (id bigint generated always as identity primary key, sealed text not null)");
  const bench = execFileSync("bash", ["-c", "ls /usr/lib/postgresql/*/bin/pgbench | tail -n 1"], { encoding: "utf8" }).trim();
  const script = join(folder(), "insert.sql");
  writeFileSync(script, "insert into plain (sealed) values (repeat('x', 1500));\n");
  const args = ["-n", "-c", String(WRITERS), "-j", "1", "-T", "4", "-M", "prepared", "-f", script, url];
  const out = execFileSync(bench, args, { encoding: "utf8", env: { ...process.env, PGOPTIONS: "-c synchronous_commit=on" }, stdio: ["ignore", "pipe", "ignore"] });
  return Number(/tps = ([\d.]+)/.exec(out)[1]);
}

/** Pictures of about 3 MB, one after the other into drafts by proof. Answers the most memory that the server ever had. */
async function uploads(url, pid) {
  const client = await signedIn(url);
  const picture = await photograph(3_000_000);
  const began = performance.now();
  for (let left = UPLOADS; left > 0; ) {
    // What one application may hold, four at a time; then it is thrown away and another one begun.
    const papers = await proof(client);
    const at = papers.replace(/\/papers.*$/, "/papers/residence-proof");
    let batch = Math.min(left, 15);
    left -= batch;
    const work = async () => {
      while (batch-- > 0) {
        const page = form((await need(client.get(at), 200)).text, at);
        const body = new FormData();
        for (const [name, value] of Object.entries(page.fields)) body.append(name, value);
        body.append("paper", new Blob([picture], { type: "image/jpeg" }), "photo.jpg");
        await need(client.ask(at, { method: "POST", body }), 303);
      }
    };
    await Promise.all(Array.from({ length: 4 }, work));
    const drop = papers.replace(/\/papers.*$/, "/drop");
    const page = form((await need(client.get(drop), 200)).text, drop);
    await need(client.post(page.action, page.fields), 303);
  }
  return { bytes: picture.length, seconds: (performance.now() - began) / 1000, peak: memory(pid, "VmHWM") };
}

/** A draft of somebody who lives elsewhere and proves it: up to the page of papers. */
async function proof(client) {
  const begin = form((await client.get("/guide/out-of-area")).text, "/file/out-of-area");
  let at = (await need(client.post(begin.action, begin.fields), 303)).location;
  for (let steps = 0; !at.endsWith("/papers"); steps++) {
    if (steps > 12) throw new Error(`lost at ${at}`);
    at = await answer(client, at, { kind: { kind: "long-term-resident" }, route: { route: "proof" } });
  }
  return at;
}

export async function countyFigures(row) {
  const table = [];
  for (const kind of kinds) {
    const [small, large] = [settle(kind, SMALL), settle(kind, LARGE)];
    row(`a county of ${many(LARGE)} cases on ${kind}`, `made in ${large.sought.seconds} s`, "minutes", large.sought.seconds < 900);
    const [few, lots] = [await serve(small), await serve(large)];
    const times = await compare(await asked(few.url, small), await asked(lots.url, large));
    for (const [name, time] of Object.entries(times)) {
      const ratio = time.large / time.small;
      table.push([kind, name, ms(time.small), ms(time.large), ratio.toFixed(2)]);
      row(`${name}, ${kind}`, `${ratio.toFixed(2)} (${ms(time.large)} with ${many(LARGE)} cases, ${ms(time.small)} with ${many(SMALL)})`, "≤ 1.5", ratio <= 1.5);
    }
    await few.stop();
    const [ours, plain] = [await submits(lots.url), inserts(kind)];
    const share = ours / plain;
    row(`submitting under ${WRITERS} writers, ${kind}`, `${share.toFixed(2)} (${many(ours)} of ${many(plain)} a second)`, "≥ 0.3 of plain inserts", share >= 0.3);
    await lots.stop();
  }
  if (UPLOADS > 0) {
    const small = settle("sqlite", SMALL);
    const ours = await serve(small);
    const { bytes, seconds, peak } = await uploads(ours.url, ours.child.pid);
    const said = `${Math.round(peak / 1_048_576)} MB at most (${many(UPLOADS)} of ${(bytes / 1e6).toFixed(1)} MB in ${Math.round(seconds)} s)`;
    row("memory while pictures are handed in", said, "< 200 MB", peak < 200 * 1_048_576);
    await ours.stop();
  }
  console.log(`\n| Database | What | ${many(SMALL)} cases | ${many(LARGE)} cases | Ratio |\n|---|---|---|---|---|`);
  for (const line of table) console.log(`| ${line.join(" | ")} |`);
}

if (process.argv[1]?.endsWith("county.mjs")) {
  const before = calibrate().ms;
  await countyFigures((figure, measured, wanted, good) => console.log(`${good ? "✓" : "✗"} ${figure}: ${measured} (to reach: ${wanted})`));
  console.log(`calibration loop: ${Math.round(before)}, ${Math.round(calibrate().ms)} ms (before, after)`);
  process.exit(0);
}
