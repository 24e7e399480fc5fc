// Handing in photos: what counts is told before, what cannot be used is told after, and the good ones stay.
import { expect, test } from "../fixtures/test";
import * as ask from "./steps/elder/filing";
import { photo, send } from "./steps/elder/papers";
import { he, sun, zhuoma } from "./steps/elder/people";
import { signedIn } from "./steps/elder/sign_in";

test("A photo that cannot be used is told, and the good one stays", async ({ page, server, scripts }) => {
  await signedIn(page, server, sun);
  await ask.begin(page);
  await ask.answerAll(page, { kind: "长期住在外地", route: "交证明材料" });

  // Nothing handed in: told before the check page.
  await page.getByRole("button", { name: "去核对申请" }).click();
  await expect(page.getByRole("alert")).toContainText("还没有传");
  await page.getByRole("link", { name: /^去上传\s*居住证/ }).click();
  await expect(page.getByText("这样的可以用")).toBeVisible();
  await expect(page.getByText("这样的不能用")).toBeVisible();

  const picture = await photo(page);
  await send(page, "照片.jpg", "image/jpeg", picture);
  await expect(page.getByText("第 1 份已经存好")).toBeVisible();

  const large = Buffer.concat([picture, Buffer.alloc(10 * 1024 * 1024 + 1 - picture.length)]);
  for (const [name, bytes, told] of [
    ["空的.jpg", Buffer.alloc(0), "没有收到文件，或者文件是空的"],
    ["信.jpg", Buffer.from("妈妈，我把居住证忘在家里了。"), /内容和名字对不上|这种文件我们打不开/],
    ["大的.jpg", large, "超过 10 MB"],
    ["断了.jpg", picture.subarray(0, 40), "这份文件坏了"],
  ] as [string, Buffer, string | RegExp][]) {
    // Awake, the browser makes a large photo small before it is sent, and it is taken: that is what the island is for.
    if (scripts && bytes === large) continue;
    await send(page, name, "image/jpeg", bytes);
    await expect(page.getByRole("alert")).toContainText(told);
    await expect(page.getByText("第 1 份已经存好")).toBeVisible();
    await expect(page.getByText("第 2 份已经存好")).toHaveCount(0);
  }
  // No file chosen at all.
  await page.getByRole("button", { name: "上传这一份" }).click();
  await expect(page.getByRole("alert")).toContainText("没有收到文件");

  await send(page, "背面.jpg", "image/jpeg", picture);
  await expect(page.getByText("第 2 份已经存好")).toBeVisible();
  await page.getByRole("button", { name: "删掉第 2 份" }).click();
  await expect(page.getByText("第 2 份已经存好")).toHaveCount(0);
  await page.getByRole("link", { name: "传好了，回到材料页" }).click();
  await page.getByRole("button", { name: "去核对申请" }).click();
  await ask.onCheckPage(page);
});

test("A paper of an earlier application is used again with one tap, and swapped for another", async ({ page, server }) => {
  await signedIn(page, server, he);
  await ask.begin(page);
  await ask.answerAll(page, { kind: "长期住在外地", route: "交证明材料" });
  await page.getByRole("link", { name: /^去上传\s*居住证/ }).click();
  await send(page, "照片.jpg", "image/jpeg", await photo(page));
  await page.getByRole("link", { name: "传好了，回到材料页" }).click();
  await page.getByRole("button", { name: "去核对申请" }).click();
  await ask.submit(page, false);
  const first = await ask.reference(page);

  await ask.begin(page);
  await ask.answerAll(page, { kind: "长期住在外地", route: "交证明材料" });
  await expect(page.getByText("以前交过，可以直接用").first()).toBeVisible();
  await page.getByRole("link", { name: /^去上传\s*居住证/ }).click();
  await expect(page.getByRole("heading", { name: "以前交过的，可以直接用" })).toBeVisible();
  const offer = page.locator(".earlier-paper").filter({ hasText: `${first.slice(0, 3)} ${first.slice(3, 6)}` });
  const picture = offer.getByRole("img");
  await picture.scrollIntoViewIfNeeded();
  await expect(async () => expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)).toPass();
  const use = page.getByRole("button", { name: /^用这份：\d+年\d+月\d+日交的居住证/ });
  const before = await use.count();
  await offer.getByRole("button").click();
  await expect(page.getByText(/第 1 份已经用上，是\d+年\d+月\d+日交过的/)).toBeVisible();
  await expect(use).toHaveCount(before - 1);
  await page.getByRole("button", { name: "第 1 份换一张" }).click();
  await expect(use).toHaveCount(before);
  await use.first().click();
  await page.getByRole("link", { name: "传好了，回到材料页" }).click();
  await page.getByRole("button", { name: "去核对申请" }).click();
  await ask.submit(page, false);
  expect(await ask.reference(page)).not.toBe(first);
});

test("What the system can prove is looked up after her yes, and what it cannot is told", async ({ page, server }) => {
  await signedIn(page, server, sun);
  await ask.begin(page);
  await ask.answerAll(page, { kind: "退休后搬到外地", route: "交证明材料" });
  await page.getByRole("link", { name: /^去上传\s*户口簿首页/ }).click();
  await expect(page.getByText("去哪里查：公安部门的户口和居住证登记。")).toBeVisible();
  await page.getByRole("button", { name: "查一查系统里有没有" }).click();
  await expect(page.getByRole("alert")).toContainText("还没有勾选");
  await page.getByRole("checkbox", { name: "我同意查这一次" }).check();
  await page.getByRole("button", { name: "查一查系统里有没有" }).click();
  await expect(page.getByText("系统里查到了，不用上传")).toBeVisible();
  await page.getByRole("link", { name: "传好了，回到材料页" }).click();
  await expect(page.getByText("系统里查到了，不用上传")).toBeVisible();

  // The same on the residence permit: on no record of hers.
  await ask.begin(page);
  await ask.answerAll(page, { kind: "长期住在外地", route: "交证明材料" });
  await page.getByRole("link", { name: /^去上传\s*居住证/ }).click();
  await page.getByRole("checkbox", { name: "我同意查这一次" }).check();
  await page.getByRole("button", { name: "查一查系统里有没有" }).click();
  await expect(page.getByText("系统里没有查到")).toBeVisible();
  await send(page, "照片.jpg", "image/jpeg", await photo(page));
  await expect(page.getByText("第 1 份已经存好")).toBeVisible();
});

test("Who is entitled already says yes with one tap; the message names nothing", async ({ page, server }) => {
  await signedIn(page, server, zhuoma);
  await page.goto("/messages");
  await expect(page.getByText("您可以直接享受一项医保待遇").first()).toBeVisible();
  await expect(page.getByText("高血压")).toHaveCount(0);
  await page.goto("/my-cases");
  await page.getByRole("link", { name: "查看这项待遇" }).click();
  await expect(page.getByText("高血压")).toBeVisible();
  await expect(page.getByRole("button", { name: "不需要这项待遇" })).toBeVisible();
  await page.getByRole("button", { name: "确认享受待遇" }).click();
  await ask.reference(page);
  await page.goto("/my-cases");
  await expect(page.getByRole("link", { name: "查看这项待遇" })).toHaveCount(0);
});
