// Three tiers decide: village accepts, township reviews, county approves; nobody twice, nobody for her own.
import { expect, test } from "../fixtures/test";
import { atDesk, decide, desks, screen, take } from "./steps/desk";
import { signIn } from "./steps/family";
import { begin, date, day } from "./steps/elder/filing";
import { ayguli, he, qiqige, zhuoma } from "./steps/elder/people";
import { fileByProof, paper, questions, toVillage } from "./steps/proof";

test("three people at three tiers decide, and she sees each step in words", async ({ page: her, person }) => {
  await signIn(her, ayguli);
  const reference = await fileByProof(her);
  const village = await person(screen);
  await atDesk(village, desks.sweetWell);

  await take(village, reference);
  await test.step("a clerk of another township does not learn that it exists", async () => {
    const elsewhere = await person(screen);
    await atDesk(elsewhere, desks.slowLamp);
    const answer = await elsewhere.goto(`/staff/cases/${reference}`);
    expect(answer?.status()).toBe(404);
  });
  await decide(village, "受理");

  const township = await person(screen);
  await atDesk(township, desks.secondTown[0]);
  await take(township, reference);
  await test.step("while one clerk holds it, another one cannot act", async () => {
    const colleague = await person(screen);
    await atDesk(colleague, desks.secondTown[1]);
    await colleague.goto(`/staff/cases/${reference}`);
    await expect(colleague.getByText(/正在办这件，到/)).toBeVisible();
    await expect(colleague.getByRole("button", { name: /由我办理|审核通过/ })).toHaveCount(0);
  });
  await decide(township, "审核通过");

  const county = await person(screen);
  await atDesk(county, desks.county[0]);
  await take(county, reference);
  await decide(county, "同意备案");

  await her.goto(`/cases/${reference}`);
  await expect(her.getByText("已经生效").first()).toBeVisible();
  for (const step of ["提交了申请", "村（社区）受理了", "乡镇（街道）审核通过", "县里同意了"]) await expect(her.getByText(step).first()).toBeVisible();
  await her.goto("/messages");
  for (const words of ["已经收到", "已经受理", "已经审核过一级", "已经办好"]) await expect(her.getByText(new RegExp(words)).first()).toBeVisible();
});

test("a return says everything at once, and the answer goes on", async ({ page: her, person }) => {
  await signIn(her, zhuoma);
  const reference = await fileByProof(her);
  const village = await person(screen);
  await atDesk(village, desks.waiting);
  await take(village, reference);
  await village.getByRole("link", { name: /退回补材料/ }).click();
  await test.step("a return that names nothing is refused", async () => {
    await village.getByRole("button", { name: /^退回申请，回到列表/ }).click();
    await expect(village.getByText("退回要写明缺什么。").first()).toBeVisible();
  });
  await village.getByRole("checkbox", { name: /居住证/ }).check();
  await village.getByRole("checkbox", { name: "城市" }).check();
  await village.getByLabel("写给申请人的话：城市").fill("城市写全一些，写地级市的名字。");
  await decide(village, "退回申请");

  await her.goto(`/cases/${reference}`);
  await expect(her.getByText("城市写全一些，写地级市的名字。").first()).toBeVisible();
  await her.getByRole("button", { name: "去补齐再提交" }).click();
  await her.getByRole("link", { name: /^修改\s*城市/ }).click();
  await her.getByLabel("自己写城市的名字").fill("云梯二市");
  await her.getByRole("button", { name: "保存修改" }).click();
  await her.getByRole("button", { name: "提交补好的申请" }).click();
  await her.goto(`/cases/${reference}`);
  await expect(her.getByText("补好后再次提交").first()).toBeVisible();

  await test.step("what was there to be seen the first time is not asked for again", async () => {
    await take(village, reference);
    await village.getByRole("link", { name: /退回补材料/ }).click();
    await expect(village.getByText("这是再次退回。", { exact: false })).toBeVisible();
    await expect(village.getByRole("checkbox", { name: "城市" })).toBeVisible();
    await expect(village.getByRole("checkbox", { name: /联系人/ })).toHaveCount(0);
    await village.getByRole("link", { name: "换一种决定" }).click();
  });
  await test.step("a slip of the pen is corrected with her yes", async () => {
    await village.getByRole("link", { name: /^改笔误\s*城市/ }).click();
    await village.getByLabel("自己写城市的名字").fill("云梯市");
    await village.getByRole("radio", { name: "打电话同意" }).check();
    await village.getByRole("button", { name: /^保存更正/ }).click();
    await expect(village.getByText(/改成「云梯市」/)).toBeVisible();
  });
  await decide(village, "受理");
  const township = await person(screen);
  await atDesk(township, desks.thirdTown[0]);
  await take(township, reference);
  await decide(township, "审核通过");

  await test.step("the county refuses with a reason that she reads", async () => {
    const county = await person(screen);
    await atDesk(county, desks.county[1]);
    await take(county, reference);
    await county.getByRole("link", { name: /不同意这件申请/ }).click();
    await county.getByLabel("写给申请人的原因").fill("居住证上的日期还不到半年，满半年再来申请。");
    await decide(county, "不同意申请");
    await her.goto(`/cases/${reference}`);
    await expect(her.getByText("居住证上的日期还不到半年，满半年再来申请。").first()).toBeVisible();
    await expect(her.getByText("工作人员改正了笔误").first()).toBeVisible();
  });
});

test("a secondary paper may come later, with a date", async ({ page: her, person }) => {
  await signIn(her, qiqige);
  await begin(her);
  await questions(her, { kind: "退休后搬到外地", route: "交证明材料" });
  await paper(her, "户口簿首页");
  await her.getByRole("checkbox", { name: "户口簿上本人那一页" }).check();
  const reference = await toVillage(her);
  const village = await person(screen);
  await atDesk(village, desks.branch);
  await take(village, reference);
  await expect(village.getByText("容缺受理，还要补的材料")).toBeVisible();
  await decide(village, "受理");
  await her.goto(`/cases/${reference}`);
  await expect(her.getByText("乡镇（街道）审核中").first()).toBeVisible();
  await expect(her.getByText(/户口簿上本人那一页，.+以前补齐/)).toBeVisible();

  await test.step("she brings it: nothing to send is told, then it is there and no longer owed", async () => {
    await her.getByRole("button", { name: "去补交材料" }).click();
    await her.getByRole("button", { name: "把材料交上去" }).click();
    await expect(her.getByRole("alert")).toContainText("还没有新传的材料");
    await paper(her, "户口簿上本人那一页");
    await her.getByRole("button", { name: "把材料交上去" }).click();
    await expect(her.getByText("补交了材料").first()).toBeVisible();
    await expect(her.getByText(/户口簿上本人那一页，.+以前补齐/)).toHaveCount(0);
    const township = await person(screen);
    await atDesk(township, desks.thirdTown[0]);
    await take(township, reference);
    await expect(township.getByText("户口簿上本人那一页：已经交来")).toBeVisible();
  });
});

test("what was filed tonight without a grant is confirmed by the village", async ({ page: neighbour, person }) => {
  await signIn(neighbour, ayguli);
  await neighbour.goto("/tonight");
  await neighbour.getByLabel("省、自治区或者直辖市").selectOption({ label: "浙江省" });
  await neighbour.getByRole("button", { name: "选好了，填长辈的信息" }).click();
  await neighbour.getByLabel("长辈的姓名").fill(he.name);
  await neighbour.getByLabel("长辈的身份证号码").fill(he.number);
  await neighbour.getByRole("radio", { name: /急诊/ }).check();
  await neighbour.getByRole("radio", { name: "列表里没有，自己写" }).check();
  await neighbour.getByLabel("自己写城市的名字").fill("云梯市");
  await date(neighbour, day(0));
  await neighbour.getByRole("button", { name: "提交备案申请" }).click();
  await expect(neighbour.getByText("已经收到").first()).toBeVisible();

  const elder = await person();
  await signIn(elder, he);
  await elder.goto("/messages");
  await expect(elder.getByText(/阿依.+用您的卡，替您办了「异地就医备案」/).first()).toBeVisible();

  await test.step("her own son's desk never sees it: the neighbour confirms", async () => {
    const son = await person(screen);
    await atDesk(son, desks.warmEaves);
    await expect(son.getByRole("row", { name: /要核实/ }).filter({ hasText: "何" })).toHaveCount(0);
  });
  const clerk = await person(screen);
  await atDesk(clerk, desks.slowLamp);
  await clerk.getByRole("row", { name: /要核实/ }).filter({ hasText: "何" }).first().getByRole("link").click();
  await expect(clerk.getByText("急住院，没有授权").first()).toBeVisible();
  await clerk.getByRole("button", { name: /由我办理/ }).click();
  await decide(clerk, "核实无误");
});

test("a clerk keeps to one kind of case, leaves a note and gives the case to a colleague", async ({ page: her, person }) => {
  await signIn(her, ayguli);
  const reference = await fileByProof(her);
  const village = await person(screen);
  await atDesk(village, desks.sweetWell);
  await take(village, reference);
  await decide(village, "受理");

  const township = await person(screen);
  await atDesk(township, desks.secondTown[0]);
  await township.getByLabel("哪个事项").selectOption({ label: "异地就医备案" });
  await township.getByRole("button", { name: "只看这些" }).click();
  await expect(township.getByText(/「下一件」也只在这里面取/)).toBeVisible();
  await township.goto(`/staff/cases/${reference}?item=out-of-area`);
  await township.getByRole("button", { name: /由我办理/ }).click();
  await township.getByLabel("写一条备注").fill("已电话核实，本人周五来");
  await township.getByRole("button", { name: "保存备注" }).click();
  await expect(township.getByText(/：已电话核实，本人周五来$/)).toBeVisible();
  await township.getByRole("link", { name: "转给同事" }).click();
  await township.getByRole("radio").first().check();
  await township.getByRole("button", { name: "转给这位同事" }).click();
  await expect(township.getByText(/「下一件」也只在这里面取/)).toBeVisible();

  const colleague = await person(screen);
  await atDesk(colleague, desks.secondTown[1]);
  await expect(colleague.getByRole("row", { name: new RegExp(reference.slice(0, 3)) }).getByText("先由您办")).toBeVisible();
  await colleague.goto(`/staff/cases/${reference}`);
  await expect(colleague.getByText(/：已电话核实，本人周五来$/)).toBeVisible();
  await her.goto(`/cases/${reference}`);
  await expect(her.getByText("本人周五来")).toHaveCount(0);
});
