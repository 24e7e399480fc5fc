// Papers as a phone would send them.
import { expect, type Page } from "@playwright/test";

/** A real little JPEG: the browser itself draws it. */
export async function photo(page: Page): Promise<Buffer> {
  const shot = await page.context().newPage();
  await shot.setViewportSize({ width: 320, height: 200 });
  await shot.setContent("<body style='font-size:40px;background:#fff'>居住证</body>");
  const bytes = await shot.screenshot({ type: "jpeg", quality: 60 });
  await shot.close();
  return bytes;
}

/** From the list of papers to the page of one, a photo, and back to the list. */
export async function handIn(page: Page, material: string, bytes: Buffer): Promise<void> {
  await expect(page.getByRole("heading", { name: "准备材料" })).toBeVisible();
  await page.getByRole("link", { name: new RegExp(`^(去上传|修改)\\s*${material}`) }).click();
  await expect(page.getByText("这样的可以用")).toBeVisible();
  await send(page, "照片.jpg", "image/jpeg", bytes);
  await expect(page.getByText("第 1 份已经存好")).toBeVisible();
  await page.getByRole("link", { name: "传好了，回到材料页" }).click();
  await expect(page.getByText("已经传了 1 份").first()).toBeVisible();
}

export async function send(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await page.locator("input[type=file]").setInputFiles({ name, mimeType, buffer });
  await page.getByRole("button", { name: "上传这一份" }).click();
}
