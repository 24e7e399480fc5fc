// The figures of the reading voice, beside a calibration loop of their own. Without the model there is nothing to measure.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { calibrate, Client, folder, freePort, median, serverPath, start } from "./lib.mjs";
import { house, inRoom, listens, models, speaks, spoken, understood, unpacker, wav } from "./sound.mjs";

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
  if (!speaks) {
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
  await writtenDown(row);
}

/** What the recogniser makes of what the voice says, in syllables without tones: how far the two are from each other. */
export async function writtenDown(row) {
  if (!listens) return console.log("· re-recognition: no recogniser here, not measured (make voice brings it)");
  const sentences = readFileSync(join(import.meta.dirname, "sentences.txt"), "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
  const syllables = reader();
  const { unpack, close } = await unpacker();
  const there = await house();
  let [wrong, all] = [0, 0];
  for (const sentence of sentences) {
    const heard = await understood(there, wav(inRoom(await spoken(there, sentence, unpack), 60)));
    const words = await heard.words();
    const [said, got] = [syllables(sentence), syllables(words)];
    const apart = distance(said, got);
    if (process.env.TALK_MISSES && apart > 2) console.log(`  ${apart} of ${said.length}: ${sentence} -> ${words}`);
    wrong += apart;
    all += said.length;
  }
  await there.running.stop();
  await close();
  row("re-recognition, syllables without tones", `${(wrong / all).toFixed(3)} (${wrong} of ${all}, ${sentences.length} sentences)`, "≤ 0.10", wrong <= 0.1 * all);
}

/** Text to syllables without tones: phrases first, then signs; figures as they are said. */
function reader() {
  const read = (name) => JSON.parse(readFileSync(join(models, name), "utf8"));
  const [phrases, signs] = [read("phrases_dict.json"), read("pinyin_dict.json")];
  const bare = (syllable) => syllable.replaceAll("ü", "v").normalize("NFD").replace(/[^a-z]/g, "");
  return (text) => {
    const plain = [...inWords(text)].filter((sign) => /\p{L}/u.test(sign)).join("");
    const out = [];
    for (let at = 0; at < plain.length; ) {
      const length = [4, 3, 2].find((length) => phrases[plain.slice(at, at + length)]) ?? 1;
      const phrase = phrases[plain.slice(at, at + length)];
      if (phrase && length > 1) out.push(...phrase.map(([syllable]) => bare(syllable)));
      else out.push(bare((signs[plain.codePointAt(at)] ?? plain[at].toLowerCase()).split(",")[0]));
      at += length;
    }
    // 幺 is how one dictates 一, and 两 how one counts two.
    return out.map((syllable) => ({ yao: "yi", liang: "er" })[syllable] ?? syllable);
  };
}

const DIGITS = "零一二三四五六七八九";
/** 2026年3月5日 as 二零二六年三月五日; long rows digit by digit. */
function inWords(text) {
  const each = (digits) => [...digits].map((digit) => DIGITS[digit]).join("");
  return text
    .replace(/(\d),(?=\d{3})/g, "$1")
    .replace(/(\d+)%/g, "百分之$1")
    .replace(/(\d+)\.([1-9])0?元/g, "$1元$2角")
    .replace(/\d{4}(?=年)|\d{6,}|(?<!\d)0\d+/g, each)
    .replace(/(\d+)\.(\d+)/g, (_, whole, part) => `${cardinal(Number(whole))}点${each(part)}`)
    .replace(/\d+/g, (digits) => cardinal(Number(digits)));
}

function cardinal(number) {
  if (number >= 10_000) return `${cardinal(Math.floor(number / 10_000))}万${rest(number % 10_000, 1000)}`;
  for (const [unit, word] of [[1000, "千"], [100, "百"], [10, "十"]]) {
    if (number < unit) continue;
    const head = number < 20 ? "" : DIGITS[Math.floor(number / unit)];
    return `${head}${word}${rest(number % unit, unit / 10)}`;
  }
  return DIGITS[number];
}
/** 五十 behind 一万 is 零五十. */
const rest = (number, unit) => (number === 0 ? "" : `${number < unit ? "零" : ""}${number < 20 && number >= 10 ? "一" : ""}${cardinal(number)}`);

function distance(a, b) {
  let row = b.map((_, i) => i + 1);
  row.unshift(0);
  for (const [i, one] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries()) next.push(Math.min(row[j] + (one === other ? 0 : 1), row[j + 1] + 1, next[j] + 1));
    row = next;
  }
  return row[b.length];
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
