// Every journey runs without scripts and with scripts on a phone; those with a desk in them, or a layout of their own, on a desk too.
import { defineConfig } from "@playwright/test";
import { chromiumPath } from "./fixtures/browser.mjs";
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
      executablePath: chromiumPath,
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
    // So does speaking into a microphone. What is about letters, sound or a narrow phone is told on the phone alone.
    const once = [/pages\//, /microphone/];
    const onPhone = /journeys\/(families|families-largest|voice|talk|slip|tonight|messages|rating|drafts|papers|undo)\.spec/;
    // Each service from its definition: pages that other journeys know, so the plainest browser is enough.
    const services = /journeys\/items\.spec/;
    const [plain, awake] = size === "phone" ? [once, [services]] : [[...once, onPhone, services], [...once, onPhone, services]];
    return [
      { name: `plain-${size}`, testIgnore: plain, use: { viewport, javaScriptEnabled: false, scripts: false } },
      { name: `awake-${size}`, testIgnore: awake, use: { viewport, scripts: true } },
    ];
  }),
});
