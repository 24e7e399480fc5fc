// Every service from the home page to the decision and the rating, as its definition tells it: generated, on a phone, without scripts.
import { execFileSync } from "node:child_process";
import { serverPath } from "../fixtures/seed";
import { expect, test } from "../fixtures/test";
import { atDesk, desks, take } from "./steps/desk";
import { handIn, photo } from "./steps/elder/papers";
import { zhuoma } from "./steps/elder/people";
import { signedIn } from "./steps/elder/sign_in";
import { reference } from "./steps/elder/filing";
import { rate, thanked } from "./steps/rating";
import type { Page } from "@playwright/test";

interface Service {
  slug: string;
  name: string;
  front: boolean;
  pages: { title: string; form: Record<string, string> }[];
  papers: string[];
  submit: string;
  signs: boolean;
  desks: number;
  first: "village" | "township" | "county";
  /** Decided by the board that meets once a month: these journeys cannot wait for its day. */
  board: boolean;
  pays: boolean;
  next: string;
}

const services: Service[] = JSON.parse(execFileSync(serverPath(), ["items"], { encoding: "utf8" }));

/** Whatever kind of box it is. */
async function fill(page: Page, name: string, value: string): Promise<void> {
  const box = page.locator(`main [name="${name}"]`);
  const kind = await box.first().evaluate((element) => (element as HTMLInputElement).type);
  if (kind === "radio") await page.locator(`main [name="${name}"][value="${value}"]`).check();
  else if (kind === "checkbox") await box.check();
  else if (kind === "select-one") await box.selectOption(value);
  else await box.fill(value);
}

for (const service of services) {
  test(`I ask for ${service.slug} and it is decided`, async ({ page, person, server }) => {
    await signedIn(page, server, zhuoma);
    await page.goto("/");
    await page.getByRole("link", { name: "看全部能办的事" }).click();
    await page.locator(`main a[href="/guide/${service.slug}"]`).click();
    await page.getByRole("button", { name: "开始填写申请" }).click();
    for (const { title, form } of service.pages) {
      await expect(page.getByRole("heading", { name: title })).toBeVisible();
      for (const [name, value] of Object.entries(form)) await fill(page, name, value);
      await page.getByRole("button", { name: "保存，去下一步" }).click();
    }
    if (service.papers.length > 0) {
      const picture = await photo(page);
      for (const paper of service.papers) await handIn(page, paper, picture);
      await page.getByRole("button", { name: "去核对申请" }).click();
    }
    if (service.signs) await page.getByRole("checkbox", { name: "我已看懂，我承诺以上都是真的" }).check();
    await page.getByRole("button", { name: service.submit }).click();
    const number = await reference(page);
    if (service.desks > 0) {
      await page.getByRole("button", { name: "不再修改，马上送出" }).click();
      const first = { village: desks.waiting, township: desks.thirdTown[0], county: desks.county[0] }[service.first];
      const steps = [[first, service.desks === 1 ? "" : "受理"], [desks.thirdTown[0], "审核通过"], [desks.county[0], "同意"]] as const;
      for (const [user, act] of steps.slice(0, service.desks)) {
        const clerk = await person({ width: 1280, height: 800 });
        await atDesk(clerk, user);
        await take(clerk, number);
        if (service.board && act === "同意") {
          await expect(clerk.getByText(/评审会/).first()).toBeVisible();
          await expect(clerk.getByRole("button", { name: /^同意/ })).toHaveCount(0);
          return;
        }
        if (service.pays && act === "同意") await clerk.getByLabel(/金额/).fill("88.50");
        await clerk.getByRole("button", { name: new RegExp(`^${act}.*回到列表`) }).click();
        await expect(clerk.getByRole("heading", { level: 1, name: /的待办$/ })).toBeVisible();
      }
    }
    await page.goto(`/cases/${number}`);
    await expect(page.getByText(service.next)).toBeVisible();
    if (service.pays) {
      await expect(page.getByText("报销 88.50 元")).toBeVisible();
      const [large, usual] = await page.locator(".key-sum").evaluate((sum) => [sum, sum.closest("main")!].map((one) => parseFloat(getComputedStyle(one).fontSize)));
      expect([large! >= 28, large! / usual! > 1.3], "the sum stands large").toEqual([true, true]);
    }
    await rate(page, "办结", "非常满意");
    await thanked(page);
  });
}
