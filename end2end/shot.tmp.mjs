import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import { Client, form, folder, freePort, start } from "./bench/lib.mjs";
import { execFileSync } from "node:child_process";
const server = process.env.BIN;
const data = folder();
console.log(execFileSync(server, ["demo", "--data", data], { encoding: "utf8" }).split("\n")[0]);
const port = await freePort();
const running = await start(server, ["serve", "--listen", `127.0.0.1:${port}`, "--data", data], port, {});
const client = new Client(running.url);
const first = form((await client.get("/staff/sign-in")).text, "/staff/sign-in");
await client.post(first.action, { ...first.fields, user_name: "supervisor1", password: "yibao-demo-2026" });
const second = form((await client.get("/staff/code")).text, "/staff/code");
const code = /data-totp="supervisor1"[^>]*>(\d{6})</.exec((await client.get("/demo")).text)?.[1];
console.log((await client.post(second.action, { ...second.fields, code })).status);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium-headless-shell", args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: true });
await context.setExtraHTTPHeaders({ cookie: client.cookie });
const page = await context.newPage();
for (const [name, path, size, theme, width] of [
  ["usual", "/staff/overview", "e1", "device", 360],
  ["largest", "/staff/overview?show=items", "e5", "device", 360],
  ["largest-states", "/staff/overview?show=states", "e5", "device", 360],
  ["wide-dark", "/staff/overview?show=ages", "s1", "dark", 1280],
  ["promise", "/staff/overview?show=promise", "e1", "yellow", 360],
  ["largest-320", "/staff/overview?show=desks", "e5", "black", 320],
]) {
  await page.setViewportSize({ width, height: 740 });
  await page.goto(running.url + path);
  await page.evaluate(({ size, theme }) => { const root = document.documentElement; const kept = [...root.classList].filter((n) => !/^([es][1-5]|theme-.*|elder|standard)$/.test(n)); root.className = [size, size[0] === "s" ? "standard" : "elder", `theme-${theme}`, ...kept].join(" "); }, { size, theme });
  const wide = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth, texts: [...document.querySelectorAll(".chart text")].map((t) => [t.textContent, Math.round(t.getBoundingClientRect().right)]).filter(([, r]) => r > document.documentElement.clientWidth) }));
  console.log(name, JSON.stringify(wide));
  await page.screenshot({ path: `/tmp/county-pics/${name}.png`, fullPage: true });
}
await browser.close();
await running.stop();
process.exit(0);
