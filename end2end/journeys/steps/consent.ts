// At a counter: the request of one helper, and sheets photographed for it.
import { expect, type Page } from "@playwright/test";
import { findPerson } from "./desk";
import { photo } from "./elder/papers";
import type { Somebody } from "./elder/people";

/** From the person's page to the request of this helper. */
export async function openRequest(clerk: Page, elder: Somebody, helper: Somebody): Promise<void> {
  await findPerson(clerk, elder);
  await clerk.getByRole("link", { name: new RegExp(`^查看 ${helper.name}`) }).click();
  await expect(clerk.getByRole("heading", { name: "念给本人听" })).toBeVisible();
}

/** One picture into the form of this button. */
export async function photograph(clerk: Page, button: string): Promise<void> {
  await clerk.locator("input[type=file]").setInputFiles({ name: "照片.jpg", mimeType: "image/jpeg", buffer: await photo(clerk) });
  await clerk.getByRole("button", { name: button }).click();
}
