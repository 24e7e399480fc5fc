// Interrupted: what she filled in is there again.
import { expect, test } from "../fixtures/test";
import * as ask from "./steps/elder/filing";
import { ayguli, qiqige } from "./steps/elder/people";
import { loseSession, signInHere } from "./steps/elder/sign_in";

test("I stop, sign out, come back another day and go on where I was", async ({ page, server }) => {
  await page.goto("/guide/out-of-area");
  await page.getByRole("link", { name: "开始填写申请" }).click();
  await signInHere(page, server, qiqige);
  await ask.begin(page);
  await ask.choose(page, "临时去外地看病");
  await ask.next(page);
  await ask.place(page, "青海省", "迟桂市");
  await page.getByRole("button", { name: "退出登录" }).click();

  await server.stop();
  await server.start();

  await page.goto("/my-cases");
  await signInHere(page, server, qiqige);
  await expect(page.getByRole("heading", { name: "没填完的" })).toBeVisible();
  await page.getByRole("link", { name: "接着填" }).click();
  await expect(page.getByRole("heading", { name: "从哪一天开始？" })).toBeVisible();
  await page.getByRole("link", { name: "返回上一步" }).click();
  await expect(page.getByLabel("自己写城市的名字")).toHaveValue("迟桂市");

  // What I do not want any more I throw away, after being asked once.
  await page.goto("/my-cases");
  await page.getByRole("link", { name: "删掉这份" }).click();
  await page.getByRole("link", { name: "不删，留着接着填" }).click();
  await page.getByRole("link", { name: "删掉这份" }).click();
  await page.getByRole("button", { name: "删掉这份申请" }).click();
  await expect(page.getByRole("heading", { name: "没填完的" })).toHaveCount(0);
});

test("My session ended while I was typing: I sign in and find what I typed", async ({ page, server }) => {
  await page.goto("/sign-in");
  await signInHere(page, server, ayguli);
  await ask.begin(page);
  await ask.choose(page, "临时去外地看病");
  await ask.next(page);
  await page.getByLabel("去哪里看病？").selectOption({ label: "青海省" });
  await ask.next(page);
  await ask.writeCity(page, "三盏市");
  const question = page.url();
  await loseSession(page);
  await ask.next(page);
  await expect(page.getByRole("heading", { name: "登录", exact: true })).toBeVisible();
  await signInHere(page, server, ayguli);
  expect(page.url()).toBe(question);
  await expect(page.getByLabel("自己写城市的名字")).toHaveValue("三盏市");
  await expect(page.getByRole("radio", { name: "西宁市" })).toBeVisible();
  await page.getByLabel("自己写城市的名字").fill("慢灯市");
  await ask.next(page);
  await page.getByRole("link", { name: "返回上一步" }).click();
  // What I saved last is shown, not what I typed before.
  await expect(page.getByLabel("自己写城市的名字")).toHaveValue("慢灯市");
});
