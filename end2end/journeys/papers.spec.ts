// Handing in photos: what counts is told before, what cannot be used is told after, and the good ones stay.
import { expect, test } from "../fixtures/test";
import * as ask from "./steps/elder/filing";
import { photo, send } from "./steps/elder/papers";
import { sun } from "./steps/elder/people";
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
