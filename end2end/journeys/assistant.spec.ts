// A village table: the assistant and the elder look at one screen, and both see the same two digits.
import { sidewaysScroll, smallTargets } from "../fixtures/checks";
import { setComfort } from "../fixtures/comfort";
import { brokenLines, cutOff, overlaps } from "../fixtures/layout";
import { expect, test } from "../fixtures/test";
import { atDesk, screen } from "./steps/desk";
import { he, nobody, wang } from "./steps/elder/people";
import { signIn } from "./steps/family";
import { keep } from "./steps/kept";
import { message } from "./steps/phone";
import { questions, receiptNumber } from "./steps/proof";
import { atTable, beside, compare, digits, sendWithNumber } from "./steps/table";

test("a village worker files for the elder beside her, and the elder sees whose hands they were", async ({ page, person }) => {
  await atTable(page, "assistant1");

  await test.step("nobody is found who is not of this area, and nothing begins without card and face", async () => {
    await page.getByLabel("身份证号码").fill(nobody.number);
    await page.getByRole("button", { name: "查找证件上的这个人" }).click();
    await expect(page.getByRole("alert")).toContainText("这个区域里没有这个号码");
    await page.getByLabel("身份证号码").fill(wang.number);
    await page.getByRole("button", { name: "查找证件上的这个人" }).click();
    await page.getByRole("button", { name: "开始帮本人办" }).click();
    await expect(page.getByRole("alert")).toContainText("还没有核对本人和照片");
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
  });

  await test.step("the number stands on both sides; the message says who and what first", async () => {
    await beside(page, wang);
    const number = await digits(page);
    const text = await message(page, /数字 \d\d/);
    expect(text).toMatch(new RegExp(`协理员.*帮您办医保的事.*数字 ${number}.*身边没有人，打 0990`));
    await expect(page.getByRole("textbox")).toHaveCount(0);
    await compare(page);
    await expect(page.getByRole("heading", { level: 1, name: /^正在帮 王/ })).toBeVisible();
  });

  await page.getByRole("button", { name: "帮本人申请异地就医备案" }).click();
  await questions(page, { kind: "在外地突然生病", temporary: true });
  await expect(page.getByRole("button", { name: "提交备案申请" })).toHaveCount(0);
  await sendWithNumber(page);
  const reference = await receiptNumber(page);
  await expect(page.getByText("帮办人员代填")).toBeVisible();
  await page.getByRole("link", { name: "回去接着帮本人办" }).last().click();
  await page.getByRole("button", { name: "结束，本人可以走了" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "帮谁办？" })).toBeVisible();
  await keep(page, "assistant1");
  expect((await page.goto(`/cases/${reference}/receipt`))?.status()).toBe(404);

  await test.step("at home she reads who did what, and how to say that she asked nobody", async () => {
    const elder = await person();
    await signIn(elder, wang);
    await elder.goto("/helpers");
    await expect(elder.getByRole("heading", { name: "在您身边帮办过的" })).toBeVisible();
    await expect(elder.getByText(/协理员.*：替您提交了申请/)).toBeVisible();
    await expect(elder.getByText(/我没有让人办/)).toBeVisible();
    await elder.goto(`/cases/${reference}`);
    await expect(elder.getByText("帮办人员代填").first()).toBeVisible();
  });
});

test("a number that differs ends it at once, and a supervisor looks at it", async ({ page, person }) => {
  await atTable(page, "assistant2");
  await beside(page, wang);
  await page.getByRole("button", { name: "不一样，马上停" }).click();
  await expect(page.getByText("已经停下，什么都没有办")).toBeVisible();
  expect((await page.goto("/assist/number"))?.status()).toBe(403);

  const boss = await person(screen);
  await atDesk(boss, "supervisor1");
  await boss.getByRole("link", { name: "帮办抽查" }).click();
  const card = boss.locator(".assisted").filter({ hasText: "数字对不上" });
  await card.getByLabel("哪里不对").fill("打电话问过，本人当时不在场");
  await card.getByRole("button", { name: "记下不对，停下这位帮办人员" }).click();
  await expect(boss.getByRole("heading", { name: "停下的帮办人员" })).toBeVisible();
  await page.goto("/assist");
  await expect(page.getByRole("button", { name: "登录工作台" })).toBeVisible();
  await boss.getByRole("button", { name: /^核对清楚，让/ }).click();
  await expect(boss.getByRole("heading", { name: "停下的帮办人员" })).toHaveCount(0);
});

test("with the largest text on a narrow phone nothing is cut off at the table", async ({ server, person }) => {
  const worker = await person({ width: 360, height: 740 });
  await worker.goto("/accessibility");
  await setComfort(worker.context(), server.url, "e5");
  await atTable(worker, "assistant1");
  const fits = async () => {
    for (const found of [await sidewaysScroll(worker), await overlaps(worker), await cutOff(worker), await brokenLines(worker), await smallTargets(worker, 60)])
      expect(found.join("\n")).toBe("");
  };
  await fits();
  await beside(worker, he);
  await fits();
  await compare(worker);
  await fits();
  await worker.goto("/assist/sheet");
  await fits();
  await worker.goto("/assist/person");
  await worker.getByRole("button", { name: "结束，本人可以走了" }).click();
});
