import fs from "node:fs";
import path from "node:path";

import { step } from "./child.js";
import { fingerprint, readStamp, writeStamp } from "./fingerprint.js";
import { ROOT } from "./paths.js";

const LOCK = "package-lock.json";
const INSTALLED = "node_modules/.package-lock.json";
const STAMP = "node_modules/.concertation-stamp";

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, os?: string[], cpu?: string[] }} Package */
/** @typedef {{ packages?: Record<string, Package> }} Lockfile */

/** node_modules holds exactly what package-lock.json asks for. */
export const dependencies = {
  isFresh() {
    const now = fingerprint(ROOT, [LOCK, INSTALLED]);
    if (readStamp(path.join(ROOT, STAMP)) === now) return true;
    // No stamp, or an old one: the person may have run `npm ci` or `npm install` by hand. What counts is the result.
    const installed = readJson(INSTALLED);
    if (!installed || !isInstalled(readJson(LOCK) ?? {}, installed)) return false;
    writeStamp(path.join(ROOT, STAMP), now);
    return true;
  },

  async make() {
    const first = !fs.existsSync(path.join(ROOT, "node_modules"));
    await step(
      first ? "Installing dependencies" : "Installing dependencies (package-lock.json changed)",
      // Install scripts only fetch native engines that we do without; development packages are what builds.
      [...npm(), "ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
    );
    writeStamp(path.join(ROOT, STAMP), fingerprint(ROOT, [LOCK, INSTALLED]));
  },
};

/**
 * Whether npm's record of what it installed satisfies the lock file, on this platform.
 *
 * @param {Lockfile} lock package-lock.json
 * @param {Lockfile} installed node_modules/.package-lock.json
 */
export function isInstalled(lock, installed) {
  return Object.entries(lock.packages ?? {}).every(([where, wanted]) => {
    if (where === "") return true;
    const found = installed.packages?.[where];
    if (!found) return wanted.optional || wanted.devOptional || false;
    return found.version === wanted.version && found.integrity === wanted.integrity && runsHere(found);
  });
}

/** @param {Package} entry */
function runsHere({ os, cpu }) {
  return (!os || allows(os, process.platform)) && (!cpu || allows(cpu, process.arch));
}

/**
 * @param {string[]} list such as ["linux"] or ["!win32"]
 * @param {string} name
 */
function allows(list, name) {
  return list.includes(name) || (list.every((entry) => entry.startsWith("!")) && !list.includes(`!${name}`));
}

/**
 * @param {string} relative
 * @returns {Lockfile | null}
 */
function readJson(relative) {
  try {
    return JSON.parse(fs.readFileSync(path.join(ROOT, relative), "utf8"));
  } catch {
    return null;
  }
}

/** The npm that started us, else the one on the path: the first words of a command. */
export function npm() {
  const running = process.env.npm_execpath;
  return running && /npm-cli\.c?js$/.test(running) ? [process.execPath, running] : ["npm"];
}
