// Sixty cases a day, hands on the keyboard: every step of a clerk's work has its key, and the key stands on the button.
import { expect, test } from "../fixtures/test";
import type { Page } from "@playwright/test";
import { atDesk, desks, screen } from "./steps/desk";

/** Alt and the letter, as the keyboard sends it: the browser takes access keys from the sign, which `keyboard.press` leaves out beside Alt. */
async function press(page: Page, key: string): Promise<void> {
  const wire = await page.context().newCDPSession(page);
  const stroke = { modifiers: 1, key, code: `Key${key.toUpperCase()}`, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0) };
  await wire.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...stroke });
  await wire.send("Input.dispatchKeyEvent", { type: "char", text: key, unmodifiedText: key, ...stroke });
  await wire.send("Input.dispatchKeyEvent", { type: "keyUp", ...stroke });
  await wire.detach();
}

test("a township clerk opens, looks, decides and has the next case without touching the mouse", async ({ person }) => {
  const clerk = await person(screen);
  await atDesk(clerk, desks.secondTown[0]);
  await expect(clerk.getByText("按钮后面的字母是快捷键。", { exact: false })).toBeVisible();
  await press(clerk, "n");
  await expect(clerk.getByRole("heading", { name: "作决定" })).toBeVisible();
  const first = new URL(clerk.url()).pathname;

  await test.step("the paper grows and shrinks by a key and a tap", async () => {
    const paper = clerk.locator(".paper-box img").first();
    const small = (await paper.boundingBox())!.width;
    await press(clerk, "z");
    await expect(clerk).toHaveURL(/#paper-1$/);
    expect((await paper.boundingBox())!.width).toBeGreaterThan(small * 2);
    await clerk.getByRole("link", { name: "缩回原来大小" }).first().click();
    await expect.poll(async () => (await paper.boundingBox())!.width).toBe(small);
  });

  await test.step("R opens the return, and the other way is one tab away", async () => {
    await press(clerk, "r");
    await expect(clerk.getByRole("checkbox").first()).toBeVisible();
    await clerk.getByRole("link", { name: "换一种决定" }).press("Enter");
  });

  await test.step("A decides and the next case lies there", async () => {
    await press(clerk, "a");
    await clerk.waitForURL((url) => url.pathname !== first && /\/staff\/cases\//.test(url.pathname));
    await expect(clerk.getByRole("heading", { name: "作决定" })).toBeVisible();
  });

  await test.step("L puts it back on the list for a colleague", async () => {
    await press(clerk, "l");
    await expect(clerk.getByRole("heading", { level: 1, name: /的待办$/ })).toBeVisible();
  });
});

test("tabbing through a case follows the order of the work", async ({ person }) => {
  const clerk = await person(screen);
  await atDesk(clerk, desks.thirdTown[0]);
  await press(clerk, "n");
  await expect(clerk.getByRole("heading", { name: "作决定" })).toBeVisible();
  const order: string[] = [];
  await clerk.locator("main").focus();
  for (let i = 0; i < 40; i++) {
    await clerk.keyboard.press("Tab");
    const at = await clerk.evaluate(() => {
      const here = document.activeElement;
      return here?.closest(".desk-papers") ? "papers" : here?.closest(".desk-decide") ? "decide" : here?.closest(".desk-known") ? "known" : here?.closest("footer") ? "end" : "";
    });
    if (at === "end") break;
    if (at && order.at(-1) !== at) order.push(at);
  }
  expect(order.filter((at) => at !== "known")).toEqual(["papers", "decide"]);
});
