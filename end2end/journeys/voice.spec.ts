// Hearing a page instead of reading it. Beeps stand for speech here, but for one page that the real voice reads where its model is
// installed; what counts is that something sounds, and where.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { startServer } from "../fixtures/server";
import { expect, test } from "../fixtures/test";
import * as ask from "./steps/elder/filing";
import { wang } from "./steps/elder/people";
import { signedIn } from "./steps/elder/sign_in";

const press = (page: Page) => page.locator("main form.read-aloud").first().getByRole("button", { name: "读给我听" }).click();
const bar = (page: Page): Locator => page.getByRole("region", { name: "朗读" });
const marked = (page: Page) => page.locator(".being-read");
/** What is marked now, as one text. */
const words = async (page: Page) => (await marked(page).allTextContents()).join("");

/** Without scripts: the page with one sound for all of it, and the sound is really there. */
async function heardAsOne(page: Page, says: string) {
  await expect(page.getByRole("heading", { level: 1, name: /^听：/ })).toBeVisible();
  const sound = page.locator("audio");
  await expect(sound).toBeVisible();
  expect(await sound.getAttribute("autoplay")).toBeNull();
  const answer = await page.request.get((await sound.getAttribute("src")) ?? "");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("audio/mpeg");
  expect((await answer.body()).length).toBeGreaterThan(5_000);
  await expect(page.locator(".transcript")).toContainText(says);
  await page.getByRole("link", { name: "回到刚才那一页" }).click();
}

test("The home page is read to me, and I can stop it, take a step back and change its pace", async ({ page, scripts }) => {
  await page.goto("/");
  await press(page);
  if (!scripts) return heardAsOne(page, "您要办什么事？");

  await expect(bar(page)).toBeVisible();
  await expect(marked(page).first()).toBeVisible();
  await expect(bar(page).getByRole("status")).toHaveText("正在读。");
  const first = await words(page);
  await expect.poll(() => words(page), { timeout: 20_000 }).not.toBe(first);

  await bar(page).getByRole("button", { name: "停一下" }).click();
  await expect(bar(page).getByRole("status")).toContainText("停下了");
  const here = await words(page);
  await page.waitForTimeout(1500);
  expect(await words(page)).toBe(here);
  await bar(page).getByRole("button", { name: "退一句" }).click();
  await expect.poll(() => words(page)).not.toBe(here);
  // Stopped again, so that a slow machine does not hear the end of the page meanwhile.
  await bar(page).getByRole("button", { name: "停一下" }).focus();
  await page.keyboard.press("Enter");
  await expect(bar(page).getByRole("button", { name: "接着读" })).toBeVisible();
  await bar(page).getByText("快慢、点读").click();
  await bar(page).getByRole("combobox", { name: "快慢" }).selectOption({ label: "很快" });
  await bar(page).getByRole("button", { name: "接着读" }).focus();
  await page.keyboard.press("Enter");
  await expect(bar(page).getByRole("button", { name: "停一下" })).toBeVisible();
  await bar(page).getByRole("button", { name: "不听了" }).click();
  await expect(bar(page)).toHaveCount(0);
  await expect(marked(page)).toHaveCount(0);
});

test("A question of a form is read to me, also where the browser has no voice", async ({ page, server, scripts }) => {
  await page.addInitScript(() => {
    // @ts-expect-error a web-view without speech
    delete window.speechSynthesis;
    // @ts-expect-error
    delete Window.prototype.speechSynthesis;
  });
  await signedIn(page, server, wang);
  await ask.begin(page);
  await press(page);
  if (!scripts) return heardAsOne(page, "第 1 步");
  await expect(marked(page).first()).toBeVisible();
  await expect(bar(page).getByRole("status")).toHaveText("正在读。");

  // Tapping reads that paragraph and chooses nothing, as long as the switch is on.
  await bar(page).getByText("快慢、点读").click();
  await bar(page).getByRole("button", { name: "点哪儿读哪儿" }).click();
  await expect(bar(page).getByRole("button", { name: "点哪儿读哪儿" })).toHaveAttribute("aria-pressed", "true");
  const choice = page.locator("main label.choice, main .choice label").first();
  await choice.click();
  expect(await page.locator("main input[type=radio]:checked").count()).toBe(0);
  await expect.poll(async () => (await choice.innerText()).replace(/\s/g, "")).toContain((await words(page)).replace(/\s/g, "").slice(0, 4));
  await bar(page).getByRole("button", { name: "不听了" }).click();
  await choice.click();
  expect(await page.locator("main input[type=radio]:checked").count()).toBe(1);
});

test("A mistake that I made is read to me", async ({ page, server, scripts }) => {
  await signedIn(page, server, wang);
  await ask.begin(page);
  await ask.next(page);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("还没有选");
  await alert.getByRole("button", { name: "读给我听" }).click();
  if (!scripts) return heardAsOne(page, "还没有选");
  await expect(marked(page).first()).toBeVisible();
  await expect.poll(async () => (await alert.locator(".being-read").count()) > 0).toBe(true);
});

test("When the sound does not come, the page says what happened and whom to call", async ({ page, scripts, allowed }) => {
  allowed.push(/404: .*audio/, /failed request: .*audio/);
  await page.route("**/audio/**", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto("/help");
  await press(page);
  if (!scripts) {
    // The browser's own player shows that there is no sound; beside it stand the words and the telephone.
    await expect(page.locator(".transcript")).toContainText("打电话");
    await expect(page.getByText("0990-").first()).toBeVisible();
    return;
  }
  await expect(bar(page).getByRole("status")).toContainText("声音没有放出来");
  await expect(bar(page).getByRole("status")).toContainText("0990-");
  // The sound is back: the same button goes on.
  await page.unroute("**/audio/**");
  await bar(page).getByRole("button", { name: "接着读" }).click();
  await expect(bar(page).getByRole("status")).toHaveText("正在读。");
});

test("Too many listen, a sound breaks off: each has its sentence", async ({ page, scripts, allowed }) => {
  allowed.push(/503: /, /failed request: .*audio/);
  await page.route("**/audio/**", (route) => route.fulfill({ status: 503, headers: { "retry-after": "5" }, body: "" }));
  await page.goto("/help");
  await press(page);
  if (!scripts) return expect(page.locator(".transcript")).toContainText("打电话");
  await expect(bar(page).getByRole("status")).toContainText("现在听的人多");
  await page.unroute("**/audio/**");
  await page.route("**/audio/**", (route) => route.fulfill({ status: 200, contentType: "audio/mpeg", body: Buffer.from([0xff, 0xf3, 0x64]) }));
  await page.goto("/promises");
  await press(page);
  await expect(bar(page).getByRole("status")).toContainText("声音没有放出来");
});

test("Nothing sounds before I press, and leaving the page ends it", async ({ page, scripts }) => {
  const sounds: string[] = [];
  page.on("request", (request) => request.url().includes("/audio/") && sounds.push(request.url()));
  await page.goto("/help");
  await page.waitForTimeout(1500);
  expect(sounds).toEqual([]);
  expect(await page.locator("audio").count()).toBe(0);
  if (!scripts) return;
  await press(page);
  await expect(marked(page).first()).toBeVisible();
  await page.goto("/");
  await expect(bar(page)).toHaveCount(0);
  const after = sounds.length;
  await page.waitForTimeout(1500);
  expect(sounds.length).toBe(after);
});

test("A short tone stands beside the words for a mistake, and can be switched off", async ({ page, server, scripts }) => {
  await signedIn(page, server, wang);
  await ask.begin(page);
  await ask.next(page);
  await expect(page.getByRole("alert")).toBeVisible();
  if (scripts) await expect(page.locator("html")).toHaveAttribute("data-sounded", "error");
  else expect(await page.locator("html").getAttribute("data-sounded")).toBeNull();
  // Switched off: silent, and the words are there as before.
  await page.addInitScript(() => document.addEventListener("readystatechange", () => document.documentElement.setAttribute("data-sounds", "off")));
  await page.goto(page.url());
  await ask.next(page);
  await expect(page.getByRole("alert")).toBeVisible();
  expect(await page.locator("html").getAttribute("data-sounded")).toBeNull();
});

test("What the voice makes is sound that this browser can play, from the real voice where it is installed", async ({ browser, scripts }) => {
  if (!scripts) return;
  const models = process.env.YIBAO_VOICE_DIR ?? join(import.meta.dirname, "../../.data/voice");
  const real = existsSync(join(models, "kokoro.onnx"));
  const talking = await startServer(real ? `engine = "auto"\ndir = "${models}"` : 'engine = "tone"');
  try {
    const page = await (await browser.newContext({ baseURL: talking.url })).newPage();
    await page.goto("/promises");
    const reading = await page.request.post("/read", { form: { page: "/promises" } });
    const html = await reading.text();
    const sounds = [...html.matchAll(/data-sound="([^"]+)"[^>]*>([^<]+)/g)].slice(0, 3).map(([, path, words]) => ({ path: path!, signs: words!.length }));
    expect(sounds.length).toBe(3);
    for (const { path, signs } of sounds) {
      const { duration, peak, played } = await page.evaluate(async (path) => {
        const bytes = await (await fetch(path)).arrayBuffer();
        const sound = await new OfflineAudioContext(1, 1, 24_000).decodeAudioData(bytes);
        const audio = new Audio(path);
        audio.muted = true;
        const moved = new Promise<number>((done) => (audio.ontimeupdate = () => audio.currentTime > 0 && done(audio.currentTime)));
        await audio.play();
        return { duration: sound.duration, peak: Math.max(...sound.getChannelData(0).map(Math.abs)), played: await moved };
      }, path);
      expect(peak, path).toBeGreaterThan(0.05);
      expect(played, path).toBeGreaterThan(0);
      // Nobody says a sign in less than a tenth of a second, or draws it out over one.
      expect(duration, path).toBeGreaterThan(real ? signs * 0.1 : 0.1);
      expect(duration, path).toBeLessThan(signs * 1 + 2);
    }
    await page.context().close();
  } finally {
    await talking.remove();
  }
});

test("A long number is heard by its ends, and in full when I ask for it", async ({ page, server, scripts }) => {
  await signedIn(page, server, wang);
  await ask.begin(page);
  await ask.answerAll(page, { kind: "在外地突然生病", temporary: true });
  await ask.onCheckPage(page);
  // Where a telephone stands in its field; those of the demo county are no real ones and are not taken for such.
  const contact = page.url().replace(/check$/, "contact");
  await page.goto(contact);
  await page.locator("input[name=contact-phone]").fill("13900001234");
  await ask.next(page);
  await page.goto(contact);
  await press(page);
  const full = page.getByRole("button", { name: "读出完整号码" });
  if (!scripts) {
    await expect(page.getByRole("heading", { level: 1, name: /^听：/ })).toBeVisible();
    await full.click();
    await expect(page.getByRole("heading", { level: 1, name: /^听：/ })).toBeVisible();
    await expect(full).toHaveCount(0);
    return;
  }
  await expect(bar(page)).toBeVisible();
  const sounded = (page: Page) => page.waitForRequest(/\/audio\//);
  const again = sounded(page);
  await full.click();
  await again;
  await expect(bar(page)).toHaveCount(1);
  await expect(full).toHaveCount(0);
  await expect(bar(page).getByRole("button", { name: "停一下" })).toBeFocused();
});
