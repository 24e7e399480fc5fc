// Walks through every page that a person can reach by links, once as she finds it and once more with the largest text,
// on the narrowest phone, without scripts; clerks at a desk and on a phone. Measures each page: axe, contrast 7:1, targets,
// text sizes, titles, headings, the help card, sideways scroll, broken lines, things lying over each other, the keyboard.
import type { Page } from "@playwright/test";
import { awake, expect, test } from "../fixtures/test";
import { axe, bodySize, sidewaysScroll, smallTargets, smallText } from "../fixtures/checks";
import { setComfort } from "../fixtures/comfort";
import { crawl, missed } from "../fixtures/crawl";
import { keyboard } from "../fixtures/keyboard";
import { brokenLines, cutOff, headingOrder, overlaps } from "../fixtures/layout";
import { roles } from "../fixtures/people";

const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };
const narrow = { width: 320, height: 740 };

type Note = (findings: string[], where?: string) => void;

/** Everything that can be measured whatever the text size. */
async function shape(page: Page, note: Note, where: string): Promise<void> {
  note(await sidewaysScroll(page), where);
  note(await overlaps(page), where);
  note(await cutOff(page), where);
  note(await brokenLines(page), where);
}

async function elderNumbers(page: Page, note: Note): Promise<void> {
  note(await smallTargets(page, 60));
  note(await smallText(page, 19.5));
  const running = await bodySize(page);
  if (running < 22) note([`running text has ${running} px`]);
  if ((await page.locator(".help-card:visible").count()) !== 1) note(["no help card"]);
  await shape(page, note, "");
  await page.setViewportSize(narrow);
  note(await sidewaysScroll(page), " at 320 px");
  await page.setViewportSize(desk);
  await shape(page, note, " at 1280 px");
}

async function staffNumbers(page: Page, note: Note): Promise<void> {
  await shape(page, note, " at 1280 px");
  note(await page.locator(".table-scroll").evaluateAll((tables) => tables.filter((table) => table.scrollWidth > table.clientWidth + 1).map((table) => `the table 「${table.getAttribute("aria-label")}」 hides columns`)), " at 1280 px");
  note(await keyboard(page));
  await page.setViewportSize(phone);
  await shape(page, note, " at 360 px");
}

for (const role of roles) {
  test(`every page that ${role.name} reaches is easy to use`, async ({ page, server, scripts }) => {
    test.setTimeout(15 * 60_000);
    const size = role.elder ? phone : desk;
    await page.setViewportSize(size);
    const starts = await role.enter(page, server);
    const found: string[] = [];
    const titles = new Map<string, string>();
    const crawled = await crawl(page, server, role, starts, async (here, door) => {
      await awake(page, scripts);
      const title = await page.title();
      const other = titles.get(title);
      if (!title) found.push(`${here}: no title`);
      else if (other && other !== door.path) found.push(`${here}: the same title as ${other}: ${title}`);
      titles.set(title, door.path);
      const note: Note = (findings, where = "") => found.push(...findings.map((finding) => `${here}${where}: ${finding}`));
      note(await axe(page));
      note(await headingOrder(page));
      await (role.elder ? elderNumbers : staffNumbers)(page, note);
      await page.setViewportSize(size);
    });
    if (process.env.WALK_LOG) console.log(role.name, [...crawled.seen]);

    // Once more with the largest text on the narrowest phone, and no script to help.
    if (role.elder) {
      await page.route(/\/boot[^/]*\.js/, (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
      await setComfort(page.context(), server.url, "e5");
      await page.setViewportSize(narrow);
      for (const path of [...crawled.seen.values()].flat()) {
        await page.goto(path);
        const note: Note = (findings) => found.push(...findings.map((finding) => `${path} at the largest text: ${finding}`));
        const running = await bodySize(page);
        if (running < 30) note([`running text has ${running} px`]);
        note(await smallTargets(page, 60));
        await shape(page, note, "");
      }
    }
    expect([...found, ...crawled.found, ...missed(role, crawled)].join("\n")).toBe("");
  });
}
