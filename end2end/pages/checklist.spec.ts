// The check list itself: every line has one place where it is proved, the place exists, and the sample of looks leaves no pair out.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { every, pairwise, sizes, themes, widths, type Look } from "../fixtures/comfort";

const root = join(import.meta.dirname, "../..");
const rows = readFileSync(join(import.meta.dirname, "checklist.md"), "utf8")
  .split("\n")
  .map((line) => /^\| (\d+) \| (.+) \| (.+) \|$/.exec(line))
  .filter((row): row is RegExpExecArray => !!row)
  .map(([, number, what, proof]) => ({ number: Number(number), what: what!, proof: proof! }));

test("each of the 92 lines stands in the list once", () => {
  expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 92 }, (_, n) => n + 1));
  for (const row of rows) expect(row.what.length, String(row.number)).toBeGreaterThan(5);
});

test("each proof names something that is there, or a person and a day", () => {
  const walk = readFileSync(join(root, "end2end/pages/walk.spec.ts"), "utf8");
  const wrong: string[] = [];
  for (const { number, proof } of rows) {
    if (/^person: .+, \d{4}-\d{2}-\d{2}$/.test(proof) || /^not yet: .{10,}/.test(proof)) continue;
    for (const one of proof.split("; ")) {
      const [file, name] = one.split(" › ");
      if (!file || !name || !existsSync(join(root, file))) wrong.push(`${number}: ${one}: no such file`);
      else if (!readFileSync(join(root, file), "utf8").includes(name)) wrong.push(`${number}: ${file} holds no "${name}"`);
      // A measure proves nothing unless the walk takes it.
      else if (file.startsWith("end2end/fixtures/") && /^[a-z]\w+$/i.test(name) && !walk.includes(`${name}(`)) wrong.push(`${number}: the walk does not measure ${name}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("the sample holds every pair of size, theme and width", () => {
  const pairs = (looks: Look[]) => new Set(looks.flatMap(({ size, theme, width }) => [`${size} ${theme}`, `${size} ${width}`, `${theme} ${width}`]));
  expect(pairs(pairwise)).toEqual(pairs(every));
  expect(pairs(every).size).toBe(sizes.length * themes.length + sizes.length * widths.length + themes.length * widths.length);
  expect([pairwise.length, every.length]).toEqual([20, 80]);
});
