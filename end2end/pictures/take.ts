// Pictures of every page of every role: residents at 360 px as found, in each theme and at the largest text, clerks at 1280 px as found
// and in the dark. No scripts. `sheets.mjs` puts them together.
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { test } from "../fixtures/test";
import { themes, wear, type Look } from "../fixtures/comfort";
import { crawl } from "../fixtures/crawl";
import { roles } from "../fixtures/people";

const folder = join(import.meta.dirname, "taken");
const file = (here: string) => here.replace(/[0-9a-f]{32}|\d{10}/g, "N").replace(/^\/|\?.*do=|&.*/g, "").replaceAll(/[/?=%]/g, "-").slice(0, 60) || "home";

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
    const width = role.elder ? 360 : 1280;
    await page.setViewportSize({ width, height: 740 });
    const starts = await role.enter(page, server);
    const looks: [string, Look][] = [["usual", { size: "e1", theme: "device", width }]];
    for (const theme of themes) if (theme !== "light" && (role.elder || theme === "dark")) looks.push([theme, { size: "e1", theme, width }]);
    if (role.elder) looks.push(["largest", { size: "e5", theme: "device", width }]);
    let number = 0;
    await crawl(page, server, role, starts, async (here) => {
      number += 1;
      const name = `${String(number).padStart(2, "0")}-${file(here)}.png`;
      for (const [look, how] of looks) {
        await wear(page, how);
        await shoot(page, join(folder, who, look, name), number === 1);
      }
      await wear(page, looks[0]![1]);
    });
  });
}
