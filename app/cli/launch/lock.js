import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import { setTimeout as sleep } from "node:timers/promises";

import { say } from "./child.js";

/** The holder proves that it lives this often; a lock that stays silent for longer is left by a crash. */
const HEARTBEAT_MS = 2_000;
const SILENCE_MS = 20_000;

/**
 * Runs `work` while no other launcher of this folder does. A lock whose owner died is taken over.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {{ pollMs?: number, silenceMs?: number }} [timing]
 * @returns {Promise<T>}
 */
export async function withLock(file, work, { pollMs = 200, silenceMs = SILENCE_MS } = {}) {
  const token = JSON.stringify({ pid: process.pid, host: os.hostname(), id: randomUUID() });
  await acquire(file, token, pollMs, silenceMs);
  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if (read(file) === token) fs.rmSync(file, { force: true });
  }
}

/**
 * @param {string} file
 * @param {string} token
 * @param {number} pollMs
 * @param {number} silenceMs
 */
async function acquire(file, token, pollMs, silenceMs) {
  let seen = "";
  let since = performance.now();
  let told = false;
  while (!create(file, token)) {
    const owner = read(file);
    if (owner === null) continue;
    // Silence is measured on our own clock, so neither a wrong date nor a sleeping laptop makes a live lock stale.
    const sign = `${owner} ${fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs}`;
    if (sign !== seen) [seen, since] = [sign, performance.now()];
    if (isDead(owner) || performance.now() - since > silenceMs) {
      removeStale(file, owner);
      continue;
    }
    if (!told) say(`Another command is preparing this folder (process ${pidOf(owner)}); waiting for it…`);
    told = true;
    await sleep(pollMs);
  }
  // Somebody who judged the previous lock stale at the same instant may have removed ours for it, see removeStale.
  await sleep(20);
  if (read(file) !== token) await acquire(file, token, pollMs, silenceMs);
}

/**
 * Makes the lock with its content in one atomic act (a link either exists or does not).
 * @param {string} file
 * @param {string} token
 */
function create(file, token) {
  const draft = `${file}.${randomUUID()}`;
  fs.writeFileSync(draft, token);
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/**
 * Takes away the lock of a dead owner, and puts it back if it turns out to be somebody else's by now.
 * @param {string} file
 * @param {string} owner
 */
function removeStale(file, owner) {
  const aside = `${file}.${randomUUID()}`;
  try {
    fs.renameSync(file, aside);
    if (read(aside) !== owner) fs.linkSync(aside, file);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== "ENOENT" && code !== "EEXIST") throw error;
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

/** @param {string} owner */
function isDead(owner) {
  const pid = pidOf(owner);
  if (pid === null || hostOf(owner) !== os.hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "ESRCH";
  }
}

/** @param {string} owner */
const pidOf = (owner) => Number(/"pid":(\d+)/.exec(owner)?.[1]) || null;

/** @param {string} owner */
const hostOf = (owner) => /"host":"([^"]*)"/.exec(owner)?.[1];

/** @param {string} file */
function read(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** @param {string} file */
function touch(file) {
  const now = new Date();
  fs.utimes(file, now, now, () => {});
}
