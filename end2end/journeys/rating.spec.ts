// How it was: five faces, what was bad, the tier above that calls and sets it right, her second word; by telephone; five questions.
import { expect, test } from "../fixtures/test";
import { atDesk, decide, desks, findPerson, screen, take } from "./steps/desk";
import { zhuoma } from "./steps/elder/people";
import { signedIn } from "./steps/elder/sign_in";
import { fileByProof } from "./steps/proof";
import { face, rate, thanked } from "./steps/rating";

test("I am not satisfied, the township calls me and sets it right, and I say whether it helped", async ({ page, person, server }) => {
  await signedIn(page, server, zhuoma);
  const number = await fileByProof(page);
  const village = await person(screen);
  await atDesk(village, desks.waiting);
  await take(village, number);
  await decide(village, "受理");

  await page.goto(`/cases/${number}`);
  await rate(page, "受理", "不满意");
  await expect(page.getByRole("heading", { name: "哪里不好？" })).toBeVisible();
  await page.getByRole("checkbox", { name: "等得太久" }).check();
  await page.getByLabel("用自己的话说").fill("等叫号等了一上午");
  await page.getByRole("radio", { name: "要，打电话给我" }).check();
  await page.getByRole("button", { name: "把这些告诉上一级窗口" }).click();
  await thanked(page);
  await expect(page.getByText(/最晚.+打电话给您/)).toBeVisible();

  // Whose work it was finds sums alone.
  await village.goto("/staff/ratings");
  await expect(village.getByText("现在没有要处理的差评。")).toBeVisible();
  await expect(village.getByText(/评过的人还不到 5 位/)).toBeVisible();

  const above = await person(screen);
  await atDesk(above, desks.thirdTown[0]);
  await above.getByRole("link", { name: "群众评价" }).click();
  await above.getByRole("link", { name: /^处理.+的差评$/ }).click();
  await expect(above.getByText("等叫号等了一上午")).toBeVisible();
  await expect(above.getByRole("link", { name: /^打电话/ })).toHaveAttribute("href", /^tel:\d+$/);
  await above.getByRole("radio", { name: "问到了" }).check();
  await above.getByLabel("本人怎么说").fill("想先给老人叫号");
  await above.getByRole("button", { name: "记下这次回访" }).click();
  await above.getByLabel(/改了什么/).fill("给老人单独叫号");
  await above.getByRole("button", { name: "告诉本人已经改好" }).click();
  await expect(above.getByText("已经告诉本人，等再评一次。")).toBeVisible();

  await page.goto("/messages");
  await expect(page.getByText(/可以再评一次/).first()).toBeVisible();
  await page.goto(`/cases/${number}`);
  await page.getByRole("link", { name: /办得怎么样$/ }).click();
  await page.getByRole("link", { name: "「受理」改过了，再评一次" }).click();
  await expect(page.getByText("给老人单独叫号")).toBeVisible();
  await face(page, "满意");
  await thanked(page);
});

test("I press no face and am told; I press one, change it, and answer five questions", async ({ page, server }) => {
  await signedIn(page, server, zhuoma);
  const number = await fileByProof(page);
  await page.goto(`/cases/${number}/receipt`);
  await page.getByRole("link", { name: /办得怎么样$/ }).click();
  await page.getByRole("button", { name: "送出我的评价" }).click();
  await expect(page.getByText("还没有选。选一张脸，再按下面的按钮。").first()).toBeVisible();
  await face(page, "非常不满意");
  await page.getByRole("link", { name: "不说了，就这样" }).click();
  await thanked(page);
  await page.getByRole("link", { name: /可以改这个评价$/ }).click();
  await expect(page.getByRole("radio", { name: "非常不满意" })).toBeChecked();
  await face(page, "非常满意");
  await thanked(page);
  await expect(page.getByText("收下申请：非常满意")).toBeVisible();

  await page.getByRole("link", { name: "回答五个小问题" }).click();
  for (const answer of ["一找就找到", "有的看不清", "听得懂", "还行", "有人帮"]) {
    await page.getByRole("radio", { name: answer, exact: true }).check();
    await page.getByRole("button", { name: "送出这个回答" }).click();
  }
  await expect(page.getByRole("heading", { name: "谢谢您，都记下了" })).toBeVisible();
});

test("I say it by telephone, and a clerk of another desk writes it down", async ({ page: phone, person, server }) => {
  await signedIn(phone, server, zhuoma);
  const number = await fileByProof(phone);
  const clerk = await person(screen);
  await atDesk(clerk, desks.thirdTown[0]);
  await findPerson(clerk, zhuoma);
  await clerk.getByRole("link", { name: "记下本人的评价" }).click();
  await clerk.getByRole("radio", { name: "在电话里" }).check();
  await clerk.locator(`input[value="${number}-received"]`).check();
  await clerk.getByRole("radio", { name: "基本满意" }).check();
  await clerk.getByRole("button", { name: "记下本人的评价" }).click();
  await expect(clerk.getByText("本人的评价已经记下。")).toBeVisible();
  await expect(clerk.locator(`input[value="${number}-received"]`)).toHaveCount(0);

  await phone.goto(`/cases/${number}/rate`);
  await expect(phone.getByText("基本满意")).toBeVisible();
});
