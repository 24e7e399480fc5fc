// Records what she says after she has tapped, as 16,000 samples a second, and hands it to the form around it. Loaded with
// the first tap only. Never starts by itself; all words stand in the page already and are only shown or hidden.
const RATE = 16000;
const QUIET = 2; // seconds after which she has finished
const NOTHING = 8; // seconds without any sound at all
const running = new WeakMap();

/** `box`: the recorder; `event`: the tap. */
export async function tap(box, event) {
  const button = event.target.closest("button");
  if (!button) return;
  const now = running.get(box);
  if (now) return now.finish();
  if (button.hasAttribute("data-right")) return say(box, "right");
  if (!button.hasAttribute("data-agree") && !agreed()) {
    say(box, "consent");
    box.querySelector("[data-agree]").focus();
    return;
  }
  agree();
  box.querySelector("button").focus();
  // A second tap while the telephone asks for the microphone starts nothing.
  running.set(box, { finish() {} });
  try {
    const voice = await record(box);
    if (voice) await hand(box, voice);
    else say(box, "silent");
  } catch (error) {
    say(box, error && (error.name === "NotAllowedError" || error.name === "NotFoundError") ? "refused" : "failed");
  } finally {
    running.delete(box);
  }
}

/** Once for each visit: the next person who holds this phone reads it again. */
const agreed = () => {
  try {
    return sessionStorage.getItem("yibao-talk") === "yes";
  } catch (_) {
    return false;
  }
};
const agree = () => {
  try {
    sessionStorage.setItem("yibao-talk", "yes");
  } catch (_) {}
};

/** Shows what is so now and hides the rest. */
function say(box, state) {
  box.dataset.state = state;
  const listening = state === "listening";
  for (const words of box.querySelectorAll("[data-say]")) {
    const name = words.dataset.say;
    words.hidden = name === "ready" ? listening : name === "hearing" ? !listening : name !== state;
  }
}

async function record(box) {
  const context = new (self.AudioContext || self.webkitAudioContext)();
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
    await context.audioWorklet.addModule("/assets/talk-worklet.js");
    await context.resume();
    const source = context.createMediaStreamSource(stream);
    const node = new AudioWorkletNode(context, "yibao-recorder");
    const pieces = await listen(box, context, source, node);
    return pieces && wav(resample(joined(pieces), context.sampleRate));
  } finally {
    // The red sign of the phone goes out before anything else happens.
    if (stream) for (const track of stream.getTracks()) track.stop();
    context.close();
  }
}

/** The pieces from the first to the last sound; nothing when there was none. */
function listen(box, context, source, node) {
  const most = Number(box.dataset.seconds);
  // A wish ends by itself when she falls silent; a message only when she says so.
  const ends = box.dataset.recorder !== "keep";
  return new Promise((done) => {
    const pieces = [];
    let heard = 0;
    let quietSince = 0;
    let floor = 0.002;
    const finish = () => {
      node.port.onmessage = null;
      source.disconnect();
      done(heard ? pieces : null);
    };
    node.port.onmessage = ({ data }) => {
      pieces.push(data);
      const now = pieces.length / 20;
      const loud = loudness(data);
      // The room's own rustle, whatever it is, is the measure: down at once, up over some seconds.
      floor = Math.min(loud, floor * 1.02) + 0.00005;
      if (loud > Math.max(0.006, floor * 3)) {
        heard += 1;
        quietSince = now;
      }
      if (now >= most || (ends && (heard ? now - quietSince >= QUIET : now >= NOTHING))) finish();
    };
    running.set(box, { finish });
    source.connect(node);
    // Some browsers let a node work only when somebody would hear it; it gives out silence.
    node.connect(context.destination);
    say(box, "listening");
  });
}

function loudness(samples) {
  let sum = 0;
  for (const value of samples) sum += value * value;
  return Math.sqrt(sum / samples.length);
}

function joined(pieces) {
  const all = new Float32Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Each sample is the mean of what lies in its time. */
function resample(samples, rate) {
  const step = rate / RATE;
  const out = new Int16Array(Math.floor(samples.length / step));
  for (let i = 0; i < out.length; i++) {
    const from = Math.floor(i * step);
    const to = Math.max(from + 1, Math.min(samples.length, Math.ceil((i + 1) * step)));
    let sum = 0;
    for (let at = from; at < to; at++) sum += samples[at];
    out[i] = Math.max(-1, Math.min(1, sum / (to - from))) * 32767;
  }
  return out;
}

function wav(samples) {
  const head = new DataView(new ArrayBuffer(44));
  const put = (at, word) => [...word].forEach((letter, i) => head.setUint8(at + i, letter.charCodeAt(0)));
  put(0, "RIFF");
  head.setUint32(4, 36 + samples.length * 2, true);
  put(8, "WAVEfmt ");
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true);
  head.setUint16(22, 1, true);
  head.setUint32(24, RATE, true);
  head.setUint32(28, RATE * 2, true);
  head.setUint16(32, 2, true);
  head.setUint16(34, 16, true);
  put(36, "data");
  head.setUint32(40, samples.length * 2, true);
  return new File([head, samples], "voice.wav", { type: "audio/wav" });
}

/** Into the form's own file field: what is sent then is sent as any form is. An answer comes back into its question. */
async function hand(box, voice) {
  const form = box.closest("form");
  if (box.dataset.recorder === "answer") return answer(box, form, voice);
  const files = new DataTransfer();
  files.items.add(voice);
  form.elements.namedItem("sound").files = files.files;
  if (box.dataset.recorder === "send") {
    say(box, "working");
    form.submit();
    return;
  }
  say(box, "kept");
  box.querySelector("audio").src = URL.createObjectURL(voice);
}

/** The value stands in the field, is shown large and read back; she says whether it is right. */
async function answer(box, form, voice) {
  say(box, "working");
  const { to, draft, field } = box.parentElement.dataset;
  const body = new FormData();
  body.set("csrf", form.elements.namedItem("csrf").value);
  body.set("draft", draft);
  body.set("field", field);
  body.set("sound", voice);
  const reply = await (await fetch(to, { method: "POST", body })).json();
  if (!reply.values) {
    box.querySelector(".recorder-said").textContent = reply.said;
    return say(box, "said");
  }
  for (const [name, value] of Object.entries(reply.values)) {
    const there = form.elements.namedItem(name);
    if (there) there.value = value;
  }
  box.querySelector(".recorder-value").textContent = reply.shown;
  say(box, "answered");
  box.querySelector("[data-right]").focus();
  readBack(box, body.get("csrf"), reply.shown);
}

/** By the player, as everything else is read: its own form with these words, in full, because she has just said them. */
function readBack(box, csrf, words) {
  const reads = document.querySelector(".page-heading .read-aloud");
  if (!reads) return;
  const form = reads.cloneNode(true);
  const all = { csrf, words, full: 1 };
  for (const name in all) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = all[name];
    form.append(field);
  }
  form.hidden = true;
  // Not inside the form of her answers; and never sent as a page, should the player be missing.
  box.closest("main").append(form);
  form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  form.remove();
}
