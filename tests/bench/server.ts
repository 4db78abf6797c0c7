import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort } from "../setup/free-port";
import { ROOT } from "../setup/run-typescript";

export interface BuiltServer {
  port: number;
  pid: number;
  dataDir: string;
  stop(): Promise<void>;
}

/** Starts the built server as an operator would, and waits until it is ready. Needs a fresh build. */
export async function startBuiltServer(environment: Record<string, string>): Promise<BuiltServer> {
  const port = await freePort();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "concertation-bench-"));
  const child = spawn(process.execPath, ["app/cli/launch.js", "start"], {
    cwd: ROOT,
    env: { ...process.env, DEMO: "0", LOG_LEVEL: "info", DATA_DIR: dataDir, ...environment, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (errors = (errors + chunk).slice(-4000)));
  await ready(child, () => errors);
  return {
    port,
    pid: child.pid ?? 0,
    dataDir,
    async stop() {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function ready(child: ChildProcess, errors: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk;
      if (said.includes("Ready: ")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`the server stopped with ${code}:\n${errors()}`)));
  });
}
