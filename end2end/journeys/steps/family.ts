// A helper and an elder: opening an account, asking, agreeing.
import { expect, type Page } from "@playwright/test";
import { again, keep } from "./kept";
import { identity, type Somebody } from "./elder/people";
import { codeAbout } from "./phone";

/** Somebody far away who is not known here yet. Each number is another woman. */
export function stranger(name: string, number: number): Somebody & { phone: string } {
  return { name, number: identity("990102", "1985-06-15", 500 + 2 * number), phone: `1000000${9000 + number}` };
}

/** She opens her own account; her identity stays unconfirmed. */
export async function openAccount(page: Page, who: Somebody & { phone: string }): Promise<void> {
  if (await again(page, who.number, "/family")) return;
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "给自己开账户" }).click();
  await page.getByLabel("您自己的姓名").fill(who.name);
  await page.getByLabel("您自己的身份证号码").fill(who.number);
  await page.getByLabel("您自己的手机号码").fill(who.phone);
  await page.getByRole("button", { name: "发送验证码" }).click();
  await page.getByLabel("短信里的 6 位数字").fill(await codeAbout(page, /开账户验证码/));
  await page.getByRole("button", { name: "开通我的账户" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "账户开好了" })).toBeVisible();
  await keep(page, who.number);
}

/** Signed in as a resident with a phone of her own. */
export async function signIn(page: Page, who: Somebody): Promise<void> {
  if (await again(page, who.number, "/my-cases")) return;
  await page.goto("/sign-in");
  await page.getByLabel("姓名").fill(who.name);
  await page.getByLabel("身份证号码").fill(who.number);
  await page.getByRole("button", { name: "发送验证码" }).click();
  await page.getByLabel("短信里的 6 位数字").fill(await codeAbout(page, /登录验证码/));
  await page.getByRole("button", { name: "登录颐保" }).click();
  await expect(page.getByRole("button", { name: "退出登录" })).toBeVisible();
  await keep(page, who.number);
}

/** From 「帮家人办」: asks to see, file, hand in papers and read messages for three months; for all services or single ones. */
export async function ask(page: Page, elder: Somebody, relation = "父母", items = ["全部事项"]): Promise<void> {
  await page.goto("/family/ask");
  await page.getByLabel("家人的姓名").fill(elder.name);
  await page.getByLabel("家人的身份证号码").fill(elder.number);
  await page.getByRole("radio", { name: relation, exact: true }).check();
  for (const scope of ["看办件进度", "填申请并提交", "补交材料", "看消息"]) await page.getByRole("checkbox", { name: new RegExp(`^${scope}`) }).check();
  for (const item of items) await page.getByRole("checkbox", { name: new RegExp(`^${item}`) }).check();
  await page.getByRole("radio", { name: "3 个月" }).check();
  await page.getByRole("button", { name: "提交代办请求" }).click();
  await expect(page.getByText("请求已经记下")).toBeVisible();
}
