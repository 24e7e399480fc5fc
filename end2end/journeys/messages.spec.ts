// Messages reach everybody: on the phone, on the page, or read out at the village desk.
import { expect, test } from "../fixtures/test";
import { atDesk, desks, findPerson, screen, withCard } from "./steps/desk";
import { submit } from "./steps/elder/filing";
import { signIn } from "./steps/family";
import { identity, qiqige, type Somebody } from "./steps/elder/people";
import { fileByProof, questions, receiptNumber } from "./steps/proof";

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

test("who wants letters gets them printed large by her village, and no text", async ({ page: her, person }) => {
  await signIn(her, qiqige);
  await her.goto("/messages");
  await her.getByRole("link", { name: "换一种方式告诉我" }).click();
  await her.getByRole("radio", { name: /^寄信/ }).check();
  await her.getByRole("button", { name: "保存这个选择" }).click();
  await expect(her.getByText("记下了。以后给您寄信。")).toBeVisible();
  const reference = await fileByProof(her);

  const clerk = await person(screen);
  await atDesk(clerk, desks.branch);
  await clerk.goto("/staff/messages");
  await clerk.getByRole("link", { name: /打印要寄的 \d+ 封信/ }).click();
  const letter = clerk.locator(".post-letter", { hasText: qiqige.name }).first();
  await expect(letter).toContainText(reference.replace(/(\d{3})(\d{3})(\d{4})/, "$1 $2 $3"));
  expect(await letter.innerText()).not.toMatch(/https?:|www\.|\d{17}/);
  await test.step("on paper it is large, and a sheet of its own", async () => {
    await clerk.emulateMedia({ media: "print" });
    const size = await letter.evaluate((sheet) => [parseFloat(getComputedStyle(sheet).fontSize), getComputedStyle(sheet).breakAfter] as const);
    expect(size[0]).toBeGreaterThanOrEqual(21);
    await clerk.emulateMedia({ media: null });
  });
  await clerk.getByRole("button", { name: /封信都寄出了$/ }).click();
  await clerk.goto("/staff/letters");
  await expect(clerk.getByText("现在没有要寄的信。")).toBeVisible();
  await her.goto("/messages");
  await expect(her.getByText(/打印成信寄出/).first()).toBeVisible();
});
