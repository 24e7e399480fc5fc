// Speaking into a microphone: a file that Chromium plays. The recogniser is the stand-in of the tests. Runs once, on a phone
// with scripts: the browser is started here, because the microphone belongs to its command line.
import { chromium, type Browser, type Page } from "@playwright/test";
import { chromiumPath } from "../fixtures/browser.mjs";
import { expect, test } from "../fixtures/test";
import { peak, speaking, tone } from "../fixtures/microphone";
import type { Running } from "../fixtures/server";
import { begin, choose, next } from "./steps/elder/filing";
import { wang } from "./steps/elder/people";
import { signedIn } from "./steps/elder/sign_in";

/** A browser whose microphone plays this file; `refused` says no when it is asked. */
async function withMicrophone(server: Running, file: string, use: (page: Page) => Promise<void>, refused = false): Promise<void> {
  let browser: Browser | undefined;
  try {
    const args = ["--no-sandbox", "--disable-gpu", ...speaking(file)];
    browser = await chromium.launch({ executablePath: chromiumPath, args });
    const page = await browser.newPage({ baseURL: server.url, viewport: { width: 360, height: 740 }, locale: "zh-CN" });
    // A browser without a window asks nobody and waits for ever: the no is said in its place.
    if (refused) await page.addInitScript(() => (navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotAllowedError"))));
    await use(page);
  } finally {
    await browser?.close();
  }
}

/** Taps, reads what becomes of her voice, agrees, and speaks until the silence ends it. Gives what was sent. */
async function speak(page: Page): Promise<Buffer> {
  // The browser shows nobody the files of a form, so it is looked at just before it goes.
  let sent: (wav: Buffer) => void;
  const recorded = new Promise<Buffer>((done) => (sent = done));
  await page.exposeFunction("recorded", (bytes: number[]) => sent(Buffer.from(bytes)));
  await page.addInitScript(() => {
    const submit = HTMLFormElement.prototype.submit;
    HTMLFormElement.prototype.submit = async function () {
      const file = (this.elements.namedItem("sound") as HTMLInputElement).files![0];
      await (window as unknown as { recorded(bytes: number[]): Promise<void> }).recorded([...new Uint8Array(await file.arrayBuffer())]);
      submit.call(this);
    };
  });
  await page.goto("/talk");
  await page.getByRole("button", { name: "按一下，开始说" }).click();
  const agree = page.getByRole("button", { name: "我知道了，开始录音" });
  await expect(agree).toBeFocused();
  await expect(page.locator(".recorder-consent")).toContainText("不保存");
  await agree.click();
  await expect(page.getByText("正在听，说吧。")).toBeVisible();
  return recorded;
}

for (const [hertz, said, leads] of [
  [300, "我要报销", "/guide/claim"],
  [400, "帮我妈办异地", "/family"],
  [500, "大一点", "/comfort?size=2"],
] as const) {
  test(`「${said}」 spoken into the microphone`, async ({ server }) => {
    await withMicrophone(server, tone(hertz), async (page) => {
      const wav = await speak(page);
      expect(peak(wav), "something was recorded").toBeGreaterThan(1000);
      expect(wav.readUInt32LE(24), "samples a second").toBe(16_000);
      await expect(page.getByRole("heading", { name: "您是想……吗？" })).toBeVisible();
      await expect(page.locator("main")).toContainText(said);
      await expect(page.locator(`main a[href="${leads}"]`).first()).toBeVisible();
      await expect(page).toHaveURL(/\/talk\/found/);
    });
  });
}

test("A refused microphone is told in words, and writing still works", async ({ server }) => {
  await withMicrophone(server, "", async (page) => {
    await page.goto("/talk");
    await page.getByRole("button", { name: "按一下，开始说" }).click();
    await page.getByRole("button", { name: "我知道了，开始录音" }).click();
    await expect(page.getByText("手机没有让我们用话筒。")).toBeVisible();
    await page.getByLabel("也可以写下来").fill("报销");
    await page.getByRole("button", { name: "按我写的找" }).click();
    await expect(page.getByRole("heading", { name: "您是想……吗？" })).toBeVisible();
  }, true);
});

test("A message is recorded, heard once more by herself, and sent by her own tap", async ({ server }) => {
  await withMicrophone(server, tone(300, 60, 0), async (page) => {
    await signedIn(page, server, wang);
    await page.goto("/voice-messages");
    await page.getByRole("button", { name: "按一下，开始留言" }).click();
    await page.getByRole("button", { name: "我知道了，开始录音" }).click();
    await expect(page.getByText("正在录，说吧。")).toBeVisible();
    await page.waitForTimeout(1500);
    await page.getByRole("button", { name: "说完了，按一下" }).click();
    await expect(page.getByText("录好了。")).toBeVisible();
    await expect(page.locator(".recorder audio")).toHaveAttribute("src", /^blob:/);
    await page.getByRole("button", { name: "把留言送到窗口" }).click();
    await expect(page.getByText("留言已经送到窗口，也存好了。")).toBeVisible();
  });
});

test("Tonight in hospital the place can be said", async ({ server }) => {
  await withMicrophone(server, tone(1100), async (page) => {
    await signedIn(page, server, wang);
    await page.goto("/tonight");
    await page.getByRole("button", { name: "说给我听" }).click();
    await page.getByRole("button", { name: "我知道了，开始录音" }).click();
    await expect(page.locator(".recorder-value")).toHaveText("浙江省", { timeout: 20_000 });
    await expect(page.locator("select[name=province]")).toHaveValue("33");
  });
});

test("An answer is spoken, stands in its field, is confirmed by a tap and goes with the form", async ({ server }) => {
  await withMicrophone(server, tone(1100), async (page) => {
    await signedIn(page, server, wang);
    await begin(page);
    await choose(page, "长期住在外地");
    await next(page);
    const place = page.getByLabel("去哪里看病？");
    await expect(place).toHaveValue("");
    await page.getByRole("button", { name: "说给我听" }).click();
    await page.getByRole("button", { name: "我知道了，开始录音" }).click();
    await expect(page.locator(".recorder-value")).toHaveText("浙江省", { timeout: 20_000 });
    await expect(place).toHaveValue("33");
    // Read back by the player as any page is, not by a voice that this phone may not have.
    const bar = page.getByRole("region", { name: "朗读" });
    await expect(bar.getByRole("status")).toHaveText(/正在读。|读完了。/);
    await expect(bar.getByRole("button", { name: "读出完整号码" })).toHaveCount(0);
    await page.getByRole("button", { name: "对，就填这个" }).click();
    await expect(page.getByText("已经填好了。")).toBeVisible();
    await next(page);
    await expect(page.getByRole("radio", { name: "杭州市" })).toBeVisible();
  });
});
