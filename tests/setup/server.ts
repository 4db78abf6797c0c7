import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { atExit } from "./cleanup";
import { freePort } from "./free-port";
import { ROOT } from "./run-typescript";

export interface TestServer {
  /** Such as http://127.0.0.1:43210, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** All that the server printed so far. */
  output(): string;
  /** Asks the server to stop (SIGTERM), waits for it, and returns its exit status. Its files stay if `dataDir` was given. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface ServerOptions {
  /** Without it: a temporary folder, deleted at the end. */
  dataDir?: string;
  /** Without it: the embedded database. */
  databaseUrl?: string;
  env?: Record<string, string>;
  /** How long /sante may take to answer, in milliseconds. */
  patience?: number;
}

/** Starts the built server as `npm start` does, and resolves once /sante answers 200. */
export async function startServer({
  dataDir,
  databaseUrl,
  env = {},
  patience = 180_000,
}: ServerOptions = {}): Promise<TestServer> {
  const folder = dataDir ?? fs.mkdtempSync(path.join(os.tmpdir(), "concertation-server-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [path.join(ROOT, "app/cli/launch.js"), "start"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...withoutOurs(process.env),
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "127.0.0.1",
      PUBLIC_URL: url,
      DATA_DIR: folder,
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      ...env,
    },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));

  const remove = () => {
    if (!dataDir) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  const cancel = atExit(() => {
    child.kill("SIGKILL");
    remove();
  });
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    cancel();
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, "close");
      child.kill(signal);
      await ended;
    }
    remove();
    return child.exitCode;
  };
  for (const deadline = Date.now() + patience; !(await isHealthy(url)); await sleep(100)) {
    if (child.exitCode === null && child.signalCode === null && Date.now() < deadline) continue;
    await stop("SIGKILL");
    throw new Error(`The server did not start (exit ${child.exitCode}). It said:\n${said}`);
  }
  return { url, port, dataDir: folder, process: child, output: () => said, stop };
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/sante`, { signal: AbortSignal.timeout(5_000) })).status === 200;
  } catch {
    return false;
  }
}

/** The settings of the person who runs the tests must not reach the server under test. */
function withoutOurs(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const ours = [
    "PORT",
    "HOST",
    "PUBLIC_URL",
    "DATABASE_URL",
    "DATA_DIR",
    "DEMO",
    "ADMIN_EMAIL",
    "ADMIN_PASSWORD",
    "SMTP_URL",
    "MAIL_FROM",
    "WEB_CONCURRENCY",
    "TRUST_PROXY",
    "LOG_LEVEL",
    "RETENTION_MONTHS",
    "NODE_ENV",
    "NODE_OPTIONS",
    "VITEST",
  ];
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.includes(name)));
}
