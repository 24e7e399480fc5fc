// Pictures of every page of every role: residents at 360 px at the usual and at the largest text, clerks at 1280 px. No scripts.
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { test } from "../fixtures/test";
import { setComfort } from "../fixtures/comfort";
import { crawl } from "../fixtures/crawl";
import { roles } from "../fixtures/people";

const folder = join(import.meta.dirname, "taken");
const file = (here: string) => here.replace(/[0-9a-f]{32}|\d{10}/g, "N").replace(/^\/|\?.*do=|&.*/g, "").replaceAll(/[/?=%]/g, "-") || "home";

/** The help card and the footer are the same on every page: they stand on a role's first picture only. */
async function shoot(page: Page, path: string, whole: boolean): Promise<void> {
  const main = await page.locator("main").boundingBox();
  const clip = whole || !main ? undefined : { x: 0, y: 0, width: page.viewportSize()!.width, height: Math.ceil(main.y + main.height + 16) };
  await page.screenshot({ path, fullPage: true, clip });
}

for (const role of roles) {
  test(`pictures of ${role.name}`, async ({ page, server }) => {
    test.setTimeout(15 * 60_000);
    const who = role.name.replaceAll(" ", "-");
    await page.setViewportSize(role.elder ? { width: 360, height: 740 } : { width: 1280, height: 800 });
    const starts = await role.enter(page, server);
    let number = 0;
    const names: [string, string][] = [];
    await crawl(page, server, role, starts, async (here) => {
      number += 1;
      names.push([here, `${String(number).padStart(2, "0")}-${file(here)}.png`]);
      await shoot(page, join(folder, who, "usual", names.at(-1)![1]), number === 1);
    });
    if (!role.elder) return;
    await setComfort(page.context(), server.url, "e5");
    for (const [here, name] of names) {
      await page.goto(here);
      await shoot(page, join(folder, who, "largest", name), name.startsWith("01"));
    }
  });
}
