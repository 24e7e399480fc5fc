// Signing in as people do. A person gets at most three codes in a quarter of an hour, so a browser that only needs
// to be signed in is given the session of an earlier one.
import { expect, type BrowserContext, type Page } from "@playwright/test";
import type { Running } from "../../../fixtures/server";
import { newestCode } from "./outbox";
import type { Somebody } from "./people";

/** Name and number on the sign-in page, up to the page that asks for the code. */
export async function askForCode(page: Page, who: Somebody): Promise<void> {
  await page.getByLabel("姓名").fill(who.name);
  await page.getByLabel("身份证号码").fill(who.number);
  await page.getByRole("button", { name: "发送验证码" }).click();
  await expect(page.getByRole("heading", { name: "填验证码" })).toBeVisible();
}

export async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("短信里的 6 位数字").fill(code);
  await page.getByRole("button", { name: "登录颐保" }).click();
  await expect(page.getByText(`，您好`)).toBeVisible();
}

/** The whole way, from the sign-in page that is open. */
export async function signInHere(page: Page, server: Running, who: Somebody): Promise<void> {
  await askForCode(page, who);
  await typeCode(page, await newestCode(server));
}

const sessions = new Map<string, Awaited<ReturnType<BrowserContext["cookies"]>>>();

/** Signed in, by whatever way is quickest. Not for journeys that end sessions: these sign in by themselves. */
export async function signedIn(page: Page, server: Running, who: Somebody): Promise<void> {
  const key = `${server.url} ${who.number}`;
  const known = sessions.get(key);
  if (known) {
    await page.context().addCookies(known);
    return;
  }
  await page.goto("/sign-in");
  await signInHere(page, server, who);
  sessions.set(key, await page.context().cookies());
}

/** The session ends while the page stays open: as after half an hour, or with an emptied browser. */
export async function loseSession(page: Page): Promise<void> {
  await page.context().clearCookies({ name: "__Host-yibao" });
}
