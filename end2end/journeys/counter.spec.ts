// At the counter: a clerk files for the person before her, and writes down what an elder says about a helper.
import { expect, test } from "../fixtures/test";
import { atDesk, desks, findPerson, screen, withCard } from "./steps/desk";
import { ask, openAccount, stranger } from "./steps/family";
import { submit } from "./steps/elder/filing";
import { identity, type Somebody } from "./steps/elder/people";
import { questions, receiptNumber } from "./steps/proof";

const zhao: Somebody = { name: "赵有田", number: identity("990101", "1948-12-02", 11) };

test("an elder without a phone agrees before a clerk, who reads it aloud and looks at the card", async ({ page: helper, person }) => {
  const daughter = stranger("赵晓晴", 4);
  await openAccount(helper, daughter);
  await ask(helper, zhao);
  const clerk = await person(screen);
  await atDesk(clerk, desks.slowLamp);
  await findPerson(clerk, zhao);
  await clerk.getByRole("link", { name: /^查看 赵晓晴/ }).click();
  await expect(clerk.getByRole("heading", { name: "念给本人听" })).toBeVisible();
  await clerk.getByRole("radio", { name: "本人站在窗口前" }).check();
  await clerk.getByRole("button", { name: "本人同意，记下" }).click();
  await expect(clerk.getByText("还没有勾看过的证件。至少要有身份证或社保卡。").first()).toBeVisible();
  await clerk.getByRole("checkbox", { name: "本人身份证" }).check();
  await clerk.getByRole("button", { name: "本人同意，记下" }).click();
  await expect(clerk.getByText("已经记下。本人会收到消息。")).toBeVisible();
  await helper.goto("/family");
  await expect(helper.getByRole("heading", { name: /^赵.+（父亲）$/ })).toBeVisible();

  await test.step("he changes his mind at the counter too", async () => {
    await clerk.getByRole("radio", { name: "本人站在窗口前" }).check();
    await clerk.getByRole("checkbox", { name: "本人身份证" }).check();
    await clerk.getByRole("button", { name: "按本人要求，永远结束代办" }).click();
    await expect(clerk.getByText("已经记下。本人会收到消息。")).toBeVisible();
    await helper.goto("/family");
    await expect(helper.getByText("已结束").first()).toBeVisible();
  });
});

test("a clerk files for the person before her and prints the summary to be signed", async ({ page: clerk }) => {
  await clerk.setViewportSize(screen);
  await atDesk(clerk, desks.slowLamp);
  await findPerson(clerk, zhao);
  await test.step("without the card on the desk nothing begins", async () => {
    await clerk.getByRole("button", { name: "开始窗口代办" }).click();
    await expect(clerk.getByText("还没有核对身份证，这一步没有办成。").first()).toBeVisible();
  });
  await withCard(clerk, "开始窗口代办");
  await expect(clerk.getByText(/正在为 赵.+ 办理/)).toBeVisible();
  await clerk.getByRole("button", { name: "代为填写异地就医备案" }).click();
  await expect(clerk.getByText(/正在为 赵.+ 办理/)).toBeVisible();
  await questions(clerk, { kind: "临时去外地看病", temporary: true });
  await submit(clerk, true);
  const reference = await receiptNumber(clerk);
  await expect(clerk.getByText("窗口代填").first()).toBeVisible();

  await clerk.goto(`/staff/cases/${reference}/print`);
  await expect(clerk.getByRole("heading", { name: "申请摘要" })).toBeVisible();
  await expect(clerk.locator("dl").getByText("赵有田").first()).toBeVisible();
  await expect(clerk.getByText("申请人签字或者按手印")).toBeVisible();
  await clerk.emulateMedia({ media: "print" });
  await expect(clerk.getByText("用浏览器的打印功能打印这一页。")).toBeHidden();
  await clerk.emulateMedia({ media: "screen" });

  await findPerson(clerk, zhao);
  await clerk.getByRole("button", { name: "结束窗口代办" }).first().click();
  await expect(clerk.getByText(/正在为 赵.+ 办理/)).toHaveCount(0);
});
