// A year is nearly over: she is asked, says yes, and it goes on; where she said nothing it has ended.
import { expect } from "@playwright/test";
import { sayYes } from "../steps/agree";
import { signIn } from "../steps/family";
import { ayguli, chen, he } from "../steps/elder/people";
import type { Tale } from "./tale";

const year = (ahead: number) => new Date(Date.now() + 8 * 3_600_000 + ahead * 86_400_000).getUTCFullYear();

export async function renewal({ person, look }: Tale): Promise<void> {
  const [mother, son, silent] = [await person(), await person(), await person()];
  await signIn(mother, he);
  await mother.goto("/messages");
  await expect(mother.getByText(/陈.*帮您代办，到 .+就到期。/).first()).toBeVisible();
  await expect(mother.getByText("不答复，到期就停").first()).toBeVisible();

  await signIn(son, chen);
  await son.goto("/family");
  const card = son.locator(".card", { has: son.getByRole("heading", { name: /^何.+（母亲）$/ }) });
  await expect(card.getByText(/^到 .+ 为止$/)).toContainText(`${year(10)}年`);

  await mother.goto("/helpers");
  await mother.getByRole("link", { name: /^看看陈.+要做什么$/ }).click();
  await expect(mother.getByText("这是快到期的代办，问您要不要接着用。不答复，到期就停。")).toBeVisible();
  await look(mother, "renewal-asked");
  await sayYes(mother, "陈");
  // Nobody has to wait a day for what has held for a year.
  await expect(mother.getByText(/现在陈.+可以替您办了/)).toBeVisible();

  await son.reload();
  await expect(card.filter({ hasText: "可以办" }).getByText(/^到 .+ 为止$/)).toContainText(`${year(375)}年`);
  await expect(card.getByRole("button", { name: /^帮何.+办理$/ })).toHaveCount(1);

  // And the elder who let it run out.
  const over = son.locator(".card", { has: son.getByRole("heading", { name: /^阿/ }) });
  await expect(over.getByText("已到期")).toBeVisible();
  await expect(over.getByRole("button")).toHaveCount(0);
  await look(son, "renewal-helper");
  await signIn(silent, ayguli);
  await silent.goto("/helpers");
  await expect(silent.getByRole("heading", { name: "已经结束的" })).toBeVisible();
  await expect(silent.getByText("已到期")).toBeVisible();
  await silent.goto("/messages");
  await expect(silent.getByText(/陈.*的代办已经结束，不能再替您办事/)).toBeVisible();
}
