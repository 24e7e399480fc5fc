// Clerks of the demonstration county: how they come to their desks and find a person or a case.
import { expect, type Page } from "@playwright/test";
import { again, keep } from "./kept";
import { home } from "./phone";
import type { Somebody } from "./elder/people";

/** User names by desk. */
export const desks = {
  /** 暖檐村, where 王秀兰 and 何桂珍 live; its clerk is 何桂珍's son. */
  warmEaves: "village1",
  /** 慢灯村, where 赵有田 lives; the neighbour desk of 暖檐村. */
  slowLamp: "village2",
  /** 甜井村, where 阿依古丽 lives. */
  sweetWell: "village5",
  /** 望归村, where 卓玛 lives. */
  waiting: "village7",
  /** 问枝村, where 其其格 lives. */
  branch: "village8",
  secondTown: ["township2", "township5"],
  thirdTown: ["township3", "township6"],
  county: ["county1", "county2", "county3"],
};

/** The one-time password of this half minute, as /demo shows it. */
export async function oneTime(page: Page, user: string): Promise<string> {
  const html = await (await fetch(`${home(page)}/demo`)).text();
  return new RegExp(`data-totp="${user}"[^>]*>(\\d{6})<`).exec(html)?.[1] ?? "";
}

/** User name and password, then the one-time password. */
export async function atDesk(page: Page, user: string): Promise<void> {
  if (await again(page, user, "/staff")) return;
  await page.goto("/staff");
  await page.getByLabel("用户名").fill(user);
  await page.getByLabel("密码").fill("yibao-demo-2026");
  await page.getByRole("button", { name: "登录工作台" }).click();
  await page.getByLabel("动态码").fill(await oneTime(page, user));
  await page.getByRole("button", { name: "进入工作台" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /的待办$/ })).toBeVisible();
  await keep(page, user);
}

/** The page of a person at the counter, found by the number on her card. */
export async function findPerson(page: Page, who: Somebody): Promise<void> {
  await page.goto("/staff/people");
  await page.getByLabel("姓名，或者身份证号码").fill(who.number);
  await page.getByRole("button", { name: /查找这个人/ }).click();
  await page.getByRole("link", { name: who.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: who.name })).toBeVisible();
}

/** Her card lies on the desk: the box of that form, then its button. */
export async function withCard(page: Page, button: RegExp | string): Promise<void> {
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: button }) });
  await form.getByRole("checkbox", { name: "已核对本人证件" }).check();
  await form.getByRole("button", { name: button }).click();
}

/** Opens a case and takes it. */
export async function take(page: Page, reference: string): Promise<void> {
  await page.goto(`/staff/cases/${reference}`);
  await page.getByRole("button", { name: /由我办理/ }).click();
  await expect(page.getByRole("button", { name: /放回列表/ })).toBeVisible();
}

/** The decision's button that leads back to the queue. */
export async function decide(page: Page, words: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${words}，回到列表`) }).click();
  await expect(page.getByRole("heading", { level: 1, name: /的待办$/ })).toBeVisible();
}

/** The screen of a clerk. */
export const screen = { width: 1280, height: 800 };
