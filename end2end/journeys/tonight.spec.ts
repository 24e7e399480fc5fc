// Tonight in hospital: the daughter has her mother's card in her hand.
import { expect, test } from "../fixtures/test";
import type { Page } from "@playwright/test";
import * as ask from "./steps/elder/filing";
import { ayguli, chen, nobody, type Somebody } from "./steps/elder/people";
import { signedIn } from "./steps/elder/sign_in";

async function file(page: Page, elder: Somebody): Promise<void> {
  await page.goto("/guide/out-of-area");
  await page.getByRole("link", { name: "登记急诊或临时外出" }).click();
  await page.getByLabel("省、自治区或者直辖市").selectOption({ label: "浙江省" });
  await page.getByRole("button", { name: "选好了，填长辈的信息" }).click();
  await page.getByLabel("长辈的姓名").fill(elder.name);
  await page.getByLabel("长辈的身份证号码").fill(elder.number);
  await page.getByRole("radio", { name: /急诊抢救/ }).check();
  await page.getByRole("radio", { name: "杭州市" }).check();
  await ask.date(page, ask.day(0));
  await page.getByRole("button", { name: "提交备案申请" }).click();
}

test("A card that is known and one that is not get the same answer, and nothing is shown back", async ({ page, person, server }) => {
  await signedIn(page, server, chen);
  const shown: string[] = [];
  for (const elder of [ayguli, nobody]) {
    await file(page, elder);
    await expect(page.getByRole("heading", { name: "已经收到" })).toBeVisible();
    shown.push(`${new URL(page.url()).pathname} ${await page.locator("main").innerText()}`);
    expect(shown.at(-1)).not.toContain(elder.name);
  }
  expect(shown[0]).toBe(shown[1]);

  // She herself sees what was done for her, and by whom in words.
  const elder = await person();
  await signedIn(elder, server, ayguli);
  await elder.goto("/my-cases");
  await expect(elder.getByText("已经生效，等村里核实").first()).toBeVisible();
  await elder.goto("/messages");
  await expect(elder.locator("main")).toContainText("备案");
});

test("A slip on the card is told, with everything else kept", async ({ page, server }) => {
  await signedIn(page, server, chen);
  await file(page, { name: ayguli.name, number: ayguli.number.slice(0, 17) + ((Number(ayguli.number[17].replace("X", "0")) + 1) % 10) });
  await expect(page.getByRole("alert")).toContainText("身份证号码有一位填错了");
  await expect(page.getByLabel("长辈的姓名")).toHaveValue(ayguli.name);
  await expect(page.getByRole("radio", { name: /急诊抢救/ })).toBeChecked();
  await expect(page.getByRole("radio", { name: "杭州市" })).toBeChecked();
  await expect(page.getByLabel("年", { exact: true })).toHaveValue(ask.day(0)[0]);
});
