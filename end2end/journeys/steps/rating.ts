// How satisfied she is: the link beside a case, a step, a face.
import { expect, type Page } from "@playwright/test";

export type Step = "收下申请" | "受理" | "办结";
export type Level = "非常满意" | "满意" | "基本满意" | "不满意" | "非常不满意";

/** A face and its button, on the page that is open. */
export async function face(page: Page, level: Level): Promise<void> {
  await page.getByRole("radio", { name: level, exact: true }).check();
  await page.getByRole("button", { name: "送出我的评价" }).click();
}

/** From the page of the case. */
export async function rate(page: Page, step: Step, level: Level): Promise<void> {
  await page.getByRole("link", { name: /办得怎么样$/ }).click();
  await page.getByRole("link", { name: `说说「${step}」满意不满意` }).click();
  await face(page, level);
}

export async function thanked(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "谢谢您，记下了" })).toBeVisible();
}
