// Ways to say yes and no before somebody: with a signed letter, at home, for a child, by a legal guardian.
import type { Page } from "@playwright/test";
import { cutOff, overlaps } from "../fixtures/layout";
import { sidewaysScroll } from "../fixtures/checks";
import { setComfort } from "../fixtures/comfort";
import { expect, test } from "../fixtures/test";
import { atDesk, desks, screen } from "./steps/desk";
import { openRequest, photograph } from "./steps/consent";
import { ask, openAccount, signIn, stranger } from "./steps/family";
import { anan, qiqige, wang, zhao, zhuoma } from "./steps/elder/people";

const phone = { width: 360, height: 740 };

/** As the page stands on a phone, whatever the size of the letters. */
async function keepsItsShape(page: Page): Promise<void> {
  const size = page.viewportSize()!;
  await page.setViewportSize(phone);
  const found = [...(await sidewaysScroll(page)), ...(await overlaps(page)), ...(await cutOff(page))];
  expect(found, page.url()).toEqual([]);
  await page.setViewportSize(size);
}

test("an elder signs the letter at the counter, and the yes is recorded with its photograph", async ({ page: helper, person, server }) => {
  const daughter = stranger("赵晓晴", 4);
  await openAccount(helper, daughter);
  await ask(helper, zhao);
  const clerk = await person(screen);
  await atDesk(clerk, desks.slowLamp);
  await openRequest(clerk, zhao, daughter);
  await keepsItsShape(clerk);

  await test.step("the letter has its fields and prints without the page around it", async () => {
    await clerk.getByRole("link", { name: "打印授权委托书" }).click();
    await expect(clerk.getByRole("heading", { level: 1, name: "授权委托书" })).toBeVisible();
    for (const words of ["委托人（本人）", "赵有田", "赵晓晴", "替我领钱", "委托人签字", "受托人签字", "签字地点"]) await expect(clerk.getByText(words).first()).toBeVisible();
    await keepsItsShape(clerk);
    await clerk.emulateMedia({ media: "print" });
    await expect(clerk.getByText("用浏览器的打印功能")).toBeHidden();
    await expect(clerk.getByRole("link", { name: "签好了，去拍照交上来" })).toBeHidden();
    const letters = await clerk.locator(".letter p, .letter dd, .letter li").evaluateAll((all) => Math.min(...all.map((one) => parseFloat(getComputedStyle(one).fontSize))));
    expect(letters, "at least 16 points").toBeGreaterThanOrEqual((16 * 96) / 72 - 0.1);
    await clerk.emulateMedia({ media: "screen" });
  });

  await test.step("the signed sheet is photographed and bound to the request", async () => {
    await clerk.getByRole("link", { name: "签好了，去拍照交上来" }).click();
    await photograph(clerk, "交上委托书的照片");
    await expect(clerk.getByText("照片收好了")).toBeVisible();
    await keepsItsShape(clerk);
    await clerk.getByRole("link", { name: "去记下本人的答复" }).click();
    await expect(clerk.getByText("签好的委托书已经收好")).toBeVisible();
  });

  await clerk.getByRole("button", { name: "本人同意，记下" }).click();
  await expect(clerk.getByRole("alert")).toContainText("还没有选在哪里说的");
  await clerk.getByRole("radio", { name: "本人站在窗口前" }).check();
  await clerk.getByRole("checkbox", { name: "本人身份证" }).check();
  await clerk.getByRole("button", { name: "本人同意，记下" }).click();
  await expect(clerk.getByText("已经记下。本人会收到消息。")).toBeVisible();
  await expect(clerk.getByText("在柜台当面同意的")).toBeVisible();
  await helper.goto("/family");
  await expect(helper.getByRole("heading", { name: /^赵.+（父亲）$/ })).toBeVisible();

  await test.step("with the largest letters nothing of it is lost", async () => {
    await setComfort(clerk.context(), server.url, "e5");
    for (const path of [clerk.url(), `${clerk.url().split("?")[0]}/letter`, `${clerk.url().split("?")[0]}/letter/photo`]) {
      await clerk.goto(path);
      await keepsItsShape(clerk);
    }
  });
});

test("at home an elder says no before a clerk, and yes to somebody else", async ({ page: helper, person }) => {
  const [first, second] = [stranger("周远帆", 2), stranger("其木格", 5)];
  await openAccount(helper, first);
  await ask(helper, qiqige, "朋友或邻居");
  const relative = await person();
  await openAccount(relative, second);
  await ask(relative, qiqige);
  const clerk = await person(screen);
  await atDesk(clerk, desks.branch);
  await openRequest(clerk, qiqige, first);
  await clerk.getByRole("button", { name: "本人不同意，记下" }).click();
  await expect(clerk.getByText("已经记下。本人会收到消息。")).toBeVisible();
  await expect(clerk.getByText("原因：本人没有同意。")).toBeVisible();
  await helper.goto("/family");
  await expect(helper.getByText("现在还没有家人同意您帮忙。")).toBeVisible();

  await openRequest(clerk, qiqige, second);
  await clerk.getByRole("radio", { name: "上门，在本人家里当面说" }).check();
  await clerk.getByRole("checkbox", { name: "本人身份证" }).check();
  await clerk.getByRole("button", { name: "本人同意，记下" }).click();
  await expect(clerk.getByRole("alert")).toContainText("还没有勾当时还有谁在");
  await clerk.getByRole("checkbox", { name: "邻居" }).check();
  await clerk.getByRole("button", { name: "本人同意，记下" }).click();
  await expect(clerk.getByText("在家里当面同意的")).toBeVisible();

  const elder = await person();
  await signIn(elder, qiqige);
  await elder.goto("/helpers");
  await elder.getByRole("link", { name: /^看其.+办了什么$/ }).click();
  await expect(elder.getByText("当时还有谁在：邻居")).toBeVisible();
});

test("for a child the guardian answers at the counter", async ({ page: guardian, person }) => {
  const mother = stranger("赵晓晴", 4);
  await openAccount(guardian, mother);
  await ask(guardian, anan, "子女");
  const clerk = await person(screen);
  await atDesk(clerk, desks.slowLamp);
  await openRequest(clerk, anan, mother);
  await expect(clerk.getByText("未满 16 岁，由监护人当面答复")).toBeVisible();
  await expect(clerk.getByText("不用孩子刷脸")).toBeVisible();
  await expect(clerk.getByRole("link", { name: "由法定监护人代办，收证明" })).toHaveCount(0);
  await clerk.getByRole("radio", { name: "本人站在窗口前" }).check();
  await clerk.getByRole("checkbox", { name: "对方身份证" }).check();
  await clerk.getByRole("button", { name: "本人同意，记下" }).click();
  await expect(clerk.getByRole("alert")).toContainText("还没有勾户口簿或者出生医学证明");
  await clerk.getByRole("checkbox", { name: "出生医学证明" }).check();
  await clerk.getByRole("button", { name: "本人同意，记下" }).click();
  await expect(clerk.getByText("孩子的监护人在柜台同意的")).toBeVisible();
  await guardian.goto("/family");
  await expect(guardian.getByRole("heading", { name: /^赵.+（儿子）$/ })).toBeVisible();
});

test("a legal guardian brings proof, the county decides, and an objection stops it", async ({ page: guardian, person, server }) => {
  const daughter = stranger("达娃", 6);
  await openAccount(guardian, daughter);
  await ask(guardian, zhuoma);
  const clerk = await person(screen);
  await atDesk(clerk, desks.waiting);
  await openRequest(clerk, zhuoma, daughter);
  await clerk.getByRole("link", { name: "由法定监护人代办，收证明" }).click();
  await expect(clerk.getByText("要带：法院判决书")).toBeVisible();
  await clerk.getByRole("button", { name: "收下证明，交给县里决定" }).click();
  await expect(clerk.getByRole("alert")).toContainText("还没有证明的照片");
  await photograph(clerk, "交上这张照片");
  await expect(clerk.getByRole("button", { name: "去掉第 1 张照片" })).toBeVisible();
  await clerk.getByRole("radio", { name: "无民事行为能力" }).check();
  await clerk.getByRole("checkbox", { name: "法院判决书" }).check();
  await clerk.getByRole("checkbox", { name: "监护人身份证" }).check();
  await keepsItsShape(clerk);
  await clerk.getByRole("button", { name: "收下证明，交给县里决定" }).click();
  await expect(clerk.getByText("监护证明已经交给县里")).toBeVisible();
  await guardian.goto("/family");
  await expect(guardian.getByText("等县里决定")).toBeVisible();

  const county = await person(screen);
  await atDesk(county, desks.county[1]);
  await county.getByRole("link", { name: /监护人代办，等决定/ }).click();
  await keepsItsShape(county);
  await county.getByRole("link", { name: /^卓/ }).click();
  await expect(county.locator("dl").getByText("法院判决书")).toBeVisible();
  await county.getByRole("button", { name: "不同意，把原因告诉监护人" }).click();
  await expect(county.getByRole("alert")).toContainText("还没有选原因");
  await setComfort(county.context(), server.url, "e5");
  await county.reload();
  await keepsItsShape(county);
  await county.getByRole("button", { name: "同意由监护人代办" }).click();
  await expect(county.getByText("县里核对监护证明以后定下的")).toBeVisible();
  await guardian.goto("/family");
  await expect(guardian.getByRole("heading", { name: /^卓.+（母亲）$/ })).toBeVisible();

  await test.step("she objects at her village, and only the county could let it go on", async () => {
    await clerk.reload();
    await clerk.getByRole("radio", { name: "本人站在窗口前" }).check();
    await clerk.getByRole("button", { name: "按本人要求，暂停代办" }).click();
    await expect(clerk.getByText("由县里的窗口重新核对")).toBeVisible();
    await expect(clerk.getByRole("button", { name: "按本人要求，恢复代办" })).toHaveCount(0);
    await guardian.goto("/family");
    await expect(guardian.getByText("家人已暂停")).toBeVisible();
  });
});

test("whoever looks at an old request reads by whom and why it ended", async ({ page: mother }) => {
  await signIn(mother, wang);
  await mother.goto("/helpers");
  await mother.getByRole("button", { name: /^暂停李.+的代办$/ }).first().click();
  await mother.getByRole("button", { name: /^永远结束李.+的代办$/ }).click();
  await expect(mother.getByText("原因：您不想再用了。")).toBeVisible();
  await keepsItsShape(mother);
});
