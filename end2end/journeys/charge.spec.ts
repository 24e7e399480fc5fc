// Her places are taken and she frees one herself; and the cards that teach what is true and what is a trick.
import { expect, test } from "../fixtures/test";
import { ask, openAccount, signIn, stranger } from "./steps/family";
import { wang } from "./steps/elder/people";
import { codeAbout } from "./steps/phone";
import type { Page } from "@playwright/test";

/** Opens the request of this family name from 「谁在帮我办」. */
async function request(elder: Page, surname: string): Promise<void> {
  await elder.goto("/helpers");
  await elder.getByRole("link", { name: new RegExp(`^看看${surname}.+要做什么$`) }).click();
}

async function agree(elder: Page, surname: string): Promise<void> {
  await elder.getByRole("radio", { name: "没有，是我自己要同意" }).check();
  await elder.getByRole("button", { name: "同意，发验证码给我" }).click();
  await elder.getByLabel("短信里的 6 位数字").fill(await codeAbout(elder, /同意家人代办/));
  await elder.getByRole("button", { name: new RegExp(`^同意${surname}.+帮我办$`) }).click();
}

test("her places are taken: she sees who holds them, frees one and agrees; the asker reads only that she must", async ({ page: asker, person }) => {
  const [first, elder] = [await person(), await person()];
  await openAccount(first, stranger("孟青禾", 11));
  await ask(first, wang, "朋友或邻居");
  await signIn(elder, wang);
  await request(elder, "孟");
  await agree(elder, "孟");
  await expect(elder.getByText("已经记下您的同意。第一次要等一天")).toBeVisible();

  await openAccount(asker, stranger("唐知秋", 12));
  await ask(asker, wang);
  await request(elder, "唐");
  await expect(elder.getByText("您已经有 2 位家人在帮忙，满了")).toBeVisible();
  await expect(elder.getByRole("button", { name: "同意，发验证码给我" })).toHaveCount(0);
  await asker.goto("/messages");
  await expect(asker.getByText("腾出一个位置")).toHaveCount(0);

  await test.step("she would agree, and the asker reads that she has to free a place", async () => {
    await elder.getByRole("button", { name: /^我想同意，告诉唐.+等一等$/ }).click();
    await expect(elder.getByText(/已经告诉唐.+：要等您先腾出一个位置/)).toBeVisible();
    await asker.goto("/messages");
    await expect(asker.getByText(/想同意您帮忙，可是能帮忙的人满了/)).toBeVisible();
    await expect(asker.getByText(/孟/)).toHaveCount(0);
  });

  await test.step("she frees one herself, and now she can agree", async () => {
    await elder.getByRole("link", { name: /^看孟.+的代办$/ }).click();
    await elder.getByRole("button", { name: /^暂停孟.+的代办$/ }).click();
    await elder.getByRole("button", { name: /^永远结束孟.+的代办$/ }).click();
    await expect(elder.getByText("这份代办的经过")).toBeVisible();
    await request(elder, "唐");
    await agree(elder, "唐");
    await expect(elder.getByText("已经记下您的同意。第一次要等一天")).toBeVisible();
  });
});

test("from the help page to the last card, without a hurry", async ({ page }) => {
  await page.goto("/help");
  await page.getByRole("link", { name: "真假短信，练一练" }).click();
  await page.getByRole("link", { name: "看第一条" }).click();
  await expect(page.getByText("演示：编出来练习用的。")).toBeVisible();
  await page.getByRole("link", { name: "我看是真的" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "这是骗人的" })).toBeVisible();
  await expect(page.getByText("和您想的不一样。不要紧，看看为什么。")).toBeVisible();
  await expect(page.getByText("96110").first()).toBeVisible();
  for (let card = 2; card <= 10; card++) {
    await page.getByRole("link", { name: "看下一条" }).click();
    await expect(page.getByRole("heading", { level: 1, name: new RegExp(`^第 ${card} 条`) })).toBeVisible();
    await page.getByRole("link", { name: "我看是骗人的" }).click();
  }
  await page.getByRole("link", { name: "看完了，回到怎么找人" }).click();
  await expect(page).toHaveURL(/\/help$/);
});
