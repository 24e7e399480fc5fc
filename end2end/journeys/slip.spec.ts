// Somebody without a phone: a paper slip at the counter, and a PIN that only she knows.
import { expect, test } from "../fixtures/test";
import { atDesk, desks, findPerson, screen, withCard } from "./steps/desk";
import { he, identity, type Somebody } from "./steps/elder/people";

const zhao: Somebody = { name: "赵有田", number: identity("990101", "1948-12-02", 11) };

test("he signs in with a slip and the PIN he set on the second screen", async ({ page: his, person }) => {
  const clerk = await person(screen);
  await atDesk(clerk, desks.slowLamp);
  await findPerson(clerk, zhao);
  await withCard(clerk, "开一张登录纸条");
  const number = await clerk.locator(".big-number").innerText();

  const second = await person(screen);
  await second.goto("/second-screen");
  await second.getByLabel("工作人员屏幕上的 6 位数字").fill(number);
  await second.getByRole("button", { name: "打开设密码的页面" }).click();
  await test.step("a PIN that anybody guesses is refused with a reason", async () => {
    await second.getByLabel("密码", { exact: true }).fill("1234");
    await second.getByLabel("再填一遍密码").fill("1234");
    await second.getByRole("button", { name: "保存纸条密码" }).click();
    await expect(second.getByText("这个密码太好猜了").first()).toBeVisible();
  });
  await second.getByLabel("密码", { exact: true }).fill("7306");
  await second.getByLabel("再填一遍密码").fill("7306");
  await second.getByRole("button", { name: "保存纸条密码" }).click();
  await expect(second.getByRole("heading", { name: "密码设好了" })).toBeVisible();

  await clerk.getByRole("link", { name: /密码设好了，显示纸条/ }).click();
  const slip = await clerk.locator(".big-number").innerText();
  expect(slip.replace(/\s/g, "")).toMatch(/^\d{12}$/);

  await his.goto("/sign-in");
  await his.getByRole("link", { name: "用登录纸条登录" }).click();
  await his.getByLabel("纸条上的 12 位数字").fill(slip);
  await his.getByLabel("您自己设的密码").fill("7306");
  await his.getByRole("button", { name: "登录颐保" }).click();
  await expect(his.getByText("，您好")).toBeVisible();
  await his.goto("/messages");
  await expect(his.getByText("窗口给您开了一张登录纸条").first()).toBeVisible();

  await test.step("the same slip does not work twice", async () => {
    const thief = await person();
    await thief.goto("/sign-in/slip");
    await thief.getByLabel("纸条上的 12 位数字").fill(slip);
    await thief.getByLabel("您自己设的密码").fill("7306");
    await thief.getByRole("button", { name: "登录颐保" }).click();
    await expect(thief.getByText("这张纸条已经用过").first()).toBeVisible();
  });
});

test("a clerk gives no slip to his own family: he does not even open her page", async ({ person }) => {
  const clerk = await person(screen);
  await atDesk(clerk, desks.warmEaves);
  await clerk.goto("/staff/people");
  await clerk.getByLabel("姓名，或者身份证号码").fill(he.number);
  await clerk.getByRole("button", { name: /查找这个人/ }).click();
  await clerk.getByRole("link", { name: he.name }).click();
  await expect(clerk.getByText("这是您家人的事，要由别的同事办。")).toBeVisible();
});
