// Figures of the families: decisions of the judge per second, and 「帮家人办」 for a helper with 2,000 people against the same
// page with 5. Part of `make bench`; by itself: `node end2end/bench/family.mjs`.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { calibrate, Client, folder, freePort, load, median, serverPath, start, target } from "./lib.mjs";
import { enter } from "./people.mjs";

/** Decisions per second on one core, and the calibration loop of that very run. */
export function judged() {
  const run = () => JSON.parse(execFileSync("taskset", ["-c", "0", join(target, "release/examples/judge_speed")], { encoding: "utf8" }));
  const runs = [run(), run(), run()];
  return { perSecond: median(runs.map((r) => r.perSecond)), calibrationMs: median(runs.map((r) => r.calibrationMs)) };
}

/** Requests per second of the list with many and with few people, and the size of both pages. */
export async function lists(many, few) {
  const data = folder();
  const run = (...args) => execFileSync(serverPath, [...args, "--data", data], { encoding: "utf8" });
  run("demo");
  const seeded = (people) => JSON.parse(run("bench-family", "--people", String(people)).trim().split("\n").at(-1));
  const helpers = [seeded(many), seeded(few)];
  const port = await freePort();
  const ours = await start(serverPath, ["serve", "--listen", `127.0.0.1:${port}`, "--data", data], port, { core: 0 });
  const found = [];
  for (const { name, idNumber } of helpers) {
    const client = new Client(ours.url);
    await enter(client, name, idNumber);
    const page = (await client.get("/family")).text;
    found.push({ cookie: client.cookie, people: page.match(/action="\/family\/act\//g)?.length ?? 0, rates: [] });
  }
  for (let turn = 0; turn < 3; turn++) {
    for (const one of found) one.rates.push(load(`${ours.url}/family`, { seconds: 5, headers: { cookie: one.cookie } }));
  }
  await ours.stop();
  const [big, small] = found.map(({ people, rates }) => ({ people, rate: median(rates) }));
  return { big, small };
}

export async function familyFigures(row) {
  const judge = judged();
  row("decisions of `may` per second", `${Math.round(judge.perSecond).toLocaleString("en")} (loop ${judge.calibrationMs} ms)`, "≥ 1,000,000", judge.perSecond >= 1_000_000);
  const { big, small } = await lists(2000, 5);
  // Twenty people stand on a page: per person shown the long list must not be slower than the short one.
  const each = (big.rate * big.people) / (small.rate * small.people);
  const said = `${Math.round(big.rate)} a second with 2,000 people (${big.people} shown), ${Math.round(small.rate)} with 5: ${Math.round(each * 100)} % per person shown`;
  row("「帮家人办」 with 2,000 people against 5", said, "≥ 80 % per person shown", each >= 0.8);
}

if (process.argv[1]?.endsWith("family.mjs")) {
  const before = calibrate().ms;
  await familyFigures((figure, measured, wanted, good) => console.log(`${good ? "✓" : "✗"} ${figure}: ${measured} (to reach: ${wanted})`));
  console.log(`calibration loop: ${Math.round(before)}, ${Math.round(calibrate().ms)} ms (before, after)`);
  process.exit(0);
}
