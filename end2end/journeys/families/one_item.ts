// Asked for one service only: nothing is chosen for her, and her mother reads which one it is.
import { expect } from "@playwright/test";
import { sayYes } from "../steps/agree";
import { ask, signIn } from "../steps/family";
import { begin } from "../steps/elder/filing";
import { liMei, wang } from "../steps/elder/people";
import type { Tale } from "./tale";

export async function oneItem({ person, look }: Tale): Promise<void> {
  const [daughter, mother] = [await person(), await person()];
  await signIn(daughter, liMei);
  await daughter.goto("/family/ask");
  await daughter.getByLabel("家人的姓名").fill(wang.name);
  await daughter.getByRole("checkbox", { name: /^填申请并提交/ }).check();
  await daughter.getByRole("button", { name: "提交代办请求" }).click();
  await expect(daughter.getByRole("alert")).toContainText("还没有选办哪些事");
  await expect(daughter.getByLabel("家人的姓名")).toHaveValue(wang.name);
  await expect(daughter.getByRole("checkbox", { name: /^填申请并提交/ })).toBeChecked();
  await look(daughter, "one-item-ask");
  await ask(daughter, wang, "父母", ["异地就医备案"]);

  await signIn(mother, wang);
  await mother.goto("/helpers");
  await mother.getByRole("link", { name: /^看看李.+要做什么$/ }).click();
  await expect(mother.getByText("替您填表、签承诺、提交、撤回申请（只限：异地就医备案）")).toBeVisible();
  await look(mother, "one-item-request");
  await sayYes(mother, "李");
  await expect(mother.getByText(/现在李.+可以替您办了/)).toBeVisible();

  await daughter.goto("/family");
  const card = daughter.locator(".card", { has: daughter.getByRole("button", { name: /^帮王.+办理$/ }) });
  await expect(card.getByText("填申请并提交（只限：异地就医备案）")).toBeVisible();
  await card.getByRole("button", { name: /^帮王.+办理$/ }).click();
  await begin(daughter);
  await expect(daughter.getByText(/您正在帮 王.+（母亲） 办理/)).toBeVisible();
}
