// `node pictures/sheets.mjs` after `take`: puts the pictures in taken/ together into the sheets that are kept, each under 300 KB.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { chromiumPath } from "../fixtures/browser.mjs";

const here = import.meta.dirname;
const most = 300_000;
const of = (who, look, choose = () => true) => {
  const folder = join(here, "taken", who, look);
  return readdirSync(folder).filter((name) => name.endsWith(".png") && !/comfort-back|then-check/.test(name) && choose(name)).map((name) => join(folder, name));
};
const half = (files, second) => files.filter((_, at) => (at >= files.length / 2) === second);
const elder = [...of("a-visitor", "largest"), ...of("an-elder", "largest")];
const few = (name) => /home|guide-out|sign-in\.|receipt|my-cases|helpers|check|kind/.test(name);
const sheets = {
  "elder-usual": { files: [...of("a-visitor", "usual"), ...of("an-elder", "usual")], columns: 12, scale: 0.4, tall: 900 },
  "elder-themes": { files: ["black", "yellow", "dark"].flatMap((look) => [...of("a-visitor", look, few), ...of("an-elder", look, few)]), columns: 12, scale: 0.4, tall: 760 },
  "elder-largest-1": { files: half(elder, false), columns: 10, scale: 0.4, tall: 1100 },
  "elder-largest-2": { files: half(elder, true), columns: 10, scale: 0.4, tall: 1100 },
  helper: { files: [...of("a-daughter-in-her-own-name", "usual"), ...of("a-daughter-who-acts-for-her-mother", "usual")], columns: 12, scale: 0.4, tall: 900 },
  desk: { files: [...of("a-village-clerk", "usual"), ...of("a-county-clerk", "usual"), ...of("a-supervisor", "usual"), ...of("a-county-clerk", "dark", (name) => /^0[1-4]/.test(name))], columns: 5, scale: 0.34, tall: 1000 },
};

const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
for (const [name, { files, columns, scale, tall }] of Object.entries(sheets)) {
  const pictures = files.map((file) => `data:image/png;base64,${readFileSync(file).toString("base64")}`);
  const urls = await page.evaluate(
    async ({ pictures, columns, scale, tall }) => {
      const images = await Promise.all(pictures.map((src) => Object.assign(new Image(), { src })).map(async (image) => (await image.decode(), image)));
      const [gap, width] = [8, Math.max(...images.map((image) => image.width)) * scale];
      const rows = [];
      for (let at = 0; at < images.length; at += columns) rows.push(images.slice(at, at + columns));
      const heights = rows.map((row) => Math.max(...row.map((image) => Math.min(image.height, tall) * scale)));
      const sheet = document.createElement("canvas");
      sheet.width = columns * (width + gap) + gap;
      sheet.height = heights.reduce((sum, height) => sum + height + gap, gap);
      const pen = sheet.getContext("2d");
      pen.fillStyle = "#8a8a86";
      pen.fillRect(0, 0, sheet.width, sheet.height);
      let top = gap;
      rows.forEach((row, y) => {
        row.forEach((image, x) => {
          const shown = Math.min(image.height, tall);
          pen.drawImage(image, 0, 0, image.width, shown, gap + x * (width + gap), top, image.width * scale, shown * scale);
        });
        top += heights[y] + gap;
      });
      return [0.7, 0.5, 0.35, 0.2, 0.1].map((quality) => sheet.toDataURL("image/webp", quality));
    },
    { pictures, columns, scale, tall },
  );
  const bytes = urls.map((url) => Buffer.from(url.split(",")[1], "base64")).find((bytes) => bytes.length < most);
  if (!bytes) throw new Error(`${name} does not fit`);
  writeFileSync(join(here, `${name}.webp`), bytes);
  console.log(name, files.length, bytes.length);
}
await browser.close();
