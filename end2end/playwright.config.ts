// Every journey runs four times: without scripts and with the islands awake, on a phone and on a desk.
import { defineConfig } from "@playwright/test";
import type { Settings } from "./fixtures/test";

const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };

export default defineConfig<Settings, Settings>({
  testDir: ".",
  testMatch: /(journeys|pages|bugs)\/.*\.spec\.ts$/,
  globalSetup: "./fixtures/seed.ts",
  outputDir: "test-results",
  reporter: [["list"]],
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    actionTimeout: 15_000,
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-quic",
      ],
    },
  },
  projects: Object.entries(sizes).flatMap(([size, viewport]) => {
    // The walk over all pages chooses its widths by itself and measures with scripts (axe is one): once, awake.
    // So does speaking into a microphone.
    const once = [/pages\//, /microphone/];
    const walks = size === "phone" ? [] : once;
    return [
      { name: `plain-${size}`, testIgnore: once, use: { viewport, javaScriptEnabled: false, scripts: false } },
      { name: `awake-${size}`, testIgnore: walks, use: { viewport, scripts: true } },
    ];
  }),
});
