// At a village table: an assistant (帮办人员) and the person beside her.
import { expect, type Page } from "@playwright/test";
import { submit } from "./elder/filing";
import type { Somebody } from "./elder/people";
import { oneTime } from "./desk";
import { again, keep } from "./kept";

/** User name and password, then the one-time password: like every member of staff. */
export async function atTable(page: Page, user: string): Promise<void> {
  if (await again(page, user, "/assist")) return;
  await page.goto("/assist");
  await page.getByLabel("用户名").fill(user);
  await page.getByLabel("密码").fill("yibao-demo-2026");
  await page.getByRole("button", { name: "登录工作台" }).click();
  await page.getByLabel("动态码").fill(await oneTime(page, user));
  await page.getByRole("button", { name: "进入工作台" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "帮谁办？" })).toBeVisible();
  await keep(page, user);
}

/** The number on her card, then card and face, up to the two digits. */
export async function beside(page: Page, who: Somebody): Promise<void> {
  await page.goto("/assist");
  await page.getByLabel("身份证号码").fill(who.number);
  await page.getByRole("button", { name: "查找证件上的这个人" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "看证件，看本人" })).toBeVisible();
  await page.getByRole("checkbox", { name: "身份证原件在我手里，姓名和号码都对" }).check();
  await page.getByRole("checkbox", { name: /我看过本人的脸/ }).check();
  await page.getByRole("button", { name: "开始帮本人办" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "和本人对一对数字" })).toBeVisible();
}

/** The two digits on the assistant's screen. */
export async function digits(page: Page): Promise<string> {
  const shown = ((await page.locator(".two-digits b").textContent()) ?? "").trim();
  expect(shown).toMatch(/^\d{2}$/);
  return shown;
}

/** Both sides are the same. */
export async function compare(page: Page): Promise<void> {
  await page.getByRole("checkbox", { name: /两边数字一样/ }).check();
  await page.getByRole("button", { name: "记下，接着办" }).click();
}

/** From the check page to the receipt, with the number in between. */
export async function sendWithNumber(page: Page): Promise<void> {
  await page.getByRole("button", { name: "念完了，去对两位数字" }).click();
  await compare(page);
  await submit(page, false);
}
