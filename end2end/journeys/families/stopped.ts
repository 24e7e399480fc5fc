// Stopped while she was typing: she reads who stopped it, finds her words again, and cannot send them.
import { expect } from "@playwright/test";
import { yesAtCounter } from "../steps/agree";
import { atDesk, desks, screen } from "../steps/desk";
import { ask, signIn } from "../steps/family";
import { begin, choose, next, writeCity } from "../steps/elder/filing";
import { chen, zhuoma } from "../steps/elder/people";
import type { Tale } from "./tale";

export async function stopped({ person, look }: Tale): Promise<void> {
  const [helper, elder, clerk] = [await person(), await person(), await person(screen)];
  await signIn(helper, chen);
  await ask(helper, zhuoma, "朋友或邻居");
  await atDesk(clerk, desks.county[1]);
  await yesAtCounter(clerk, zhuoma, chen);
  await signIn(elder, zhuoma);
  await elder.goto("/helpers");

  await helper.goto("/family");
  await helper.getByRole("button", { name: /^帮卓.+办理$/ }).click();
  await begin(helper);
  await choose(helper, "临时去外地看病");
  await next(helper);
  await helper.getByLabel("去哪里看病？").selectOption({ label: "青海省" });
  await next(helper);
  await writeCity(helper, "三盏市");
  const question = helper.url();

  await elder.getByRole("button", { name: /^暂停陈.+的代办$/ }).click();
  await expect(elder.getByText(/已经暂停。陈.+现在什么都不能替您办。/)).toBeVisible();
  await next(helper);
  await expect(helper.getByRole("heading", { level: 1, name: /^卓.+暂停了代办，先停一下$/ })).toBeVisible();
  await expect(helper.getByText("三盏市")).toBeVisible();
  await expect(helper.getByText("这些没有存进申请，也没有提交。")).toBeVisible();
  await look(helper, "stopped-paused");

  // Tomorrow she finds it where she looks first, and can copy it.
  await helper.getByRole("link", { name: "看帮家人办" }).click();
  await helper.getByRole("button", { name: "回到我自己的页面" }).click();
  await helper.getByRole("link", { name: /^看替卓.+填了没交的内容$/ }).click();
  await expect(helper.getByText("三盏市")).toBeVisible();
  await look(helper, "stopped-kept");

  // It goes on: her words stand in their box again, and only her own tap sends them.
  await elder.getByRole("button", { name: /^恢复陈.+的代办$/ }).click();
  await expect(elder.getByText(/现在陈.+可以替您办了/)).toBeVisible();
  await helper.goto("/family");
  await helper.getByRole("button", { name: /^帮卓.+办理$/ }).click();
  await helper.goto(question);
  await expect(helper.getByLabel("自己写城市的名字")).toHaveValue("三盏市");
  await next(helper);
  await expect(helper.getByRole("heading", { name: "从哪一天开始？" })).toBeVisible();

  // Ended for good, again in the middle.
  await helper.getByLabel("年", { exact: true }).fill("2027");
  await elder.getByRole("button", { name: /^暂停陈.+的代办$/ }).click();
  await elder.getByRole("button", { name: /^永远结束陈.+的代办$/ }).click();
  await expect(elder.getByText(/已经永远结束。陈.+不能再替您办事。/)).toBeVisible();
  await next(helper);
  await expect(helper.getByRole("heading", { level: 1, name: /^卓.+结束了代办，先停一下$/ })).toBeVisible();
  await expect(helper.getByText("2027 年 __ 月 __ 日")).toBeVisible();
  await expect(helper.getByText("可以照着抄")).toBeVisible();
  await look(helper, "stopped-ended");
  await elder.goto("/my-cases");
  await elder.getByRole("link", { name: "接着填" }).click();
  await expect(elder.getByLabel("年", { exact: true })).toHaveValue("");
}
