// What I set for my eyes and hands, and what my device asks for; and pages that keep still and survive a bad line.
import type { Page } from "@playwright/test";
import { axe, bodySize, sidewaysScroll } from "../fixtures/checks";
import { awake, expect, test } from "../fixtures/test";

const colour = (page: Page, what: "backgroundColor" | "color") => page.evaluate((what) => getComputedStyle(document.documentElement)[what], what);

async function choose(page: Page, ...names: (string | RegExp)[]): Promise<void> {
  await page.goto("/comfort");
  for (const name of names) await page.getByRole("group").getByLabel(name, { exact: typeof name === "string" }).check();
  await page.getByRole("button", { name: "保存字号和颜色" }).last().click();
  await expect(page.getByText("已经换好了")).toBeVisible();
}

test("I choose black with yellow letters and wide lines, see it on every page, and get back with one tap", async ({ page }) => {
  await choose(page, "黑底，黄字", /^行距放宽/);
  for (const path of ["/", "/help", "/sign-in"]) {
    await page.goto(path);
    expect([await colour(page, "backgroundColor"), await colour(page, "color")]).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 0)"]);
  }
  await page.goto("/comfort");
  await page.getByRole("button", { name: "全部恢复成第一次来的样子" }).click();
  await page.goto("/help");
  expect(await colour(page, "backgroundColor")).not.toBe("rgb(0, 0, 0)");
});

test("On the front door I make the letters larger with one tap, or look for other colours", async ({ page }) => {
  await page.goto("/");
  const size = await bodySize(page);
  await page.getByRole("button", { name: "字再大一点" }).click();
  expect(await bodySize(page)).toBeGreaterThan(size);
  await expect(page.getByText("字看得清吗？")).toHaveCount(0);
});

test("In the simple version I see four things, and all of them again with one tap", async ({ page }) => {
  await choose(page, /^简约版/);
  await page.goto("/");
  await expect(page.locator("main .tile")).toHaveCount(4);
  await page.getByRole("button", { name: "看全部事项" }).click();
  await expect(page.locator("main .tile")).toHaveCount(6);
});

test("The whole row chooses, and what I begin to press I may still let go", async ({ page, scripts }) => {
  await page.goto("/comfort");
  const row = page.locator("label", { has: page.getByRole("radio", { name: "最大", exact: true }) });
  const box = (await row.boundingBox())!;
  await row.click({ position: { x: box.width - 6, y: 6 } });
  await expect(page.getByRole("radio", { name: "最大", exact: true })).toBeChecked();
  // The button is the browser's own either way; the test's hand needs scripts to slide.
  if (!scripts) return;
  const save = (await page.getByRole("button", { name: "保存字号和颜色" }).first().boundingBox())!;
  await page.mouse.move(save.x + 40, save.y + 20);
  await page.mouse.down();
  await page.mouse.move(save.x + 40, save.y + 200, { steps: 4 });
  await page.mouse.up();
  await page.waitForTimeout(300);
  expect(new URL(page.url()).search).toBe("");
});

test("On a computer the pointer is large and two lines show where it is; every press goes through them", async ({ page, scripts }) => {
  await choose(page, /^大鼠标/, /^十字线/);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).cursor)).toMatch(/arrow.*svg/);
  await page.goto("/help");
  const link = page.getByRole("link", { name: "首页" });
  const box = (await link.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  if (scripts) await expect(page.locator(".cross-line[data-on]")).toHaveCount(2);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.getByText("您要办什么事？")).toBeVisible();
});

test("The strip at the bottom repeats what has the focus, never what I typed, and covers nothing", async ({ page, scripts }) => {
  await choose(page, /^大字幕/);
  await page.goto("/sign-in");
  const strip = page.locator(".caption");
  await expect(strip).toHaveAttribute("aria-hidden", "true");
  if (!scripts) return expect(strip).toBeHidden();
  await page.getByLabel("身份证号码").fill("990101");
  await expect(strip).toHaveText("身份证号码");
  for (let n = 0; n < 25; n++) {
    await page.keyboard.press("Tab");
    const hidden = await page.evaluate(() => {
      const [at, strip] = [document.activeElement!, document.querySelector(".caption")!.getBoundingClientRect()];
      if (at === document.body) return "";
      const box = at.getBoundingClientRect();
      return box.bottom > strip.top + 1 && box.top < strip.bottom && strip.bottom <= innerHeight + 1 && strip.top > innerHeight * 0.5 && box.height < innerHeight * 0.6 ? (at.textContent ?? "").slice(0, 20) : "";
    });
    expect(hidden, "lies under the strip").toBe("");
    expect((await strip.boundingBox())!.height).toBeLessThanOrEqual(page.viewportSize()!.height * 0.3 + 1);
  }
});

test("My device asks for dark, for more contrast, for forced colours, for no movement: the page obeys", async ({ page, scripts }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  expect(await colour(page, "backgroundColor")).toBe("rgb(27, 32, 30)");
  // axe itself is a script.
  if (scripts) expect(await axe(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "light", contrast: "more" });
  expect([await colour(page, "backgroundColor"), await colour(page, "color")]).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  await page.emulateMedia({ contrast: null, forcedColors: "active", reducedMotion: "reduce" });
  expect(await page.locator(".tile").first().evaluate((tile) => getComputedStyle(tile).forcedColorAdjust)).toBe("auto");
  expect(await page.locator(".tile").first().evaluate((tile) => getComputedStyle(tile).borderTopWidth)).not.toBe("0px");
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  expect(await sidewaysScroll(page)).toEqual([]);
});

test("I rest for half an hour: nothing on the page moves, goes away or hurries me", async ({ page, scripts }) => {
  // Without scripts only the clock of the server could do it: that half is server/tests/sign_in/late.rs.
  if (scripts) await page.clock.install();
  await page.goto("/sign-in");
  await awake(page, scripts);
  await page.getByLabel("姓名").fill("王秀兰");
  const before = await page.content();
  if (scripts) await page.clock.fastForward("30:00");
  expect(await page.content()).toBe(before);
  await expect(page.getByLabel("姓名")).toHaveValue("王秀兰");
});

test("The helping program does not come: the page is whole without it", async ({ page, allowed }) => {
  allowed.push(/\.wasm/);
  for (const answer of [404, 500, 0]) {
    await page.route(/\.wasm/, (route) => (answer ? route.fulfill({ status: answer }) : route.abort()));
    await page.goto("/sign-in");
    await page.waitForTimeout(600);
    await page.getByRole("button", { name: "发送验证码" }).click();
    await expect(page.getByRole("alert")).toContainText("还没有填姓名");
    await page.unroute(/\.wasm/);
  }
});

test("While the page wakes up I type: no letter is lost, nothing jumps", async ({ page, scripts }) => {
  await page.goto("/sign-in");
  await page.evaluate(() => {
    (window as any).jumped = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry: any) => ((window as any).jumped += entry.value))).observe({ type: "layout-shift", buffered: true });
  });
  const name = page.getByLabel("姓名");
  await name.pressSequentially("wang xiulan", { delay: 40 });
  await awake(page, scripts);
  await expect(name).toHaveValue("wang xiulan");
  await expect(name).toBeFocused();
  expect(await page.evaluate(() => (window as any).jumped)).toBeLessThan(0.05);
});
