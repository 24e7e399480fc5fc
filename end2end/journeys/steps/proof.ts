// A filing as somebody at a counter, a helper or an elder does it, and as far as the village's desk.
import { expect, type Page } from "@playwright/test";
import { begin, choose, endUnknown, next, place, route, start, submit, type Filing } from "./elder/filing";
import { photo, send as sendPhoto } from "./elder/papers";

/** All questions. Who has no phone gives the number of somebody who can be reached. */
export async function questions(page: Page, filing: Filing): Promise<void> {
  await choose(page, filing.kind);
  await next(page);
  await place(page);
  await start(page, 0);
  if (filing.temporary) await endUnknown(page);
  if (filing.route) await route(page, filing.route);
  await expect(page.getByRole("heading", { name: "有事找谁？" })).toBeVisible();
  const phone = page.getByLabel("联系人手机");
  if ((await phone.inputValue()) === "") await phone.fill("10000009999");
  await next(page);
}

/** On the page of papers: photographs one and comes back. */
export async function paper(page: Page, material: string): Promise<void> {
  await page.getByRole("link", { name: new RegExp(`^(去上传|修改)\\s*${material}`) }).click();
  await sendPhoto(page, "照片.jpg", "image/jpeg", await photo(page));
  await page.getByRole("link", { name: "传好了，回到材料页" }).click();
}

export async function receiptNumber(page: Page): Promise<string> {
  await page.waitForURL(/\/cases\/[^/]+\/receipt/);
  return new URL(page.url()).pathname.split("/")[2];
}

/** Submitted, sent at once, and lying at the village's desk. Whoever is signed in here files it. */
export async function fileByProof(page: Page): Promise<string> {
  await begin(page);
  await questions(page, { kind: "长期住在外地", route: "交证明材料" });
  await paper(page, "居住证");
  return toVillage(page);
}

/** From the page of papers to the village. */
export async function toVillage(page: Page): Promise<string> {
  await page.getByRole("button", { name: "去核对申请" }).click();
  await submit(page, false);
  const reference = await receiptNumber(page);
  await page.goto(`/cases/${reference}`);
  await page.getByRole("button", { name: "不再修改，马上送出" }).click();
  await page.goto(`/cases/${reference}`);
  await expect(page.getByText("村（社区）受理中").first()).toBeVisible();
  return reference;
}
