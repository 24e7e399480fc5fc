// An elder files for out-of-area care herself: six kinds, by commitment or by proof.
import { expect, test } from "../fixtures/test";
import * as ask from "./steps/elder/filing";
import { handIn, photo } from "./steps/elder/papers";
import { ayguli, chen, he, qiqige, type Somebody, wang, zhou, zhuoma } from "./steps/elder/people";
import { signedIn } from "./steps/elder/sign_in";

const LIVES = "我承诺：我确实在外地安置";
const TRAVELS = "我承诺：我确实临时到外地看病";

const at_once: (ask.Filing & { who: Somebody; said: string; commitment?: string })[] = [
  { said: "I moved away after work and promise it", who: wang, kind: "退休后搬到外地", route: "签承诺书", commitment: LIVES },
  { said: "I live with my son and promise it", who: he, kind: "长期住在外地", route: "签承诺书", commitment: LIVES },
  { said: "My work sends me away and I promise it", who: chen, kind: "单位派到外地工作", route: "签承诺书", commitment: LIVES },
  { said: "I fell ill on a journey", who: zhuoma, kind: "在外地突然生病", temporary: true },
  { said: "I go to a doctor elsewhere for once", who: qiqige, kind: "临时去外地看病", temporary: true, commitment: TRAVELS },
];

for (const filing of at_once) {
  test(`${filing.said}: it holds at once`, async ({ page, server }) => {
    await signedIn(page, server, filing.who);
    await ask.begin(page);
    await ask.answerAll(page, filing);
    await ask.onCheckPage(page);
    await expect(page.getByText("提交后马上生效。")).toBeVisible();
    if (filing.commitment) {
      await expect(page.getByText(filing.commitment)).toBeVisible();
      // Not signed: told, and everything is still there.
      await page.getByRole("button", { name: "提交备案申请" }).click();
      await expect(page.getByRole("alert")).toContainText("承诺书还没有确认");
      await expect(page.getByText("云梯市")).toBeVisible();
    }
    await ask.submit(page, Boolean(filing.commitment));
    await expect(page.getByRole("heading", { name: "备案已经生效" })).toBeVisible();
    const reference = await ask.reference(page);
    await expect(page.getByText(/^从 .* 到 .*。$/)).toBeVisible();
    await expect(page.getByText("现在就能用")).toBeVisible();
    await page.goto("/my-cases");
    await expect(page.getByRole("link", { name: /^查看编号/ }).first()).toHaveAttribute("href", new RegExp(`^/cases/(YB)?${reference}$`));
  });
}

const by_proof: (ask.Filing & { who: Somebody; said: string; papers: string[] })[] = [
  { said: "I moved away after work and show the household book", who: wang, kind: "退休后搬到外地", route: "交证明材料", papers: ["户口簿首页", "户口簿上本人那一页"] },
  { said: "I live with my son and show my residence permit", who: he, kind: "长期住在外地", route: "交证明材料", papers: ["居住证"] },
  { said: "My work sends me away and I show the contract", who: chen, kind: "单位派到外地工作", route: "交证明材料", papers: ["派出证明"] },
  { said: "My hospital sends me to another one", who: zhuoma, kind: "医院让转到外地看病", temporary: true, papers: ["医院开的转诊证明"] },
];

for (const filing of by_proof) {
  test(`${filing.said}: it goes to the village${filing.papers.length > 1 ? "" : ""}`, async ({ page, server }) => {
    await signedIn(page, server, filing.who);
    await ask.begin(page);
    await ask.answerAll(page, filing);
    const picture = await photo(page);
    for (const paper of filing.papers) await handIn(page, paper, picture);
    await page.getByRole("button", { name: "去核对申请" }).click();
    await ask.onCheckPage(page);
    await expect(page.getByText(/最晚 \d{4}年\d+月\d+日 星期. 给您结果/)).toBeVisible();
    await ask.submit(page, false);
    await expect(page.getByRole("heading", { name: "申请已经提交" })).toBeVisible();
    await ask.reference(page);
    await expect(page.getByText("村（社区）看材料齐不齐。")).toBeVisible();
    await expect(page.getByText(/有问题打电话：0990-/)).toBeVisible();
  });
}

test("One question a page, I know how far I am, and going back loses nothing", async ({ page, server }) => {
  await signedIn(page, server, ayguli);
  await ask.begin(page);
  await expect(page.getByText(/第 1 步，共 \d 步/)).toBeVisible();
  await ask.next(page);
  await expect(page.getByRole("alert")).toContainText("还没有选");
  await ask.choose(page, "长期住在外地");
  await ask.next(page);
  await expect(page.getByText(/第 2 步，共 \d 步/)).toBeVisible();
  await ask.place(page, "四川省", "甜井市");
  await ask.start(page, 10);
  await page.getByRole("link", { name: "返回上一步" }).click();
  const [year, month, day] = ask.day(10);
  await expect(page.getByLabel("年", { exact: true })).toHaveValue(year);
  await expect(page.getByLabel("月", { exact: true })).toHaveValue(month);
  await expect(page.getByLabel("日", { exact: true })).toHaveValue(day);
  await page.getByRole("link", { name: "返回上一步" }).click();
  await expect(page.getByLabel("自己写城市的名字")).toHaveValue("甜井市");
  await expect(page.getByRole("radio", { name: "成都市" })).not.toBeChecked();
  await page.getByRole("link", { name: "返回上一步" }).click();
  await expect(page.getByLabel("去哪里看病？")).toHaveValue("51");
  await page.getByRole("link", { name: "返回上一步" }).click();
  await expect(page.getByRole("radio", { name: /^长期住在外地/ })).toBeChecked();

  // On with the rest; 修改 comes back to where I check everything.
  for (let i = 0; i < 4; i++) await ask.next(page);
  await ask.route(page, "签承诺书");
  await ask.contact(page);
  await ask.onCheckPage(page);
  await page.getByRole("link", { name: /^修改\s*城市/ }).click();
  await page.getByLabel("自己写城市的名字").fill("半篮市");
  await page.getByRole("button", { name: "保存修改" }).click();
  await ask.onCheckPage(page);
  await expect(page.getByText("半篮市")).toBeVisible();
  await expect(page.getByText("甜井市")).toHaveCount(0);
  await expect(page.getByText("四川省")).toBeVisible();
});

test("Dates that cannot be are told, with what I typed", async ({ page, server }) => {
  await signedIn(page, server, zhou);
  await ask.begin(page);
  await ask.choose(page, "在外地突然生病");
  await ask.next(page);
  await ask.place(page);
  const [year] = ask.day(0);
  const far = ask.day(400);
  for (const [typed, told] of [
    [[String(Number(year) + 1), "2", "30"], "没有这一天"],
    [far, "最多可以提前 12 个月"],
    [["明年", "一", "二"], "年、月、日都要填数字"],
  ] as [[string, string, string], string][]) {
    await ask.date(page, typed);
    await ask.next(page);
    await expect(page.getByRole("alert")).toContainText(told);
    await expect(page.getByLabel("年", { exact: true })).toHaveValue(typed[0]);
    await expect(page.getByLabel("日", { exact: true })).toHaveValue(typed[2]);
  }
  await ask.start(page, 5);
  await ask.date(page, ask.day(1));
  await ask.next(page);
  await expect(page.getByRole("alert")).toContainText("比开始的日子还早");
});
