// The front door: what a person sees first, and how she finds things with her own words.
import { bodySize, sidewaysScroll, smallTargets, smallText } from "../fixtures/checks";
import { awake, expect, test } from "../fixtures/test";

test("I see three ways to read and six things to do", async ({ page, scripts }) => {
  await page.goto("/");
  await awake(page, scripts);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("颐保");
  const ways = page.getByRole("list", { name: "换一种看法" }).getByRole("listitem");
  await expect(ways).toHaveText([/大字版（长辈版）开着.*换成标准版/s, /语音版/, /少数民族文字版/]);

  const things = ["参保登记", "异地就医备案", "门诊慢特病认定", "医疗费用报销", "帮家人办", "我的办件"];
  const tiles = page.locator("main .tiles-services a, main .tiles-own a");
  await expect(tiles).toHaveCount(things.length);
  for (const [at, thing] of things.entries()) await expect(tiles.nth(at)).toContainText(thing);
  expect(await smallTargets(page, 60)).toEqual([]);
  expect(await smallText(page, 20)).toEqual([]);
  expect(await sidewaysScroll(page)).toEqual([]);
});

test("Each tile leads somewhere that tells me where to go and whom to call", async ({ page }) => {
  for (const thing of ["参保登记", "异地就医备案", "门诊慢特病认定", "医疗费用报销"]) {
    await page.goto("/");
    await page.locator(".tiles-services").getByRole("link", { name: thing }).click();
    await expect(page.getByRole("heading", { name: thing }).first()).toBeVisible();
    await expect(page.getByRole("heading", { name: "到窗口办" }).first()).toBeVisible();
    await expect(page.getByText("0990-").first()).toBeVisible();
  }
  // The two that are about me ask who I am, and say so.
  for (const thing of ["帮家人办", "我的办件"]) {
    await page.goto("/");
    await page.locator(".tiles-own").getByRole("link", { name: thing }).click();
    await expect(page.getByRole("heading", { name: "登录", exact: true })).toBeVisible();
  }
});

test("I write it the way I say it, and it is found", async ({ page }) => {
  await page.goto("/");
  const search = async (words: string) => {
    await page.getByLabel("想办什么事？").fill(words);
    await page.getByRole("button", { name: "搜索" }).click();
    await expect(page.getByRole("heading", { name: "搜索结果" })).toBeVisible();
  };
  for (const words of ["长辈版", "亲情版", "关爱版", "关怀版"]) {
    await search(words);
    await expect(page.locator("main").getByRole("link", { name: /大字版（长辈版）和字号/ })).toBeVisible();
  }
  for (const words of ["一保", "医宝"]) {
    await search(words);
    await expect(page.locator("main").getByRole("link", { name: /参保登记/ })).toBeVisible();
  }
  await search("易地备案");
  await expect(page.locator("main").getByRole("link", { name: /异地就医备案/ })).toBeVisible();
  await search("修电视");
  await expect(page.getByText("打下面的电话直接问人")).toBeVisible();
});

test("I make the letters larger in the middle of something and am on the same page again", async ({ page }) => {
  await page.goto("/search?q=%E4%BD%8F%E9%99%A2");
  const before = page.url();
  const size = await bodySize(page);
  await page.getByRole("link", { name: "字号" }).click();
  await page.getByRole("radio", { name: "最大", exact: true }).check();
  await page.getByRole("button", { name: "保存字号和颜色" }).first().click();
  expect(page.url()).toBe(before);
  expect(await bodySize(page)).toBeGreaterThan(size);
});

test("I choose the size of the letters, and it is there in the first byte of every page", async ({ page }) => {
  await page.goto("/");
  expect(await bodySize(page)).toBeGreaterThanOrEqual(22);
  await page.getByRole("link", { name: "字号" }).click();
  const sizes: number[] = [];
  for (const words of ["大字", "更大一点", "再大一点", "很大", "最大"]) {
    await page.getByRole("radio", { name: words, exact: true }).check();
    await page.getByRole("button", { name: "保存字号和颜色" }).first().click();
    await page.goto("/help");
    sizes.push(await bodySize(page));
    await page.goto("/comfort");
  }
  expect([...sizes].sort((a, b) => a - b)).toEqual(sizes);
  expect(new Set(sizes).size).toBe(5);
  expect(sizes[4]).toBeGreaterThanOrEqual(30);
  const bytes = await (await page.request.get("/")).text();
  expect(bytes).toMatch(/<html[^>]*class="e5 elder/);

  // Out of the large version, and back.
  await page.getByRole("radio", { name: "大字", exact: true }).check();
  await page.getByRole("button", { name: "保存字号和颜色" }).first().click();
  await page.goto("/");
  await page.getByRole("button", { name: "换成标准版" }).click();
  await expect(page.getByRole("button", { name: "打开大字版" })).toBeVisible();
  expect(await bodySize(page)).toBeGreaterThanOrEqual(20);
  expect(await bodySize(page)).toBeLessThan(22);
  await page.getByRole("button", { name: "打开大字版" }).click();
  expect(await bodySize(page)).toBeGreaterThanOrEqual(22);
});

test("At the largest letters on my small phone nothing runs off the side", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/comfort");
  await page.getByRole("radio", { name: "最大" }).check();
  await page.getByRole("button", { name: "保存字号和颜色" }).first().click();
  for (const path of ["/", "/guide/out-of-area", "/sign-in", "/help", "/search?q=报销"]) {
    await page.goto(path);
    expect(await sidewaysScroll(page), path).toEqual([]);
    expect(await smallText(page, 30), path).toEqual([]);
  }
});
