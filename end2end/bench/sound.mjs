// Sound for the bench: sentences spoken by the server's own voice, unpacked by a browser, changed as other people and other rooms
// would change them, and sent back to be understood. Judges nothing.
import { chromium } from "@playwright/test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromiumPath } from "../fixtures/browser.mjs";
import { folder, freePort, root, serverPath, start } from "./lib.mjs";
import { signedIn } from "./people.mjs";
import { execFileSync } from "node:child_process";

export const RATE = 16_000;
export const models = process.env.YIBAO_VOICE_DIR ?? join(root, ".data/voice");
export const speaks = existsSync(join(models, "kokoro.onnx"));
export const listens = existsSync(join(models, "ggml-base.bin"));

/** A server with its demo county that speaks with this voice; somebody signed in to it. */
export async function house({ voice = "zf_xiaoyi", speed = 100 } = {}) {
  Object.assign(process.env, { YIBAO_VOICE_DIR: models, YIBAO_VOICE_NAME: voice, YIBAO_VOICE_SPEED: String(speed) });
  const port = await freePort();
  const data = folder();
  execFileSync(serverPath, ["demo", "--data", data], { stdio: "ignore" });
  const running = await start(serverPath, ["serve", "--listen", `127.0.0.1:${port}`, "--data", data], port);
  // Strangers are listened to only so often from one address.
  const client = await signedIn(running.url);
  const csrf = /name="csrf" value="([^"]+)"/.exec((await client.get("/sessions")).text)[1];
  return { running, client, csrf };
}

/** A browser that unpacks MP3 and answers samples of the recogniser's rate. */
export async function unpacker() {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage();
  const unpack = async (bytes) => {
    const packed = await page.evaluate(
      async ([base64, rate]) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const sound = await new OfflineAudioContext(1, 1, rate).decodeAudioData(bytes.buffer);
        const samples = Int16Array.from(sound.getChannelData(0), (value) => Math.max(-1, Math.min(1, value)) * 32767);
        let out = "";
        for (let at = 0; at < samples.length; at += 8192) out += String.fromCharCode(...new Uint8Array(samples.buffer, at * 2, Math.min(8192, samples.length - at) * 2));
        return btoa(out);
      },
      [Buffer.from(bytes).toString("base64"), RATE],
    );
    const raw = Buffer.from(packed, "base64");
    return Float32Array.from({ length: raw.length / 2 }, (_, i) => raw.readInt16LE(i * 2) / 32768);
  };
  return { unpack, close: () => browser.close() };
}

/** The sound of a sentence, as its listener gets it. */
export async function spoken({ client, csrf }, words, unpack) {
  const sent = await client.post("/read", { page: "/sessions", words, csrf, full: "1" });
  const page = await client.get(sent.location);
  const whole = /<audio[^>]*src="([^"]+)"/.exec(page.text)?.[1];
  if (!whole) throw new Error(`nothing to hear: ${page.status}`);
  const answer = await fetch(client.url + whole, { headers: { cookie: client.cookie } });
  return unpack(await answer.arrayBuffer());
}

/** Faster and higher, or slower and lower: another throat. */
export function paced(samples, speed) {
  const out = new Float32Array(Math.floor(samples.length / speed));
  for (let i = 0; i < out.length; i++) {
    const at = i * speed;
    const low = Math.floor(at);
    const high = Math.min(samples.length - 1, low + 1);
    out[i] = samples[low] + (samples[high] - samples[low]) * (at - low);
  }
  return out;
}

/** Before it 0.3 seconds and behind it the two that end a recording, in a room that rustles `decibels` below the voice. */
export function inRoom(samples, decibels) {
  const before = 0.3 * RATE;
  const out = new Float32Array(samples.length + before + 2 * RATE);
  out.set(samples, before);
  const loudness = Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
  const want = loudness / 10 ** ((decibels ?? 60) / 20);
  // Always the same rustle: low as that of a kitchen, not the hiss of a machine.
  let [seed, low, power] = [12345, 0, 0];
  const rustle = Float32Array.from(out, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    low = low * 0.9 + (seed / 2 ** 31 - 1) * 0.1;
    power += low * low;
    return low;
  });
  const scale = want / Math.sqrt(power / out.length);
  return out.map((value, i) => value + rustle[i] * scale);
}

export function wav(samples) {
  const out = Buffer.alloc(44 + samples.length * 2);
  out.write("RIFF", 0);
  out.writeUInt32LE(36 + samples.length * 2, 4);
  out.write("WAVEfmt ", 8);
  out.writeUInt32LE(16, 16);
  out.writeUInt16LE(1, 20);
  out.writeUInt16LE(1, 22);
  out.writeUInt32LE(RATE, 24);
  out.writeUInt32LE(RATE * 2, 28);
  out.writeUInt16LE(2, 32);
  out.writeUInt16LE(16, 34);
  out.write("data", 36);
  out.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((value, i) => out.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32767), 44 + i * 2));
  return out;
}

/** Says it to the site: where its guesses lead, best first, how long the answer took, and what was understood. */
export async function understood({ client, csrf }, sound) {
  const body = new FormData();
  body.set("csrf", csrf);
  body.set("sound", new Blob([sound], { type: "audio/wav" }), "voice.wav");
  const began = performance.now();
  const answer = await client.ask("/talk", { method: "POST", body });
  const ms = performance.now() - began;
  const to = new URL(answer.location ?? "/", client.url).searchParams;
  // Words that belong together are tied by spans of their own.
  const words = async () => (/<bdi>(.*?)<\/bdi>/s.exec((await client.get(answer.location)).text.split("<main")[1] ?? "")?.[1] ?? "").replace(/<[^>]*>/g, "");
  return { leads: [to.get("first"), to.get("second")].filter(Boolean), problem: to.get("problem"), ms, words };
}
