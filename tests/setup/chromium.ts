import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "@playwright/test";
import { canInstallOnDebian, installOnDebian, which } from "./programs";

/** Nothing but the pages under test: no sandbox (root), no calls home, no profile to fill in. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * How to start a real Chromium: the one that `CHROMIUM` names, the machine's, the one that Playwright downloaded, else
 * one installed here (Debian's package as root on Debian, Playwright's download elsewhere).
 */
export function chromiumOptions(): { executablePath: string; args: string[] } {
  const executablePath = process.env.CHROMIUM || findChromium() || installChromium();
  // Playwright reads its configuration again in each worker: those need not search, let alone install.
  process.env.CHROMIUM = executablePath;
  return { executablePath, args: FLAGS };
}

const findChromium = () =>
  which("chromium", "chromium-browser", "google-chrome", "google-chrome-stable") ?? downloaded();

function downloaded(): string | undefined {
  const file = chromium.executablePath();
  return fs.existsSync(file) ? file : undefined;
}

function installChromium(): string {
  if (canInstallOnDebian()) {
    installOnDebian("chromium", "fonts-dejavu-core");
  } else {
    process.stderr.write("Installing Chromium by Playwright…\n");
    const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
    spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: ["ignore", "ignore", "inherit"] });
  }
  const found = findChromium();
  if (found) return found;
  throw new Error("No Chromium found: install one, or set CHROMIUM to its path");
}
