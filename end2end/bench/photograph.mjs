// A picture as a telephone takes it: twelve million points, about so many bytes. Drawn by the browser that is there anyway.
import { chromium } from "@playwright/test";
import { chromiumPath } from "../fixtures/browser.mjs";

export async function photograph(bytes) {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage();
  const drawn = await page.evaluate((wanted) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [3000, 4000];
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#f7f4ec";
    pen.fillRect(0, 0, 3000, 4000);
    // Lines of writing and some noise: what a sheet of paper on a table looks like to a compressor.
    let n = 1;
    const chance = () => (n = (n * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
    for (let i = 0; i < 120_000; i++) {
      pen.fillStyle = `hsl(40 20% ${40 + 50 * chance()}%)`;
      pen.fillRect(3000 * chance(), 4000 * chance(), 14, 9);
    }
    // The grain of a small camera, without which twelve million points are not three million bytes.
    for (let top = 0; top < 4000; top += 500) {
      const strip = pen.getImageData(0, top, 3000, 500);
      for (let at = 0; at < strip.data.length; at += 4) {
        const grain = 16 * chance() - 8;
        for (const colour of [0, 1, 2]) strip.data[at + colour] += grain;
      }
      pen.putImageData(strip, 0, top);
    }
    let best = "";
    for (let quality = 0.4; quality <= 1; quality += 0.05) {
      const made = canvas.toDataURL("image/jpeg", quality);
      best = made;
      if (made.length * 0.75 >= wanted) break;
    }
    return best;
  }, bytes);
  await browser.close();
  return Buffer.from(drawn.split(",")[1], "base64");
}
