// `make bench`: prints the figures that this product promised, each beside what was promised.
// Nothing here decides whether a change may land; a busy machine only makes figures worse, never a test red.
import { writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { calibrate, folder, freePort, load, memory, median, referencePath, serverPath, start } from "./lib.mjs";
import { countyFigures } from "./county.mjs";
import { familyFigures } from "./family.mjs";
import { firstPaint } from "./paint.mjs";
import { mix, signedIn } from "./people.mjs";
import { talk } from "./talk.mjs";
import { voice } from "./voice.mjs";

const rows = [];
const row = (figure, measured, wanted, good) => {
  rows.push([figure, measured, wanted, good]);
  console.log(`${good ? "✓" : "✗"} ${figure}: ${measured} (to reach: ${wanted})`);
};
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
const percent = (part) => `${Math.round(part * 100)} %`;

const calibration = [calibrate().ms];
const data = folder();
execFileSync(serverPath, ["demo", "--data", data], { stdio: ["ignore", "ignore", "inherit"] });

// ---- Start with existing data: the best of what five starts need in the middle.
const port = await freePort();
const serve = ["serve", "--listen", `127.0.0.1:${port}`, "--data", data];
const starts = [];
for (let tries = 0; tries < 5; tries++) {
  const running = await start(serverPath, serve, port);
  starts.push(running.firstAnswer);
  await running.stop();
}
row("start to first answer", `${Math.round(median(starts))} ms`, "≤ 300 ms", median(starts) <= 300);

// ---- Sizes as they go over the wire.
const ours = await start(serverPath, serve, port, { core: 0 });
const wire = async (path) => {
  const answer = await raw(ours.url + path);
  return answer.body.length;
};
const home = await raw(`${ours.url}/`);
const html = (home.encoding === "br" ? brotliDecompressSync(home.body) : home.body).toString();
row("home page, brotli, with its style inline", kb(home.body.length), "≤ 14 KB", home.encoding === "br" && home.body.length <= 14_000);
const css = await wire("/assets/style.css");
row("all CSS, brotli", kb(css), "≤ 12 KB", css <= 12_000);
const boot = /<script[^>]*src="([^"]+)"/.exec(html)?.[1];
const comforts = [boot, "/assets/read.js", "/assets/tones.js", "/assets/islands.js", "/assets/islands.wasm"];
const scripts = boot ? (await Promise.all(comforts.map(wire))).reduce((a, b) => a + b) : NaN;
row("script and WASM, brotli", kb(scripts), "≤ 80 KB", scripts <= 80_000);

// ---- Home page against a handler that returns the same bytes, one core each, in turn.
const file = join(folder(), "home");
writeFileSync(file, home.body);
const barePort = await freePort();
const bare = await start(referencePath, ["bare", String(barePort), file, home.type, home.encoding ?? ""], barePort, { core: 0 });
const asBrowser = { "accept-encoding": "br" };
const [homes, bares] = [[], []];
for (let turn = 0; turn < 3; turn++) {
  homes.push(load(`${ours.url}/`, { headers: asBrowser }));
  bares.push(load(`${bare.url}/`, { headers: asBrowser }));
}
const share = median(homes) / median(bares);
row("home page, requests per second", `${percent(share)} (${Math.round(median(homes))} of ${Math.round(median(bares))})`, "≥ 50 % of the bare handler", share >= 0.5);
calibration.push(calibrate().ms);

// ---- First paint on slow 3G.
const paint = await firstPaint(`${ours.url}/`, `${bare.url}/`);
row("first paint on slow 3G", `${(paint.ours / paint.bare).toFixed(2)} (${Math.round(paint.ours)} ms of ${Math.round(paint.bare)} ms)`, "≤ 1.15 of the bare handler", paint.ours / paint.bare <= 1.15);
await bare.stop();

// ---- 「我的办件」 with 50 cases, signed in, against axum + rusqlite + maud.
const person = await signedIn(ours.url, { cases: 50 });
const casesPort = await freePort();
const plain = await start(referencePath, ["cases", String(casesPort), join(folder(), "reference.db")], casesPort, { core: 0 });
const [lists, plains] = [[], []];
for (let turn = 0; turn < 3; turn++) {
  lists.push(load(`${ours.url}/my-cases`, { headers: { cookie: person.cookie } }));
  plains.push(load(`${plain.url}/my-cases`, { headers: { cookie: "session=bench" } }));
}
const listShare = median(lists) / median(plains);
row("「我的办件」 with 50 cases", `${percent(listShare)} (${Math.round(median(lists))} of ${Math.round(median(plains))})`, "≥ 20 % of axum + rusqlite + maud", listShare >= 0.2);
await plain.stop();

// ---- Memory after a mix of 10,000 requests.
const counts = await mix(ours.url, person, 10_000);
const resident = memory(ours.child.pid);
row("memory after 10,000 requests", `${Math.round(resident / 1_048_576)} MB (${counts})`, "≤ 80 MB", resident <= 80 * 1_048_576);
await ours.stop();

// ---- Families.
await familyFigures(row);
calibration.push(calibrate().ms);

// ---- A county with a million cases.
await countyFigures(row);
calibration.push(calibrate().ms);

// ---- The voice that reads and the one that is understood, where their models are installed.
await voice(row);
await talk(row);

console.log(`\ncalibration loop: ${calibration.map((ms) => Math.round(ms)).join(", ")} ms (before, between, after)`);
console.log("\n| Figure | Measured | To reach |\n|---|---|---|");
for (const [figure, measured, wanted, good] of rows) console.log(`| ${figure} | ${measured}${good ? "" : " **missed**"} | ${wanted} |`);
process.exit(0);

/** One answer as it came, not unpacked. */
async function raw(url) {
  const { request } = await import("node:http");
  return new Promise((done, failed) => {
    request(url, { headers: { "accept-encoding": "br" } }, (answer) => {
      const pieces = [];
      answer.on("data", (piece) => pieces.push(piece));
      answer.on("end", () => {
        if (answer.statusCode !== 200) failed(new Error(`${url}: ${answer.statusCode}`));
        done({ body: Buffer.concat(pieces), encoding: answer.headers["content-encoding"], type: answer.headers["content-type"] });
      });
    })
      .on("error", failed)
      .end();
  });
}
