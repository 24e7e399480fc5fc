// An elder's yes: on her own phone with a code, or before a clerk.
import { expect, type Page } from "@playwright/test";
import { findPerson } from "./desk";
import type { Somebody } from "./elder/people";
import { codeAbout } from "./phone";

/** From 「谁在帮我办」: opens the request of this helper (her surname) and says yes with a code. */
export async function sayYes(page: Page, surname: string): Promise<void> {
  await page.getByRole("radio", { name: "没有，是我自己要同意" }).check();
  await page.getByRole("button", { name: "同意，发验证码给我" }).click();
  await page.getByLabel("短信里的 6 位数字").fill(await codeAbout(page, /同意家人代办/));
  await page.getByRole("button", { name: new RegExp(`^同意${surname}.+帮我办$`) }).click();
}

/** The clerk at her desk has the elder before her, reads the request aloud and writes the yes down: nothing waits. */
export async function yesAtCounter(clerk: Page, elder: Somebody, helper: Somebody): Promise<void> {
  await findPerson(clerk, elder);
  await clerk.getByRole("link", { name: new RegExp(helper.name) }).first().click();
  await clerk.getByRole("radio", { name: "本人站在窗口前" }).check();
  await clerk.getByRole("checkbox", { name: "本人身份证" }).check();
  await clerk.getByRole("button", { name: "本人同意，记下" }).click();
  await expect(clerk.getByText("已经记下。本人会收到消息。")).toBeVisible();
}
