// The daughter a thousand kilometres away, and her mother who keeps the last word.
import { expect, test } from "../fixtures/test";
import { atDesk, desks, findPerson, screen, withCard } from "./steps/desk";
import { ask, openAccount, signIn, stranger } from "./steps/family";
import { begin, choose, next, submit } from "./steps/elder/filing";
import { ayguli, he, qiqige, wang, zhou } from "./steps/elder/people";
import { codeAbout } from "./steps/phone";
import { questions, receiptNumber } from "./steps/proof";

test("the daughter files for her mother, and her mother stops it with one tap", async ({ page: daughter, person }) => {
  const shen = stranger("沈小满", 1);

  await test.step("her account is open, and marked as not yet confirmed", async () => {
    await openAccount(daughter, shen);
    await expect(daughter.getByText("身份未核验").first()).toBeVisible();
    await daughter.goto("/family");
    await daughter.getByRole("link", { name: "提出新的代办请求" }).click();
    await ask(daughter, wang);
  });

  const mother = await person();
  await test.step("her mother reads who asks, and agrees on her own phone with a code", async () => {
    await signIn(mother, wang);
    await mother.goto("/messages");
    await expect(mother.getByText("想帮您办医保的事").first()).toBeVisible();
    await mother.goto("/helpers");
    await mother.getByRole("link", { name: /^看看沈.+要做什么$/ }).click();
    await expect(mother.getByText("是您的女儿")).toBeVisible();
    await expect(mother.getByText("有人让您这样做吗？")).toBeVisible();
    await expect(mother.getByRole("radio", { checked: true })).toHaveCount(0);
    await mother.getByRole("button", { name: "同意，发验证码给我" }).click();
    await expect(mother.getByRole("alert")).toContainText("还没有选有没有人催您");
    await mother.getByRole("radio", { name: "没有，是我自己要同意" }).check();
    await mother.getByRole("button", { name: "同意，发验证码给我" }).click();
    await mother.getByLabel("短信里的 6 位数字").fill(await codeAbout(mother, /同意家人代办/));
    await mother.getByRole("button", { name: /^同意沈.+帮我办$/ }).click();
    await expect(mother.getByText("已经记下您的同意。第一次要等一天")).toBeVisible();
  });

  await test.step("until a clerk has seen her card she cannot act", async () => {
    await daughter.goto("/family");
    await expect(daughter.getByText("您的身份还没有核验")).toBeVisible();
    await expect(daughter.getByRole("heading", { name: /^王.+（母亲）$/ })).toBeVisible();
    await expect(daughter.getByRole("button", { name: /^帮王.+办理$/ })).toHaveCount(0);
  });

  await test.step("a clerk confirms who she is", async () => {
    const clerk = await person(screen);
    await atDesk(clerk, desks.county[0]);
    await findPerson(clerk, shen);
    await expect(clerk.getByText("身份未核验")).toBeVisible();
    await withCard(clerk, "确认本人身份");
    await expect(clerk.getByText("已经核验")).toBeVisible();
  });

  await test.step("and at her own village the mother says it herself, so nothing waits any longer", async () => {
    const village = await person(screen);
    await atDesk(village, desks.warmEaves);
    await findPerson(village, wang);
    await village.getByRole("link", { name: /沈小满/ }).first().click();
    await expect(village.getByText("本人是在手机上同意的")).toBeVisible();
    await village.getByRole("radio", { name: "本人站在窗口前" }).check();
    await village.getByRole("checkbox", { name: "本人身份证" }).check();
    await village.getByRole("button", { name: "本人当面说过，记下" }).click();
    await expect(village.getByText("已经记下。本人会收到消息。")).toBeVisible();
  });

  let reference = "";
  const banner = daughter.getByText(/您正在帮 王.+（母亲） 办理/);
  await test.step("every page says for whom she acts", async () => {
    await daughter.goto("/family");
    await daughter.getByRole("button", { name: /^帮王.+办理$/ }).click();
    for (const path of ["/", "/guide/out-of-area", "/help", "/my-cases", "/messages", "/family"]) {
      await daughter.goto(path);
      await expect(banner, path).toBeVisible();
    }
    await begin(daughter);
    await expect(banner).toBeVisible();
    await questions(daughter, { kind: "长期住在外地", route: "签承诺书" });
    await expect(banner).toBeVisible();
    await submit(daughter, true);
    reference = await receiptNumber(daughter);
    await expect(banner).toBeVisible();
    await expect(daughter.getByText("家人代填").first()).toBeVisible();
  });

  await test.step("what is hers alone stays hers", async () => {
    for (const path of ["/helpers", "/sessions", "/family/ask"]) {
      await daughter.goto(path);
      await expect(daughter.getByText("这件事只能由本人办，谁也不能代替。"), path).toBeVisible();
    }
  });

  await test.step("her mother reads who did what", async () => {
    await mother.goto("/messages");
    await expect(mother.getByText(/沈.+替您办了一件事：替您提交了申请/)).toBeVisible();
    await mother.goto(`/cases/${reference}`);
    await expect(mother.getByText("家人代填").first()).toBeVisible();
    await mother.goto("/helpers");
    await expect(mother.locator(".card", { has: mother.getByRole("heading", { name: /^沈/ }) }).getByText("替您提交了申请")).toBeVisible();
  });

  await test.step("one tap pauses, and the daughter's open form gets a kind sentence", async () => {
    await begin(daughter);
    await choose(daughter, "临时去外地看病");
    await mother.getByRole("button", { name: /^暂停沈.+的代办$/ }).click();
    await expect(mother.getByText(/已经暂停。沈.+现在什么都不能替您办。/)).toBeVisible();
    await next(daughter);
    await expect(daughter.getByText("您的家人暂停了代办，这一步没有办成。")).toBeVisible();
    await daughter.goto(`/cases/${reference}`);
    await expect(daughter.getByText("有效的时间")).toHaveCount(0);
  });

  await test.step("her mother lets it go on, and later ends it for good", async () => {
    await mother.getByRole("button", { name: /^恢复沈.+的代办$/ }).click();
    await expect(mother.getByText(/现在沈.+可以替您办了/)).toBeVisible();
    await daughter.goto(`/cases/${reference}`);
    await expect(banner).toBeVisible();
    await expect(daughter.getByText("有效的时间")).toBeVisible();
    await mother.getByRole("button", { name: /^暂停沈.+的代办$/ }).click();
    await mother.getByRole("button", { name: /^永远结束沈.+的代办$/ }).click();
    await expect(mother.getByText(/已经永远结束。沈.+不能再替您办事。/)).toBeVisible();
    await daughter.goto(`/cases/${reference}`);
    await expect(daughter.getByText("有效的时间")).toHaveCount(0);
    await daughter.goto("/family");
    await expect(daughter.getByText("已结束").first()).toBeVisible();
  });
});

test("an elder who says no is not asked why, and the asker learns nothing", async ({ page: asker, person }) => {
  await openAccount(asker, stranger("周远帆", 2));
  await ask(asker, qiqige, "朋友或邻居");
  const elder = await person();
  await signIn(elder, qiqige);
  await elder.goto("/helpers");
  await elder.getByRole("link", { name: /^看看周.+要做什么$/ }).click();
  await elder.getByRole("button", { name: /^不同意周/ }).click();
  await expect(elder.getByText(/已经记下：不同意。周.+不能替您办事。/)).toBeVisible();
  await asker.goto("/family");
  await expect(asker.getByText("现在还没有家人同意您帮忙。")).toBeVisible();
});

test("a helper lays the help down by herself", async ({ page: helper, person }) => {
  const zheng = stranger("郑知夏", 3);
  await openAccount(helper, zheng);
  await ask(helper, he);
  const elder = await person();
  await signIn(elder, he);
  await elder.goto("/helpers");
  await elder.getByRole("link", { name: /^看看郑.+要做什么$/ }).click();
  await elder.getByRole("radio", { name: "没有，是我自己要同意" }).check();
  await elder.getByRole("button", { name: "同意，发验证码给我" }).click();
  await elder.getByLabel("短信里的 6 位数字").fill(await codeAbout(elder, /同意家人代办/));
  await elder.getByRole("button", { name: /^同意郑.+帮我办$/ }).click();
  await helper.goto("/family");
  await helper.getByRole("link", { name: /^不再帮何.+办$/ }).click();
  await helper.getByRole("button", { name: /^结束，不再帮何.+办$/ }).click();
  await expect(helper.getByText("您已经不再替这位家人办事。")).toBeVisible();
  await elder.goto("/messages");
  await expect(elder.getByText(/郑.+的代办已经结束/)).toBeVisible();
});

test("a phone that two people share cannot say yes", async ({ page: asker, person }) => {
  await openAccount(asker, stranger("周远帆", 2));
  await ask(asker, zhou, "朋友或邻居");
  const elder = await person();
  await signIn(elder, zhou);
  await elder.goto("/helpers");
  await elder.getByRole("link", { name: /^看看周.+要做什么$/ }).click();
  await expect(elder.getByText("要到窗口当面答复")).toBeVisible();
  await expect(elder.getByRole("button", { name: "同意，发验证码给我" })).toHaveCount(0);
});

test("who urges her is told to her before any code, and who bothers her is kept away", async ({ page: asker, person }) => {
  const zhou = stranger("周远帆", 2);
  await openAccount(asker, zhou);
  await ask(asker, ayguli, "朋友或邻居");
  const elder = await person();
  await signIn(elder, ayguli);
  await elder.goto("/helpers");
  await elder.getByRole("link", { name: /^看看周.+要做什么$/ }).click();
  await elder.getByRole("radio", { name: "有人催我，或者我拿不准" }).check();
  await elder.getByRole("button", { name: "同意，发验证码给我" }).click();
  await expect(elder.getByRole("alert")).toContainText("96110");
  await expect(elder.getByLabel("短信里的 6 位数字")).toHaveCount(0);
  await elder.getByRole("button", { name: /^不再收到周.+的请求$/ }).click();
  await expect(elder.getByText(/您已经不再收到周.+的请求/)).toBeVisible();
  // The same words as ever for the asker, and nothing for the elder.
  await ask(asker, ayguli, "朋友或邻居");
  await elder.goto("/helpers");
  await expect(elder.getByRole("link", { name: /要做什么$/ })).toHaveCount(0);
});
