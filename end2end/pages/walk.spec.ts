// Walks through every page that a person can reach by links, starting at the doors that need no name, and measures each:
// axe, contrast 7:1, targets, text sizes, titles, the help card, no sideways scroll at 320 px and at the largest text.
import { awake, expect, test } from "../fixtures/test";
import { axe, bodySize, sidewaysScroll, smallTargets, smallText } from "../fixtures/checks";
import { setComfort } from "../fixtures/comfort";
import { doorOf, pages, type Door } from "../fixtures/doors";
import { roles } from "../fixtures/people";

/** Pages looked at per door. Of personal pages more of the same kind would only cost time; public ones are all seen. */
const most = (door: Door) => (door.cache === "public" ? 40 : 2);

for (const role of roles) {
  test(`every page that ${role.name} reaches is easy to use`, async ({ page, server, scripts, viewport }) => {
    test.setTimeout(15 * 60_000);
    await role.signIn(page, server);
    const found: string[] = [];
    const seen = new Map<string, string[]>();
    const titles = new Map<string, string>();
    const ahead = pages.filter((door) => role.enters(door) && door.sample).map((door) => door.sample as string);
    ahead.push(...role.starts);
    const asked = new Set<string>();

    for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
      if (asked.has(path)) continue;
      asked.add(path);
      const door = doorOf(path.split("?")[0] ?? path);
      if (!door) found.push(`${path}: a link that leads nowhere`);
      if (!door || door.kind !== "page" || role.leaves(path)) continue;
      if ((seen.get(door.path) ?? []).length >= most(door)) continue;

      const answer = await page.goto(path);
      const status = answer?.status() ?? 0;
      if (status !== 200) {
        found.push(`${path}: status ${status}`);
        continue;
      }
      // A door may send on (an account page without an account); then the page there is looked at under its own door.
      const here = new URL(page.url()).pathname;
      const shown = doorOf(here) ?? door;
      if (shown !== door && (seen.get(shown.path) ?? []).length >= most(shown)) continue;
      seen.set(shown.path, [...(seen.get(shown.path) ?? []), here]);
      await awake(page, scripts);

      const links = await page.evaluate(() => [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map((link) => link.getAttribute("href") ?? ""));
      ahead.push(...links.filter((href) => href.startsWith("/") && !href.startsWith("/assets/")).map((href) => href.split("#")[0] ?? href));

      const title = await page.title();
      const other = titles.get(title);
      if (!title) found.push(`${here}: no title`);
      else if (other && other !== shown.path) found.push(`${here}: the same title as ${other}: ${title}`);
      titles.set(title, shown.path);

      const at = (findings: string[], where = "") => found.push(...findings.map((finding) => `${here}${where}: ${finding}`));
      at(await axe(page));
      if (role.elder) {
        at(await smallTargets(page, 60));
        at(await smallText(page, 19.5));
        if ((await bodySize(page)) < 22) found.push(`${here}: running text has ${await bodySize(page)} px`);
        if ((await page.locator(".help-card:visible").count()) !== 1) found.push(`${here}: no help card`);
      }
      at(await sidewaysScroll(page));
      if (role.elder) {
        await page.setViewportSize({ width: 320, height: 740 });
        at(await sidewaysScroll(page), " at 320 px");
        if (viewport) await page.setViewportSize(viewport);
      }
    }

    if (process.env.WALK_LOG) console.log(role.name, [...seen]);
    // Once more with the largest text.
    if (role.elder) {
      await setComfort(page.context(), server.url, "e5");
      await page.setViewportSize({ width: 320, height: 740 });
      for (const path of [...seen.values()].flat()) {
        await page.goto(path);
        const found30 = await bodySize(page);
        if (found30 < 30) found.push(`${path} at the largest text: running text has ${found30} px`);
        found.push(...(await sidewaysScroll(page)).map((finding) => `${path} at the largest text and 320 px: ${finding}`));
      }
    }

    const missed = pages.filter((door: Door) => role.must(door) && !seen.has(door.path)).map((door) => `${door.path}: no link leads there`);
    expect([...found, ...missed].join("\n")).toBe("");
  });
}
