// Coming in: with name, number and the code on the phone.
import { expect, test } from "../fixtures/test";
import { newestCode, sent } from "./steps/elder/outbox";
import { chen, he, liMei, nobody, wang, zhuoma } from "./steps/elder/people";
import { askForCode, signInHere, typeCode } from "./steps/elder/sign_in";

test("I type my number with gaps, wide digits and a small x, and it is understood", async ({ page, server }) => {
  await page.goto("/sign-in");
  const wide = [...zhuoma.number].map((sign) => (/\d/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign.toLowerCase()));
  await page.getByLabel("姓名").fill(` ${zhuoma.name} `);
  await page.getByLabel("身份证号码").fill(` ${wide.slice(0, 6).join("")} ${wide.slice(6, 14).join("")}　${wide.slice(14).join("")} `);
  await page.getByRole("button", { name: "发送验证码" }).click();
  await expect(page.getByRole("heading", { name: "填验证码" })).toBeVisible();
  const code = await newestCode(server);
  await typeCode(page, ` ${code.slice(0, 3)} ${code.slice(3)} `);
  await expect(page.getByText(`${zhuoma.name}，您好`)).toBeVisible();
});

test("A slip in my number is told, with what I typed still there", async ({ page }) => {
  await page.goto("/sign-in");
  const wrong = wang.number.slice(0, 17) + ((Number(wang.number[17].replace("X", "0")) + 1) % 10);
  await page.getByLabel("姓名").fill(wang.name);
  const number = page.getByLabel("身份证号码");
  for (const [typed, told] of [
    [wrong, "身份证号码有一位填错了"],
    [wang.number.slice(0, 15), "这是 15 位的老号码"],
    ["九九零一零一", "身份证号码"],
    ["", "还没有填身份证号码"],
  ]) {
    await number.fill(typed);
    await page.getByRole("button", { name: "发送验证码" }).click();
    await expect(page.getByRole("alert")).toContainText(told);
    await expect(page).toHaveTitle(/^错误：/);
    await expect(number).toHaveAttribute("aria-invalid", "true");
    await expect(number).toHaveValue(typed);
    await expect(page.getByLabel("姓名")).toHaveValue(wang.name);
  }
});

test("A number that nobody has gets the same answer as mine", async ({ page, person }) => {
  const words = async (page: import("@playwright/test").Page) => (await page.locator("main").innerText()).trim();
  await page.goto("/sign-in");
  await askForCode(page, nobody);
  const stranger = await person();
  await stranger.goto("/sign-in");
  await askForCode(stranger, liMei);
  expect(await words(page)).toBe(await words(stranger));
  expect(new URL(page.url()).pathname).toBe(new URL(stranger.url()).pathname);
  for (const one of [page, stranger]) {
    await one.getByLabel("短信里的 6 位数字").fill("000000");
    await one.getByRole("button", { name: "登录颐保" }).click();
    await expect(one.getByRole("alert")).toContainText("验证码对不上");
  }
  expect(await words(page)).toBe(await words(stranger));
});

test("On my own phone I am asked only for the code the next time", async ({ page, server }) => {
  await page.goto("/sign-in");
  await askForCode(page, he);
  await page.getByRole("checkbox", { name: "这是我自己的手机" }).check();
  await typeCode(page, await newestCode(server));
  const kept = (await page.context().cookies()).find((cookie) => cookie.name === "__Host-yibao");
  expect(kept!.expires - Date.now() / 1000).toBeGreaterThan(29 * 86_400);

  await page.getByRole("button", { name: "退出登录" }).click();
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { name: /^您是 何.* 吗？$/ })).toBeVisible();
  await expect(page.getByLabel("身份证号码")).toHaveCount(0);
  await page.getByRole("button", { name: "给我发送验证码" }).click();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await typeCode(page, await newestCode(server));

  // Somebody else may use this phone too.
  await page.getByRole("button", { name: "退出登录" }).click();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "不是我，换个人登录" }).click();
  await expect(page.getByLabel("身份证号码")).toBeVisible();
});

test("I see where I am signed in, and end it everywhere at once", async ({ page, person, server }) => {
  await page.goto("/sign-in");
  await signInHere(page, server, chen);
  const other = await person();
  await other.goto("/sign-in");
  await signInHere(other, server, chen);

  await page.goto("/sessions");
  await expect(page.getByRole("heading", { level: 2, name: /就是您面前这台/ })).toHaveCount(1);
  await expect(page.getByRole("button", { name: /^让这台.*退出登录$/ }).first()).toBeVisible();
  await page.getByRole("button", { name: "退出所有设备" }).click();
  for (const one of [page, other]) {
    await one.goto("/my-cases");
    await expect(one.getByRole("heading", { name: "登录", exact: true })).toBeVisible();
  }
});

test("The code comes to the phone on record and names nobody", async ({ page, server }) => {
  await page.goto("/sign-in");
  await askForCode(page, wang);
  const message = (await sent(server))[0];
  expect(message).toMatch(/验证码 \d{6}/);
  expect(message).not.toContain(wang.name);
  expect(message).not.toContain(wang.number);
  expect(message).not.toMatch(/https?:/);
});
