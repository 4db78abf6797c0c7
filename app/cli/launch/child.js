import { spawn } from "node:child_process";

import { ROOT } from "./paths.js";

/** A failure to be told in one line, with what the failing tool said below it. */
export class LaunchError extends Error {
  /**
   * @param {string} message
   * @param {{ detail?: string, exitCode?: number }} [options]
   */
  constructor(message, { detail = "", exitCode = 2 } = {}) {
    super(message);
    this.detail = detail;
    this.exitCode = exitCode;
  }
}

/**
 * Progress goes to standard error, so that what a command prints stays clean for a pipe.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a tool silently; what it printed is shown only if it fails.
 *
 * @param {string} label what is being done, for people
 * @param {string[]} command program and arguments
 * @param {Record<string, string>} [env] added to ours
 */
export async function step(label, command, env = {}) {
  const started = performance.now();
  say(`${label}…`);
  let output = "";
  const status = await follow(command, { env, stdio: ["ignore", "pipe", "pipe"] }, (chunk) => {
    if (output.length < 200_000) output += chunk;
  });
  if (status !== 0)
    throw new LaunchError(`${label}: failed.`, { detail: headAndTail(output.trim().split("\n")) });
  say(`  done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * Where tools say what went wrong: some first, some last.
 * @param {string[]} lines
 */
function headAndTail(lines) {
  return (lines.length <= 60 ? lines : [...lines.slice(0, 30), "…", ...lines.slice(-30)]).join("\n");
}

/**
 * Runs a program to its end, passing on the signals that ask us to stop. Resolves with its exit status.
 *
 * @param {string[]} command
 * @param {{ env?: Record<string, string>, stdio?: import("node:child_process").StdioOptions, cwd?: string }} options
 * @param {(chunk: string) => void} [onOutput]
 * @returns {Promise<number>}
 */
export function follow([program = "", ...args], { env = {}, stdio = "inherit", cwd = ROOT }, onOutput) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      stdio,
      env: { ...process.env, ...env },
      shell: process.platform === "win32" && program === "npm",
    });
    /** @type {NodeJS.Signals | undefined} */
    let stopped;
    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => {
      stopped = signal;
      // A terminal's Ctrl-C reaches the child by itself; a second one would make it drop what it is finishing.
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    };
    process.on("SIGINT", passOn).on("SIGTERM", passOn);
    const unhook = () => process.off("SIGINT", passOn).off("SIGTERM", passOn);

    child.stdout?.setEncoding("utf8").on("data", onOutput ?? (() => {}));
    child.stderr?.setEncoding("utf8").on("data", onOutput ?? (() => {}));
    child.once("error", (error) => {
      unhook();
      reject(new LaunchError(`Could not run ${program}: ${error.message}.`));
    });
    child.once("close", (code, signal) => {
      unhook();
      // A tool that we stopped for the person did not fail: say nothing, leave with the usual status.
      if (stopped && onOutput) reject(new LaunchError("", { exitCode: stopped === "SIGINT" ? 130 : 143 }));
      else resolve(code ?? (signal === "SIGINT" ? 130 : 143));
    });
  });
}
