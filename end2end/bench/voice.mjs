// The figures of the reading voice, beside a calibration loop of their own. Without the model there is nothing to measure.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { calibrate, Client, folder, freePort, median, root, serverPath, start } from "./lib.mjs";

// Twenty characters each, none of them on any page.
const sentences = [
  "今天下午三点村里的医生到家里来看您。",
  "把旧的病历本和上次的收据都放进袋子里。",
  "如果女儿不在家就请邻居帮忙打个电话吧。",
  "天冷的时候早一点吃药多喝一点热的开水。",
  "从车站走到医院大约要用一刻钟的时间吧。",
];

/** `row(figure, measured, wanted, good)` as in figures.mjs. */
export async function voice(row) {
  const models = process.env.YIBAO_VOICE_DIR ?? join(root, ".data/voice");
  if (!existsSync(join(models, "kokoro.onnx"))) {
    console.log("· reading voice: no model here, not measured (make voice brings it)");
    return;
  }
  process.env.YIBAO_VOICE_DIR = models;
  const before = calibrate().ms;
  const port = await freePort();
  const data = folder();
  execFileSync(serverPath, ["demo", "--data", data], { stdio: "ignore" });
  const running = await start(serverPath, ["serve", "--listen", `127.0.0.1:${port}`, "--data", data], port);
  const client = new Client(running.url);
  await client.get("/sign-in?who=other");
  // The first word loads the model; a listener waits for that once per start.
  const loading = performance.now();
  await firstSound(client, "先说一句话让模型准备好。");
  const loaded = performance.now() - loading;

  const [first, cached, speech, work] = [[], [], [], []];
  for (const sentence of sentences) {
    const cpu = cpuSeconds(running.child.pid);
    const began = performance.now();
    const { sound, bytes } = await firstSound(client, sentence);
    first.push(performance.now() - began);
    speech.push(bytes / 6000);
    work.push(cpuSeconds(running.child.pid) - cpu);
    const again = performance.now();
    await hear(client, sound);
    cached.push(performance.now() - again);
  }
  await running.stop();
  const after = calibrate().ms;
  const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
  row("first sound of an uncached sentence", `${Math.round(median(first))} ms`, "≤ 1,200 ms", median(first) <= 1200);
  row("a cached sound", `${median(cached).toFixed(1)} ms`, "≤ 30 ms", median(cached) <= 30);
  row("seconds of speech per CPU-second", `${(sum(speech) / sum(work)).toFixed(2)}`, "stated", true);
  row("first word after a start (loads the model)", `${Math.round(loaded)} ms`, "stated", true);
  console.log(`  calibration loop of these: ${Math.round(before)} and ${Math.round(after)} ms`);
}

/** Asks as the player does: the form, the page with the pieces, the first sound to its last byte. */
async function firstSound(client, words) {
  const sent = await client.post("/read", { page: "/sign-in", words, csrf: await csrf(client) });
  const page = await client.get(sent.location);
  const sound = /data-sound="([^"]+)"/.exec(page.text)?.[1];
  if (!sound) throw new Error(`nothing to hear: ${page.status}`);
  return { sound, bytes: await hear(client, sound) };
}

let token;
async function csrf(client) {
  token ??= /name="csrf" value="([^"]+)"/.exec((await client.get("/sign-in?who=other")).text)?.[1];
  return token;
}

async function hear(client, sound) {
  const answer = await fetch(client.url + sound, { headers: { cookie: client.cookie } });
  if (!answer.ok) throw new Error(`${sound}: ${answer.status}`);
  return (await answer.arrayBuffer()).byteLength;
}

/** User and system time of a process, in seconds. */
function cpuSeconds(pid) {
  const fields = readStat(pid);
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
const readStat = (pid) => readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
