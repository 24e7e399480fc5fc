// After sending: it can still be changed, sent on, taken back, undone or withdrawn; and it is never there twice.
import { awake, expect, test } from "../fixtures/test";
import type { Page } from "@playwright/test";
import type { Running } from "../fixtures/server";
import * as ask from "./steps/elder/filing";
import { handIn, photo } from "./steps/elder/papers";
import { liMei, qiqige, sun, type Somebody, wang, zhou } from "./steps/elder/people";
import { signedIn } from "./steps/elder/sign_in";

async function sentByProof(page: Page, server: Running, who: Somebody): Promise<string> {
  await signedIn(page, server, who);
  await ask.begin(page);
  await ask.answerAll(page, { kind: "医院让转到外地看病", temporary: true });
  await handIn(page, "医院开的转诊证明", await photo(page));
  await page.getByRole("button", { name: "去核对申请" }).click();
  await ask.submit(page, false);
  await expect(page.getByRole("heading", { name: "申请已经提交" })).toBeVisible();
  return ask.reference(page);
}

test("I send it on at once, and later withdraw it", async ({ page, server }) => {
  const reference = await sentByProof(page, server, zhou);
  await expect(page.getByText(/以前，可以拿回来修改/)).toBeVisible();
  await page.getByRole("button", { name: "不再修改，马上送出" }).click();
  await expect(page.getByRole("heading", { name: "申请已经提交" })).toBeVisible();
  await expect(page.getByRole("button", { name: "拿回来修改" })).toHaveCount(0);
  await expect(page.getByText("10 分钟后开始")).toHaveCount(0);
  await page.getByRole("link", { name: "查看这件申请" }).click();
  await expect(page.getByText("村（社区）受理中")).toBeVisible();

  await page.getByRole("link", { name: "撤回这件申请" }).click();
  await expect(page.getByText("这件申请就停了")).toBeVisible();
  await page.getByRole("link", { name: "不撤回，继续办" }).click();
  await page.getByRole("link", { name: "撤回这件申请" }).click();
  await page.getByRole("button", { name: "撤回这件申请" }).click();
  await expect(page.getByText("已经撤回", { exact: true })).toBeVisible();
  expect(page.url()).toContain(reference);
});

test("I take it back within ten minutes, change the place and send it again", async ({ page, server }) => {
  await sentByProof(page, server, sun);
  await page.getByRole("button", { name: "拿回来修改" }).click();
  await ask.onCheckPage(page);
  await expect(page.getByText("已经传了 1 份")).toBeVisible();
  await page.getByRole("link", { name: /^修改\s*城市/ }).click();
  await page.getByLabel("自己写城市的名字").fill("缓步市");
  await page.getByRole("button", { name: "保存修改" }).click();
  await ask.submit(page, false);
  await expect(page.getByRole("heading", { name: "申请已经提交" })).toBeVisible();
  await page.getByRole("link", { name: "查看这件申请" }).click();
  await expect(page.getByText("缓步市")).toBeVisible();
});

test("What held at once I undo, and I am told what I lose", async ({ page, server }) => {
  await signedIn(page, server, qiqige);
  await ask.begin(page);
  await ask.answerAll(page, { kind: "在外地突然生病", temporary: true });
  await ask.submit(page, false);
  await expect(page.getByRole("heading", { name: "备案已经生效" })).toBeVisible();
  await page.getByRole("link", { name: "取消这次备案" }).click();
  await expect(page.getByText("备案马上失效")).toBeVisible();
  await page.getByRole("button", { name: "取消这次备案" }).click();
  await expect(page.getByText("已经失效", { exact: true })).toBeVisible();
  await expect(page.getByText("取消了备案")).toBeVisible();
  await expect(page.getByRole("link", { name: "取消这次备案" })).toHaveCount(0);
});

test("My shaking hand presses twice, and it is one case", async ({ page, server }) => {
  await signedIn(page, server, zhou);
  await page.goto("/my-cases");
  const before = await page.getByRole("link", { name: /^查看编号/ }).count();
  await ask.begin(page);
  await ask.answerAll(page, { kind: "在外地突然生病", temporary: true });
  await ask.onCheckPage(page);
  // The same form once more from a second tab that still shows the check page.
  const second = await page.context().newPage();
  await second.goto(page.url());
  await page.getByRole("button", { name: "提交备案申请" }).dblclick();
  await expect(page.getByRole("heading", { name: "备案已经生效" })).toBeVisible();
  const reference = await ask.reference(page);
  await second.getByRole("button", { name: "提交备案申请" }).click();
  await expect(second.getByText(/备案已经生效|这件事已经提交/).first()).toBeVisible();
  // Going back and sending again leads to the same receipt.
  await page.goBack();
  await page.reload();
  await expect(page.getByRole("heading", { name: "备案已经生效" })).toBeVisible();
  expect(await ask.reference(page)).toBe(reference);
  await page.goto("/my-cases");
  await expect(page.getByRole("link", { name: /^查看编号/ })).toHaveCount(before + 1);
});

test("My line is gone: the page says so, what I chose stands there, and with the line back it is sent", async ({ page, context, server, scripts }) => {
  if (!scripts) return;
  await signedIn(page, server, wang);
  await ask.begin(page);
  await ask.choose(page, "在外地突然生病");
  await awake(page, scripts);
  await context.setOffline(true);
  const told = page.getByText("现在没有网，打不开，也送不出去。");
  await expect(told).toBeHidden();
  for (const press of [page.getByRole("button", { name: "保存，去下一步" }), page.getByRole("link", { name: /^首页/ }).first()]) {
    await press.click();
    await expect(told).toBeVisible();
    await expect(page.getByRole("radio", { name: /^在外地突然生病/ })).toBeChecked();
  }
  await expect(page.getByText("正在发送")).toHaveCount(0);
  await context.setOffline(false);
  await expect(told).toBeHidden();
  await ask.next(page);
  await expect(page.getByRole("heading", { name: "去哪里看病？" })).toBeVisible();
});

test("While it is sent the button stays readable and says so, and when I come back it is ready again", async ({ page, server, scripts }) => {
  if (!scripts) return;
  await signedIn(page, server, wang);
  await ask.begin(page);
  await ask.choose(page, "在外地突然生病");
  await awake(page, scripts);
  // The first one never leaves: the page stays as it is while something is under way.
  await page.evaluate(() => addEventListener("submit", (event) => event.preventDefault(), { once: true }));
  const button = page.getByRole("button", { name: "保存，去下一步" });
  const looks = () => button.evaluate((element) => (({ color, backgroundColor, opacity }) => ({ color, backgroundColor, opacity }))(getComputedStyle(element)));
  await button.hover();
  const before = await looks();
  await button.click();
  const said = page.getByText("正在发送，不用再按。");
  await expect(said).toBeVisible();
  await expect(button).toBeEnabled();
  await button.hover();
  expect(await looks()).toEqual(before);
  // The page as the browser keeps it for the way back.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(said).toHaveCount(0);
  await expect(page.locator("form[aria-busy]")).toHaveCount(0);
  // Within a second it would be the same tap of a shaking hand.
  await page.waitForTimeout(1100);
  await button.click();
  await expect(page.getByRole("heading", { name: "去哪里看病？" })).toBeVisible();
});

test("Somebody else's number shows me nothing, as if it did not exist", async ({ page, person, server }) => {
  await signedIn(page, server, wang);
  await ask.begin(page);
  await ask.answerAll(page, { kind: "在外地突然生病", temporary: true });
  await ask.submit(page, false);
  const reference = await ask.reference(page);
  const other = await person();
  await signedIn(other, server, liMei);
  const seen = async (path: string) => {
    const answer = await other.goto(path);
    expect(answer!.status(), path).toBe(404);
    await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(other.getByText("0990-").first()).toBeVisible();
    return (await other.locator("main").innerText()).replace(/[0-9A-Z]{4}-[0-9A-Z]{4}/, "…");
  };
  const none = await seen("/cases/2222222222");
  for (const path of [`/cases/${reference}`, `/cases/${reference}/receipt`, `/cases/${reference}/undo`]) expect(await seen(path)).toBe(none);
});
