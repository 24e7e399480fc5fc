// Walks through every page that a person can reach by links: as she finds it at 360 px, with the largest text at 320 px, both with
// the islands awake and with no script at all, and in a sample of sizes, themes and widths in which every pair occurs
// (`WALK=all`: in every combination). Clerks at a desk and on a phone. `checklist.md` says which line of the list is proved where.
import type { Page } from "@playwright/test";
import { awake, expect, test } from "../fixtures/test";
import { axe, bodySize, contrast, sidewaysScroll, smallTargets, smallText } from "../fixtures/checks";
import { every, pairwise, setComfort, wear, type Look } from "../fixtures/comfort";
import { crawl, missed } from "../fixtures/crawl";
import { keyboard } from "../fixtures/keyboard";
import { marks } from "../fixtures/marks";
import { acting, aloud, banned, equals, fields, fonts, gaps, reading, steady, stillness } from "../fixtures/list";
import { brokenLines, cutOff, headingOrder, overlaps } from "../fixtures/layout";
import { roles } from "../fixtures/people";
import { begin, choose, next, writeCity } from "../journeys/steps/elder/filing";
import { liMei, wang, zhao } from "../journeys/steps/elder/people";
import { signIn } from "../journeys/steps/family";
import { atTable, beside } from "../journeys/steps/table";

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

/** How many of the twenty looks one page wears, and all of them where every combination was asked for. */
const perPage = 2;
const allLooks = process.env.WALK === "all";
const asFound: Look = { size: "e1", theme: "device", width: phone.width };
const largest: Look = { size: "e5", theme: "device", width: narrow.width };

async function inLook(page: Page, look: Look, note: Note): Promise<void> {
  await wear(page, look);
  const where = ` in ${look.size} ${look.theme} at ${look.width} px`;
  note(await contrast(page), where);
  await shape(page, note, where);
}

/** Every combination on one loaded page. Themes move nothing and sizes colour nothing, as a rule: what lies and looks as in a combination
 *  before is not measured again, and where the rule is broken the marks differ and it is. */
async function inEveryLook(page: Page, note: Note): Promise<void> {
  const measured = new Set<string>();
  const once = (mark: string) => !measured.has(mark) && measured.add(mark);
  // A window that changes its width costs more than a change of class.
  for (const look of [...every].sort((one, other) => one.width - other.width)) {
    await wear(page, look);
    const where = ` in ${look.size} ${look.theme} at ${look.width} px`;
    const mark = await marks(page);
    if (once(`places ${mark.places}`)) await shape(page, note, where);
    if (once(`colours ${mark.colours}`)) note(await contrast(page), where);
  }
}

/** The largest text on the narrowest phone: nothing lost, nothing too small to press. */
async function atLargest(page: Page, note: Note, where: string): Promise<void> {
  const running = await bodySize(page);
  if (running < 30) note([`running text has ${running} px`], where);
  note(await smallTargets(page, 60), where);
  await shape(page, note, where);
}

async function elderNumbers(page: Page, note: Note): Promise<void> {
  note(await smallTargets(page, 60));
  note(await smallText(page, 19.5));
  note(await gaps(page, 16));
  note(await keyboard(page));
  note(await aloud(page));
  const running = await bodySize(page);
  if (running < 22) note([`running text has ${running} px`]);
  if ((await page.locator(".help-card:visible").count()) !== 1) note(["no help card"]);
  await shape(page, note, "");
  await page.setViewportSize(narrow);
  note(await sidewaysScroll(page), " at 320 px");
  await page.setViewportSize({ width: phone.height, height: phone.width });
  note(await sidewaysScroll(page), " lying on its side");
  await page.setViewportSize(desk);
  await shape(page, note, " at 1280 px");
  note(await reading(page), " at 1280 px");
  await wear(page, largest);
  await atLargest(page, note, " at the largest text");
}

async function staffNumbers(page: Page, note: Note): Promise<void> {
  await shape(page, note, " at 1280 px");
  note(await page.locator(".table-scroll").evaluateAll((tables) => tables.filter((table) => table.scrollWidth > table.clientWidth + 1).map((table) => `the table 「${table.getAttribute("aria-label")}」 hides columns`)), " at 1280 px");
  note(await keyboard(page));
  await page.setViewportSize(phone);
  await shape(page, note, " at 360 px");
}

// Each role is a long walk of its own; whoever of the two workers is free takes the next.
test.describe.configure({ mode: "parallel" });

for (const role of roles) {
  test(`every page that ${role.name} reaches is easy to use`, async ({ page, server, scripts }) => {
    test.setTimeout((allLooks ? 120 : 20) * 60_000);
    const size = role.elder ? phone : desk;
    await page.setViewportSize(size);
    const starts = await role.enter(page, server);
    const found: string[] = [];
    const titles = new Map<string, string>();
    let turn = 0;
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
      note(await reading(page));
      note(await banned(page, here));
      note(await steady(page, role.elder));
      note(await fields(page));
      note(await stillness(page));
      note(await fonts(page));
      note(await equals(page));
      note(await acting(page, role.acts));
      await (role.elder ? elderNumbers : staffNumbers)(page, note);
      if (allLooks) await inEveryLook(page, note);
      else for (let n = 0; n < perPage; n++) await inLook(page, pairwise[turn++ % pairwise.length]!, note);
      await wear(page, asFound);
      await page.setViewportSize(size);
    });
    if (process.env.WALK_LOG) console.log(role.name, [...crawled.seen]);

    // Once more with no script to help: the largest text on the narrowest phone, as the server writes it, and then as found.
    if (role.elder) {
      await page.route(/\/boot[^/]*\.js/, (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
      await setComfort(page.context(), server.url, "e5");
      for (const path of [...crawled.seen.values()].flat()) {
        await page.setViewportSize(narrow);
        await page.goto(path);
        const note: Note = (findings, where = "") => found.push(...findings.map((finding) => `${path}${where}, without scripts: ${finding}`));
        await atLargest(page, note, " at the largest text");
        await wear(page, asFound);
        note(await smallTargets(page, 60));
        await shape(page, note, "");
      }
    }
    expect([...found, ...crawled.found, ...missed(role, crawled)].join("\n")).toBe("");
  });
}

// Pages of trouble have no door of their own, so no link leads the walk there.
test("pages that say no are as easy to use as the others", async ({ page, allowed }) => {
  allowed.push(/404/);
  await page.setViewportSize(phone);
  const found: string[] = [];
  const note: Note = (findings, where = "") => found.push(...findings.map((finding) => `${page.url()}${where}: ${finding}`));
  const look = async () => {
    note(await axe(page));
    note(await headingOrder(page));
    await elderNumbers(page, note);
    for (const theme of ["black", "yellow", "dark"] as const) await inLook(page, { ...largest, theme }, note);
  };
  await page.goto("/nothing-is-here");
  await look();
  // A form without an answer, and one whose session was never there.
  await page.setViewportSize(phone);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "发送验证码" }).click();
  await expect(page).toHaveTitle(/^错误：/);
  await look();
  await page.setViewportSize(phone);
  await page.goto("/my-cases");
  await look();
  expect(found.join("\n")).toBe("");
});

// What a form shows at once has no address of its own, and what was typed stays only after a stop: no link leads there.
test("pages that come as an answer, or after a stop, are as easy to use as the others", async ({ page, person }) => {
  test.setTimeout(10 * 60_000);
  const found: string[] = [];
  const look = async (here: Page, what: string) => {
    const note: Note = (findings, where = "") => found.push(...findings.map((finding) => `${what}${where}: ${finding}`));
    await here.setViewportSize(phone);
    note(await axe(here));
    note(await headingOrder(here));
    await elderNumbers(here, note);
    for (const theme of ["black", "yellow", "dark"] as const) await inLook(here, { ...largest, theme }, note);
    await wear(here, asFound);
  };
  // 帮办: card and face, and the same page with what is still missing.
  await page.setViewportSize(phone);
  await atTable(page, "assistant2");
  await page.getByLabel("身份证号码").fill(zhao.number);
  await page.getByRole("button", { name: "查找证件上的这个人" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "看证件，看本人" })).toBeVisible();
  await look(page, "card and face");
  await page.getByRole("button", { name: "开始帮本人办" }).click();
  await expect(page).toHaveTitle(/^错误：/);
  await look(page, "card and face, not ticked");
  // He has no phone: the screen is turned to him, and he presses himself.
  await beside(page, zhao);
  await look(page, "the number, without a phone");
  await page.getByRole("link", { name: "把屏幕转给本人看" }).click();
  await look(page, "the screen turned");
  await page.getByRole("button", { name: "是我要办，接着办" }).click();
  await page.getByRole("button", { name: "结束，本人可以走了" }).click();

  // She is stopped in the middle of a question, and finds her words again.
  const [helper, elder] = [await person(phone), await person(phone)];
  await signIn(helper, liMei);
  await helper.goto("/family");
  await helper.getByRole("button", { name: /^帮王.+办理$/ }).click();
  await begin(helper);
  await choose(helper, "临时去外地看病");
  await next(helper);
  await helper.getByLabel("去哪里看病？").selectOption({ label: "青海省" });
  await next(helper);
  await writeCity(helper, "三盏市");
  await signIn(elder, wang);
  await elder.goto("/helpers");
  await elder.getByRole("button", { name: /^暂停李.+的代办$/ }).click();
  await next(helper);
  await expect(helper.getByText("三盏市")).toBeVisible();
  await look(helper, "stopped");
  await helper.getByRole("link", { name: "看帮家人办" }).click();
  await helper.getByRole("button", { name: "回到我自己的页面" }).click();
  await helper.getByRole("link", { name: /填了没交的内容$/ }).click();
  await look(helper, "what was typed");
  await elder.getByRole("button", { name: /^恢复李.+的代办$/ }).click();
  expect(found.join("\n")).toBe("");
});
