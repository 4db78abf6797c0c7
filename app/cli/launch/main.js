import path from "node:path";
import { pathToFileURL } from "node:url";

import { build, CLI, SERVER } from "./build.js";
import { follow, LaunchError, say } from "./child.js";
import { databaseClient } from "./client.js";
import { dependencies } from "./dependencies.js";
import { withLock } from "./lock.js";
import { ROOT } from "./paths.js";

const USAGE = `Usage: node app/cli/launch.js COMMAND
  start            install, build and serve
  dev              serve with live reloading
  cli ARGUMENTS    an operator's command, see: npm run concertation -- help
  run FILE [ARGS]  a TypeScript file
  prepare          install dependencies and generate the database client
  build            prepare, then build`;

/** @param {string[]} args */
export async function main([command = "", ...args]) {
  try {
    if (command === "start") await inThisProcess(SERVER, args);
    else if (command === "cli") await inThisProcess(CLI, args);
    else if (command === "dev")
      process.exitCode = await runTypeScript(path.join(ROOT, "app/cli/dev.ts"), args);
    else if (command === "run" && args[0])
      process.exitCode = await runTypeScript(path.resolve(args[0]), args.slice(1));
    else if (command === "prepare") await prepare();
    else if (command === "build") await prepareBuild();
    else throw new LaunchError(USAGE);
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    if (error.detail) say(error.detail);
    if (error.message) say(error.message);
    process.exitCode = error.exitCode;
  }
}

/** What tests, types and TypeScript files need. */
export const prepare = () => ensure([dependencies, databaseClient]);

/** What `start` and `cli` need. */
export const prepareBuild = () => ensure([dependencies, databaseClient, build]);

/**
 * Makes what is stale, in order, one launcher at a time. When nothing is, no lock is taken and nothing is written.
 * @param {{ isFresh(): boolean, make(): Promise<void> }[]} steps
 */
async function ensure(steps) {
  if (steps.every((step) => step.isFresh())) return;
  await withLock(path.join(ROOT, ".launch.lock"), async () => {
    for (const step of steps) if (!step.isFresh()) await step.make();
  });
}

/**
 * @param {string} file
 * @param {string[]} args
 */
async function inThisProcess(file, args) {
  await prepareBuild();
  process.env.NODE_ENV = "production";
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(file).href);
}

/**
 * @param {string} file
 * @param {string[]} args
 */
async function runTypeScript(file, args) {
  await prepare();
  const loader = pathToFileURL(path.join(ROOT, "node_modules/tsx/dist/loader.mjs")).href;
  return follow([process.execPath, "--import", loader, file, ...args], {
    cwd: process.cwd(),
    env: { TSX_TSCONFIG_PATH: path.join(ROOT, "tsconfig.json") },
  });
}
