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

// The same engine without the window around a page, whose toolbars are pages too: it takes half the time.
const SHELL = "chromium-headless-shell";

/**
 * How to start a real Chromium: the one that `CHROMIUM` names, else one without a window (the machine's, or Debian's
 * package as root on Debian), else the machine's, the one that Playwright downloaded, or one that it downloads now.
 */
export function chromiumOptions(): { executablePath: string; args: string[] } {
  const executablePath = process.env.CHROMIUM || findShell() || findChromium() || download();
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

function findShell(): string | undefined {
  if (process.env.PWDEBUG || process.argv.includes("--headed")) return undefined;
  const found = which(SHELL);
  if (found || !canInstallOnDebian()) return found;
  try {
    installOnDebian(SHELL, "fonts-dejavu-core");
  } catch {
    process.stderr.write(`${SHELL} could not be installed: looking for another Chromium\n`);
  }
  return which(SHELL);
}

function download(): string {
  process.stderr.write("Installing Chromium by Playwright…\n");
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: ["ignore", "ignore", "inherit"] });
  const found = downloaded();
  if (found) return found;
  throw new Error("No Chromium found: install one, or set CHROMIUM to its path");
}
