// First contentful paint on slow 3G with a slow processor, ours and a bare handler's in turn.
import { chromium } from "@playwright/test";
import { chromiumPath } from "../fixtures/browser.mjs";
import { median } from "./lib.mjs";

const flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic"];

export async function firstPaint(ours, bare, rounds = 7) {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: flags });
  const times = { ours: [], bare: [] };
  // The first round only warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const [name, url] of [["ours", ours], ["bare", bare]]) {
      const time = await once(browser, url);
      if (round > 0) times[name].push(time);
    }
  }
  await browser.close();
  return { ours: median(times.ours), bare: median(times.bare) };
}

async function once(browser, url) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(url, { waitUntil: "commit" });
  const paint = await page.evaluate(
    () =>
      new Promise((found) => {
        const seen = (list) => list.getEntriesByName("first-contentful-paint").forEach((entry) => found(entry.startTime));
        new PerformanceObserver(seen).observe({ type: "paint", buffered: true });
      }),
  );
  await context.close();
  return paint;
}
