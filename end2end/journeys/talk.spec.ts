// Finding by words, and messages for the desk, as everybody can do it: without a microphone.
import { expect, test } from "../fixtures/test";
import { tone } from "../fixtures/microphone";
import { wang } from "./steps/elder/people";
import { signedIn } from "./steps/elder/sign_in";

test("Written words take the same road, with and without scripts", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "说话找" }).click();
  await page.getByLabel("也可以写下来").fill("我想给我妈报销住院的钱");
  await page.getByRole("button", { name: "按我写的找" }).click();
  await expect(page.getByRole("heading", { name: "您是想……吗？" })).toBeVisible();
  await expect(page.locator("main").getByRole("link", { name: /^都不是，打电话问人/ })).toHaveAttribute("href", /^tel:/);
  await page.getByRole("link", { name: /^医疗费用报销/ }).click();
  await expect(page).toHaveURL(/\/guide\/claim$/);

  await page.goto("/talk");
  await page.getByLabel("也可以写下来").fill("<b>qwertz</b>".repeat(800));
  await page.getByRole("button", { name: "按我写的找" }).click();
  await expect(page.getByRole("heading", { name: "没有听明白您想办什么" })).toBeVisible();
  await expect(page.locator("main")).toContainText("「我要报销」");
});

test("The button to record is there only where a script can record, and the keyboard's microphone is explained", async ({ page, scripts }) => {
  await page.goto("/talk");
  await expect(page.getByRole("button", { name: "按一下，开始说" })).toBeVisible({ visible: scripts });
  await expect(page.locator("main")).toContainText("键盘上的话筒");
});

test("A message for the desk goes as a file too, and is gone with one tap", async ({ page, server }) => {
  await signedIn(page, server, wang);
  await page.goto("/voice-messages");
  await expect(page.locator("main")).toContainText("加密保存 30 天");
  await page.getByLabel("也可以选一段录好的录音").setInputFiles(tone(300, 2, 0));
  await page.getByRole("button", { name: "把留言送到窗口" }).click();
  await expect(page.getByText("留言已经送到窗口，也存好了。")).toBeVisible();
  await expect(page.locator("audio.sound")).toHaveCount(1);
  await page.getByRole("button", { name: "删掉这段留言" }).click();
  await expect(page.getByText("还没有留过话。")).toBeVisible();
});
