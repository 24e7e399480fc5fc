// Messages reach everybody: on the phone, on the page, or read out at the village desk.
import { expect, test } from "../fixtures/test";
import { atDesk, desks, findPerson, screen, withCard } from "./steps/desk";
import { submit } from "./steps/elder/filing";
import { identity, type Somebody } from "./steps/elder/people";
import { questions, receiptNumber } from "./steps/proof";

const zhao: Somebody = { name: "赵有田", number: identity("990101", "1948-12-02", 11) };

test("who has no phone gets the message read out, and the page says by whom", async ({ page: clerk }) => {
  await clerk.setViewportSize(screen);
  await atDesk(clerk, desks.slowLamp);
  await findPerson(clerk, zhao);
  await withCard(clerk, "开始窗口代办");
  await clerk.getByRole("button", { name: "代为填写异地就医备案" }).click();
  await questions(clerk, { kind: "在外地突然生病", temporary: true });
  await submit(clerk, false);
  await receiptNumber(clerk);

  await clerk.goto("/staff/messages");
  const card = clerk.locator(".message-card", { hasText: "赵有田" }).filter({ hasText: "异地就医备案" }).first();
  const said = await card.locator(".message-said").innerText();
  expect(said).not.toMatch(/https?:|www\.|\d{17}/);
  const waiting = await clerk.locator(".message-card").count();
  await card.getByRole("button", { name: /^已读给/ }).click();
  await expect(clerk.locator(".message-card")).toHaveCount(waiting - 1);

  await clerk.goto("/messages");
  const read = clerk.locator("section", { hasText: said }).first();
  await expect(read.getByText(/慢灯村医保服务点.+已念给本人听/)).toBeVisible();

  await findPerson(clerk, zhao);
  await clerk.getByRole("button", { name: "结束窗口代办" }).first().click();
});
