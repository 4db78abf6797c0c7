import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { follow, LaunchError, say } from "../../app/cli/launch/child.js";
import { npm } from "../../app/cli/launch/dependencies.js";
import { prepare, prepareBuild } from "../../app/cli/launch/main.js";
import { readPlaywright, readVitest } from "./tally.js";

/** @typedef {{ passed: number, failed: number }} Tally */
/** @typedef {(args: string[]) => Promise<Tally>} Stage */

/** In this order. Each runs whatever became of the one before, but for those that need the build. */
const STAGES = /** @type {Record<string, Stage>} */ ({
  typecheck: (args) => verdict([...npm(), "run", "--silent", "typecheck", "--", ...args]),
  lint: (args) => verdict([...npm(), "run", "--silent", "lint", "--", ...args]),
  unit: (args) => vitest(["unit"], args),
  integration: (args) => vitest(["integration:*"], args),
  build: async () => {
    await prepareBuild();
    return { passed: 0, failed: 0 };
  },
  faults: (args) => vitest(["faults"], args),
  e2e: playwright,
  quick,
});
/** Stages that are others in short. */
const SHORT = ["quick"];
/** Stages of one thread each, which only say yes or no: they start together. */
const TOGETHER = ["typecheck", "lint"];

/**
 * Runs the stages named first in `args`, or all; the last line printed is "N passed, N failed".
 * @param {string[]} args
 */
export async function runStages(args) {
  const count = args.findIndex((arg) => !(arg in STAGES));
  const named = count === -1 ? args : args.slice(0, count);
  const rest = args.slice(named.length);
  if (named.length === 0 && rest.length > 0) {
    say(`Name the stage that "${rest.join(" ")}" is for: ${Object.keys(STAGES).join(", ")}.`);
    process.exitCode = 2;
    return;
  }
  const names = Object.keys(STAGES).filter((name) =>
    named.length === 0 ? !SHORT.includes(name) : named.includes(name),
  );
  /** @type {string[]} */
  const report = [];
  const total = { passed: 0, failed: 0 };
  let broken = "";
  /** @type {Map<string, ReturnType<typeof timed>>} */
  const begun = new Map();
  const begin = (/** @type {string} */ name) => {
    const running = begun.get(name) ?? timed(name, rest);
    begun.set(name, running);
    return running;
  };

  for (const name of ["prepare", ...names]) {
    if (broken && (broken !== "build" || ["faults", "e2e"].includes(name))) {
      report.push(`${name.padEnd(12)} not run: ${broken} failed`);
      continue;
    }
    process.stdout.write(`\n== ${name}\n`);
    if (TOGETHER.includes(name)) names.filter((other) => TOGETHER.includes(other)).forEach(begin);
    const { passed, failed, stop, seconds } = await begin(name);
    total.passed += passed;
    total.failed += failed;
    if (failed && (stop || name === "prepare" || name === "build")) broken = name;
    report.push(
      `${name.padEnd(12)} ${failed ? "FAILED" : "ok    "} ${seconds.toFixed(1).padStart(6)} s  ${passed} passed, ${failed} failed`,
    );
  }
  if (total.passed + total.failed === 0) report.push("No test ran.");
  process.stdout.write(`\n${report.join("\n")}\n\n${total.passed} passed, ${total.failed} failed\n`);
  process.exitCode = total.failed > 0 || (total.passed === 0 && !onlyBuilds(names)) ? 1 : 0;
}

/**
 * @param {string} name
 * @param {string[]} args
 */
async function timed(name, args) {
  const started = performance.now();
  return { ...(await attempt(name, args)), seconds: (performance.now() - started) / 1000 };
}

/** @param {string[]} names */
const onlyBuilds = (names) => names.every((name) => name === "build");

/**
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<Tally & { stop?: boolean }>}
 */
async function attempt(name, args) {
  try {
    if (name !== "prepare") return await /** @type {Stage} */ (STAGES[name])(args);
    await prepare();
    return { passed: 0, failed: 0 };
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    if (error.detail) say(error.detail);
    if (error.message) say(error.message);
    return { passed: 0, failed: 1, stop: error.exitCode > 128 };
  }
}

/**
 * What one asks between two edits: the type check and the lint beside the unit tests and some that use a database.
 * @param {string[]} args
 */
async function quick(args) {
  const [read, ran] = await Promise.all([
    Promise.all(["typecheck", "lint"].map((name) => verdict([...npm(), "run", "--silent", name]))),
    vitest(["unit", "quick"], args),
  ]);
  return [...read, ran].reduce((all, one) => ({
    passed: all.passed + one.passed,
    failed: all.failed + one.failed,
  }));
}

/**
 * A tool that only says yes or no counts as one test.
 * @param {string[]} command
 */
async function verdict(command) {
  return (await run(command)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {string[]} projects
 * @param {string[]} args
 */
function vitest(projects, args) {
  return withReport(readVitest, (report) =>
    run([
      process.execPath,
      "node_modules/vitest/vitest.mjs",
      "run",
      "-c",
      "tests/vitest.config.ts",
      ...projects.flatMap((project) => ["--project", project]),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...args,
    ]),
  );
}

/** @param {string[]} args */
function playwright(args) {
  return withReport(readPlaywright, (report) =>
    run(
      [
        process.execPath,
        "node_modules/@playwright/test/cli.js",
        "test",
        "-c",
        "tests/playwright.config.ts",
        "--reporter=list,json",
        ...args,
      ],
      { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    ),
  );
}

/**
 * A runner that ends badly although no test failed (it crashed, or an error came outside of any test) counts one failure.
 * @param {(report: unknown) => Tally} read
 * @param {(file: string) => Promise<number>} work
 */
async function withReport(read, work) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "concertation-report-"));
  const file = path.join(folder, "report.json");
  try {
    const status = await work(file);
    const tally = fs.existsSync(file)
      ? read(JSON.parse(fs.readFileSync(file, "utf8")))
      : { passed: 0, failed: 0 };
    return status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string[]} command
 * @param {Record<string, string>} [env]
 */
async function run(command, env = {}) {
  const status = await follow(command, { env, stdio: ["ignore", "inherit", "inherit"] });
  if (status > 128) throw new LaunchError("Stopped.", { exitCode: status });
  return status;
}
