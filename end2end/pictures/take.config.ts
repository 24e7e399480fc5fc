// `npx playwright test --config pictures/take.config.ts`: takes the pictures of every page into pictures/taken, which is not kept.
import type { PlaywrightTestConfig } from "@playwright/test";
import config from "../playwright.config";

export default {
  ...config,
  testDir: ".",
  testMatch: /take\.ts$/,
  globalSetup: "../fixtures/seed.ts",
  projects: [{ name: "pictures", use: { viewport: { width: 360, height: 740 }, javaScriptEnabled: false, scripts: false } }],
} as PlaywrightTestConfig;
