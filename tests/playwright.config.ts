import { defineConfig, devices } from "@playwright/test";
import { chromiumOptions } from "./setup/chromium";

const desktop = {
  ...devices["Desktop Chrome"],
  launchOptions: chromiumOptions(),
  locale: "fr-FR",
  timezoneId: "Europe/Paris",
};
const NO_JS = /\.nojs\.spec\.ts$/;
const PHONE = /\.phone\.spec\.ts$/;

export default defineConfig({
  testDir: "e2e",
  outputDir: "../test-results/e2e",
  globalSetup: "./setup/e2e-server.ts",
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  // All waits are for conditions: long limits cost nothing where all is well, and a busy machine is no failure.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  // A trace costs more than the test: `npm test -- e2e --trace on` for the one that failed.
  use: { trace: "off", screenshot: "only-on-failure" },
  projects: [
    { name: "desktop", testIgnore: [NO_JS, PHONE], use: desktop },
    { name: "nojs", testMatch: NO_JS, use: { ...desktop, javaScriptEnabled: false } },
    // The narrowest phone that the accessibility rules ask for (WCAG 1.4.10).
    {
      name: "phone",
      testMatch: PHONE,
      use: { ...desktop, viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
    },
  ],
});
