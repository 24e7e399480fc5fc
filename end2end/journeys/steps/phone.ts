// What arrives on a phone: /demo shows the outbox to whoever tries the product on her own machine.
import { expect, type Page } from "@playwright/test";

export const home = (page: Page) => new URL(page.url()).origin;

/** The newest text message that says `about`. */
export async function message(page: Page, about: RegExp): Promise<string> {
  let found: string | undefined;
  await expect(async () => {
    const html = await (await fetch(`${home(page)}/demo`)).text();
    found = html.replace(/<[^>]+>/g, "\n").split("\n").find((line) => about.test(line));
    expect(found, `a message about ${about}`).toBeTruthy();
  }).toPass({ timeout: 5_000 });
  return found ?? "";
}

export async function codeAbout(page: Page, about: RegExp): Promise<string> {
  return /(?<!\d)\d{6}(?!\d)/.exec(await message(page, about))?.[0] ?? "";
}
