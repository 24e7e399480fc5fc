// Sessions of this run, kept per server: a person gets three codes in a quarter of an hour, a one-time password works once.
import type { Page } from "@playwright/test";
import { home } from "./phone";

const kept = new Map<string, { name: string; value: string }[]>();

export async function keep(page: Page, who: string): Promise<void> {
  const cookies = await page.context().cookies();
  kept.set(`${home(page)} ${who}`, cookies.map(({ name, value }) => ({ name, value })));
}

/** Opens `path` with an earlier sign-in; false when there is none or it ended. */
export async function again(page: Page, who: string, path: string): Promise<boolean> {
  if (page.url() === "about:blank") await page.goto("/accessibility");
  const cookies = kept.get(`${home(page)} ${who}`);
  if (!cookies) return false;
  const url = home(page).replace("http:", "https:");
  await page.context().addCookies(cookies.map((cookie) => ({ ...cookie, url, httpOnly: true, secure: true, sameSite: "Lax" as const })));
  await page.goto(path);
  return new URL(page.url()).pathname === path;
}
