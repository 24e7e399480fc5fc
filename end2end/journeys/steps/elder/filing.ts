// Filling in 异地就医备案, page by page.
import { expect, type Page } from "@playwright/test";

/** Day in China, `ahead` days from now. */
export function day(ahead: number): [string, string, string] {
  const at = new Date(Date.now() + 8 * 3_600_000 + ahead * 86_400_000);
  return [String(at.getUTCFullYear()), String(at.getUTCMonth() + 1), String(at.getUTCDate())];
}

/** From the guide of the service into a fresh draft: the question about the kind. An older draft is thrown away first. */
export async function begin(page: Page): Promise<void> {
  await page.goto("/my-cases");
  const old = page.getByRole("link", { name: "删掉这份" });
  if ((await old.count()) > 0) {
    await old.click();
    await page.getByRole("button", { name: "删掉这份申请" }).click();
  }
  await page.goto("/guide/out-of-area");
  await page.getByRole("button", { name: "开始填写申请" }).click();
  await expect(page.getByRole("heading", { name: "您是哪一种情况？" })).toBeVisible();
}

export async function next(page: Page): Promise<void> {
  await page.getByRole("button", { name: "保存，去下一步" }).click();
}

export async function choose(page: Page, words: string): Promise<void> {
  await page.getByRole("radio", { name: new RegExp(`^${words}`) }).check();
}

export async function date(page: Page, [year, month, dayOfMonth]: [string, string, string]): Promise<void> {
  await page.getByLabel("年", { exact: true }).fill(year);
  await page.getByLabel("月", { exact: true }).fill(month);
  await page.getByLabel("日", { exact: true }).fill(dayOfMonth);
}

export async function place(page: Page, province = "浙江省", city = "云梯市"): Promise<void> {
  await expect(page.getByRole("heading", { name: "去哪里看病？" })).toBeVisible();
  // One question: the label is the page's heading.
  await page.getByLabel("去哪里看病？").selectOption({ label: province });
  await next(page);
  await writeCity(page, city);
  await next(page);
}

/** A place of our own making stands in no list: it is written. */
export async function writeCity(page: Page, city: string): Promise<void> {
  await page.getByRole("radio", { name: "列表里没有，自己写" }).check();
  await page.getByLabel("自己写城市的名字").fill(city);
}

export async function start(page: Page, ahead = 3): Promise<void> {
  await expect(page.getByRole("heading", { name: "从哪一天开始？" })).toBeVisible();
  await date(page, day(ahead));
  await next(page);
}

/** 「不清楚」 is a true answer. */
export async function endUnknown(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "大概到哪一天？" })).toBeVisible();
  await page.getByRole("checkbox", { name: "不清楚" }).check();
  await next(page);
}

export async function route(page: Page, words: "签承诺书" | "交证明材料"): Promise<void> {
  await expect(page.getByRole("heading", { name: "用哪种方式证明？" })).toBeVisible();
  await choose(page, words);
  await next(page);
}

/** Her own name and phone stand there already. */
export async function contact(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "有事找谁？" })).toBeVisible();
  await expect(page.getByLabel("联系人姓名")).not.toHaveValue("");
  await expect(page.getByLabel("联系人手机")).not.toHaveValue("");
  await next(page);
}

export interface Filing {
  kind: string;
  /** Only the long-term kinds are asked. */
  route?: "签承诺书" | "交证明材料";
  /** Only the temporary kinds are asked for an end. */
  temporary?: boolean;
}

/** All questions, up to the papers or the check page. */
export async function answerAll(page: Page, filing: Filing): Promise<void> {
  await choose(page, filing.kind);
  await next(page);
  await place(page);
  await start(page);
  if (filing.temporary) await endUnknown(page);
  if (filing.route) await route(page, filing.route);
  await contact(page);
}

export async function onCheckPage(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "核对申请" })).toBeVisible();
}

export async function submit(page: Page, commitment: boolean): Promise<void> {
  await onCheckPage(page);
  if (commitment) await page.getByRole("checkbox", { name: "我已看懂，我承诺以上都是真的" }).check();
  await page.getByRole("button", { name: "提交备案申请" }).click();
}

/** The number on the receipt: ten digits, without those that are misheard; also in a form that is read aloud well. */
export async function reference(page: Page): Promise<string> {
  const number = ((await page.locator(".receipt .reference").textContent()) ?? "").replaceAll(/[^0-9]/g, "");
  expect(number).toMatch(/^[2-8]{10}$/);
  const spoken = ((await page.locator(".receipt .unseen").last().textContent()) ?? "").replaceAll(/[^0-9]/g, "");
  expect(spoken).toBe(number);
  return number;
}
