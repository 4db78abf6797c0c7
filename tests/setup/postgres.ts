import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { atExit } from "./cleanup";
import { freePort } from "./free-port";
import { postgresBinaries } from "./postgres-binaries";
import { output } from "./programs";

export interface PostgresServer {
  /** The address of a database of this server. */
  url(database?: string): string;
  /** The server's first process, for measuring what it costs. */
  readonly pid: number;
  /** Ends the server as a failing machine does (`stop -m immediate`); `revive` starts it again on the same files. */
  crash(): Promise<void>;
  revive(): Promise<void>;
  /** Stops the server and deletes its files. */
  stop(): Promise<void>;
}

/** Fast, not safe: these databases live as long as a test. */
const THROWAWAY = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

const CTYPE = process.platform === "linux" ? "C.UTF-8" : "en_US.UTF-8";

/**
 * Starts a PostgreSQL server of our own, on a free port of the loopback address, in a temporary folder. `settings`
 * replace the throwaway ones: a benchmark of durable writes passes `{ fsync: "on", synchronous_commit: "on" }`.
 */
export async function startPostgres(settings: Record<string, string> = {}): Promise<PostgresServer> {
  const bin = postgresBinaries();
  const owner = serverUser();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "concertation-postgres-"));
  const data = path.join(folder, "data");
  const password = randomBytes(12).toString("hex");
  fs.writeFileSync(path.join(folder, "password"), password, { mode: 0o600 });
  if (owner)
    for (const file of [folder, path.join(folder, "password")]) fs.chownSync(file, owner.uid, owner.gid);
  const port = await freePort();
  const remove = () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  try {
    execFileSync(
      path.join(bin, "initdb"),
      // As the embedded database is: sorted by code point, upper and lower case as Unicode has them.
      [
        "-D",
        data,
        "-U",
        "concertation",
        "--auth=scram-sha-256",
        `--pwfile=${folder}/password`,
        "--encoding=UTF8",
        "--locale=C",
        `--lc-ctype=${CTYPE}`,
        "--no-sync",
      ],
      { ...owner, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
    );
  } catch (error) {
    remove();
    throw error;
  }
  const options = {
    ...THROWAWAY,
    max_connections: "120",
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    ...settings,
  };
  const flags = Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = fs.openSync(path.join(folder, "log"), "w");
  const launch = () =>
    spawn(path.join(bin, "postgres"), ["-D", data, "-p", String(port), ...flags], {
      ...owner,
      cwd: folder,
      stdio: ["ignore", log, log],
    });
  let server = launch();
  const cancel = atExit(() => {
    server.kill("SIGQUIT");
    remove();
  });
  const url = (database = "postgres") =>
    `postgresql://concertation:${password}@127.0.0.1:${port}/${database}`;
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, "exit");
    server.kill(signal);
    await ended;
  };
  const stop = async () => {
    cancel();
    await end("SIGINT");
    fs.closeSync(log);
    remove();
  };
  const crash = () => end("SIGQUIT");
  const revive = async () => {
    server = launch();
    await accepts(url(), server);
  };
  try {
    await accepts(url(), server);
  } catch (error) {
    const said = fs.readFileSync(path.join(folder, "log"), "utf8");
    await stop();
    throw new Error(`PostgreSQL did not start:\n${said}`, { cause: error });
  }
  return { url, pid: server.pid ?? 0, crash, revive, stop };
}

/** Runs statements one by one, outside a transaction, as CREATE DATABASE asks. */
export async function execute(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function accepts(url: string, server: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + 30_000; ; await sleep(50)) {
    try {
      return await execute(url, "SELECT 1");
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline) throw error;
    }
  }
}

/** PostgreSQL refuses to run as root: there, it runs as Debian's `postgres`, or as nobody. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const name = output("id", "-u", "postgres") ? "postgres" : "nobody";
  return { uid: Number(output("id", "-u", name)), gid: Number(output("id", "-g", name)) };
}
