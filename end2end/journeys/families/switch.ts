// Three people in one list: each by picture and name, one tap to act for one, one tap to the next, one tap back.
import { expect } from "@playwright/test";
import { yesAtCounter } from "../steps/agree";
import { atDesk, desks, screen } from "../steps/desk";
import { ask, signIn } from "../steps/family";
import { liMei, qiqige, zhuoma } from "../steps/elder/people";
import type { Tale } from "./tale";

export async function switching({ person, look }: Tale): Promise<void> {
  const [daughter, clerk] = [await person(), await person(screen)];
  await signIn(daughter, liMei);
  await atDesk(clerk, desks.county[2]);
  for (const elder of [zhuoma, qiqige]) {
    await ask(daughter, elder, "朋友或邻居");
    await yesAtCounter(clerk, elder, liMei);
  }
  await daughter.goto("/family");
  // What ended lately has a card as well, but nothing to tap.
  const people = daughter.locator(".card").filter({ has: daughter.getByRole("button", { name: /办理$/ }) });
  await expect(people).toHaveCount(3);
  await expect(people.getByRole("img", { name: /^图：/ })).toHaveCount(3);
  await look(daughter, "switch-list");

  // She chooses a picture that she knows her mother by.
  await daughter.getByRole("link", { name: /^给王.+换一张图$/ }).click();
  await look(daughter, "switch-pictures");
  await daughter.getByRole("radio", { name: "女长辈，围着头巾" }).check();
  await daughter.getByRole("button", { name: "用这张图" }).click();
  await expect(daughter.getByText("图已经换好。")).toBeVisible();
  await expect(people.filter({ hasText: "母亲" }).getByRole("img", { name: "图：女长辈，围着头巾" })).toBeVisible();

  // A form that was opened for her mother is not sent for anybody else.
  await daughter.getByRole("button", { name: /^帮王.+办理$/ }).click();
  const old = await daughter.context().newPage();
  await old.goto("/guide/out-of-area");
  for (const [surname, relation] of [["卓", "朋友或邻居"], ["其", "朋友或邻居"], ["王", "母亲"]]) {
    await daughter.goto("/family");
    await daughter.getByRole("button", { name: new RegExp(`^帮${surname}.+办理$`) }).click();
    await expect(daughter.getByText(new RegExp(`您正在帮 ${surname}.+（${relation}） 办理`))).toBeVisible();
    if (surname === "其") {
      await old.getByRole("button", { name: "开始填写申请" }).click();
      await expect(old.getByText("这一页打开以后，办事的人换过了。", { exact: false })).toBeVisible();
      await old.close();
    }
  }
  await look(daughter, "switch-acting");
  await daughter.getByRole("button", { name: "回到我自己的页面" }).click();
  await expect(daughter.getByText("您正在帮", { exact: false })).toHaveCount(0);
  await expect(people).toHaveCount(3);
}

