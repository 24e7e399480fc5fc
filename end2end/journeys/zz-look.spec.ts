import { test } from "../fixtures/test";
import { setComfort } from "../fixtures/comfort";
import { zhuoma } from "./steps/elder/people";
import { signedIn } from "./steps/elder/sign_in";
const out = process.env.LOOK ?? "/tmp/look";
for (const size of ["e1", "e5"] as const) {
  test(`look ${size}`, async ({ page, server }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width: 360, height: 740 });
    await setComfort(page.context(), server.url, size);
    const shot = async (name: string) => page.screenshot({ path: `${out}/${size}-${name}.png`, fullPage: true });
    for (const p of ["", "items", "guide/enrolment", "guide/chronic", "guide/claim", "guide/info-change", "guide/transfer", "guide/aid-claim"]) {
      await page.goto(`/${p}`);
      await shot(p.replace("/", "-") || "home");
    }
    await signedIn(page, server, zhuoma);
    const start = async (slug: string) => { await page.goto(`/guide/${slug}`); await page.getByRole("button", { name: "开始填写申请" }).click(); };
    const next = async () => page.getByRole("button", { name: "保存，去下一步" }).click();
    await start("chronic");
    await shot("chronic-group");
    await page.locator('[value="kidney-transplant"]').check(); await next();
    await shot("chronic-disease");
    await page.locator('[value="m07805"]').check(); await next();
    await next(); await shot("chronic-diagnosis-wrong");
    await start("claim"); await page.locator('[value="accident"]').check(); await next();
    await shot("claim-other");
    const base = page.url().replace(/\/[^/]*$/, "");
    await page.locator('[value="nobody"]').check(); await next();
    await page.goto(`${base}/money`);
    await page.locator('[name="invoices"]').fill("0"); await page.locator('[name="total"]').fill("一百"); await next();
    await shot("claim-money-wrong");
    await page.goto(`${base}/papers`); await shot("claim-papers");
    await start("info-change"); await shot("info-what");
    await page.locator('[value="phone"]').check(); await next();
    await shot("info-in-person");
    await start("enrolment"); await shot("enrol-situation");
    const b2 = page.url().replace(/\/[^/]*$/, "");
    await page.locator('[value="job-ended"]').check(); await next();
    await page.locator('[value="local"]').check(); await next();
    await shot("enrol-aid");
    await page.locator('[value="least-income"]').check(); await next(); await next();
    await shot("enrol-check");
    await page.getByRole("checkbox", { name: "我已看懂" }).check();
    await page.getByRole("button", { name: "提交参保申请" }).click();
    await shot("enrol-receipt");
  });
}
