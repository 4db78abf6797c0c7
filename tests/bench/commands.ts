import { spawn } from "node:child_process";
import { once } from "node:events";
import { ROOT } from "../setup/run-typescript";
import { residentMegabytes } from "./processes";

export interface CommandRun {
  seconds: number;
  /** The most memory that was resident at any look, in MB. */
  peakMegabytes: number;
  output: string;
}

/** Runs one of the operator's commands in a process of its own, looking at its memory twenty times a second. */
export async function runCommand(
  args: readonly string[],
  environment: Record<string, string>,
): Promise<CommandRun> {
  const started = performance.now();
  const child = spawn(process.execPath, ["build/server/cli.js", ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
  let peakMegabytes = 0;
  const watch = setInterval(
    () => (peakMegabytes = Math.max(peakMegabytes, residentMegabytes(child.pid ?? 0))),
    50,
  );
  const [code] = (await once(child, "exit")) as [number | null];
  clearInterval(watch);
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}:\n${output.slice(-2000)}`);
  return { seconds: (performance.now() - started) / 1000, peakMegabytes, output };
}

/** What a command costs that opens the database and has nothing to do: the idle memory that others stand upon. */
export const idle = (environment: Record<string, string>, slug: string): Promise<CommandRun> =>
  runCommand(["recount", slug], environment);
