import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillEmbedded } from "../bench/databases";
import { ITEMS, seedConsultation, seedSessions, SLUG } from "../bench/seed";
import { ROOT } from "../setup/run-typescript";
import { startServer, type TestServer } from "../setup/server";

const PEOPLE = 40;
let dataDir = "";
let tokens: string[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), "concertation-faults-"));
  await fillEmbedded(dataDir, async (run) => {
    await seedConsultation(run);
    tokens = await seedSessions(run, PEOPLE);
  });
}, 60_000);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const start = () => startServer({ dataDir, env: { DEMO: "0" } });

async function vote(server: TestServer, person: number, item: number): Promise<boolean> {
  try {
    const answer = await fetch(`${server.url}/concertations/${SLUG}/item-${item}`, {
      method: "POST",
      redirect: "manual",
      headers: { Cookie: `session=${tokens[person]}`, Origin: server.url },
      body: new URLSearchParams({ stars: String(1 + ((person + item) % 5)) }),
    });
    return answer.status === 303;
  } catch {
    return false;
  }
}

test("kill -9 under load loses nothing that was acknowledged, and the lock it leaves blocks nobody", async () => {
  const acknowledged: [person: number, item: number][] = [];
  for (let round = 0; round < 3; round++) {
    const server = await start();
    const target = acknowledged.length + 150;
    const killed = once(server.process, "close");
    await Promise.all(
      Array.from({ length: 8 }, async (_, lane) => {
        for (let turn = lane; turn < PEOPLE * 20; turn += 8) {
          const person = turn % PEOPLE;
          const item = 1 + round * 20 + (Math.floor(turn / PEOPLE) % 20);
          if (!(await vote(server, person, item))) return;
          acknowledged.push([person, item]);
          if (acknowledged.length === target) server.process.kill("SIGKILL");
        }
      }),
    );
    await killed;
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(450);

  const server = await start();
  expect(await server.stop()).toBe(0);
  const database = new PGlite(path.join(dataDir, "db"));
  const { rows } = await database.query<{ email: string; ref: string; stars: number }>(
    `SELECT a.email, i.ref, v.stars FROM voice v JOIN participant p ON p.id = v.participant_id
     JOIN account a ON a.id = p.account_id JOIN item i ON i.id = v.item_id`,
  );
  const { rows: counted } = await database.query<{ n: number }>(
    "SELECT sum(participants)::int AS n FROM tally WHERE region = '*' AND stakeholder = '*' AND channel = '*'",
  );
  await database.close();
  const kept = new Map(rows.map(({ email, ref, stars }) => [`${email} ${ref}`, stars]));
  for (const [person, item] of acknowledged) {
    const key = `bench-participant-${person + 1}@example.org item-${item}`;
    expect([key, kept.get(key)]).toEqual([key, 1 + ((person + item) % 5)]);
  }
  expect(counted[0]?.n).toBe(rows.length);
  expect(ITEMS).toBeGreaterThanOrEqual(60);
}, 240_000);

/** Runs the built server until it ends by itself. */
async function runToEnd(env: Record<string, string>): Promise<{ code: number | null; errors: string[] }> {
  const child = spawn(process.execPath, ["app/cli/launch.js", "start"], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", DEMO: "0", PORT: "0", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, errors: said.trim().split("\n") };
}

test("a second process on the same folder is refused in one line", async () => {
  const server = await start();
  const { code, errors } = await runToEnd({ DATA_DIR: dataDir });
  expect(code).toBe(2);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain(`in use by process ${server.process.pid}`);
  expect((await fetch(`${server.url}/sante`)).status).toBe(200);
  expect(await server.stop()).toBe(0);
}, 60_000);

test("a lock with the pid of a living process that is not its owner blocks nobody", async () => {
  writeFileSync(path.join(dataDir, "lock"), JSON.stringify({ pid: process.ppid, started: "1" }));
  const server = await start();
  expect(await server.stop()).toBe(0);
}, 60_000);

test.each([
  ["PORT", "eighty"],
  ["DATABASE_URL", "mysql://localhost/x"],
  ["WEB_CONCURRENCY", "2"],
  ["ADMIN_PASSWORD", "motdepasse1234"],
  ["RETENTION_MONTHS", "0"],
  ["PUBLIC_URL", "participez"],
  ["DATABASE_URL", "postgresql://127.0.0.1:9/nobody"],
])(
  "a wrong %s (%s) is one clear line and exit 2",
  async (name, value) => {
    const { code, errors } = await runToEnd({ DATA_DIR: path.join(dataDir, "other"), [name]: value });
    expect(code).toBe(2);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(name);
  },
  30_000,
);

test("on SIGTERM requests in flight finish, and the exit status is 0 within ten seconds", async () => {
  const server = await start();
  const answers = Promise.all(Array.from({ length: 30 }, (_, index) => vote(server, index, 61)));
  const first = vote(server, 39, 62);
  await first;
  const started = Date.now();
  const code = await server.stop("SIGTERM");
  expect(code).toBe(0);
  expect(Date.now() - started).toBeLessThan(10_000);
  // Those that had arrived are answered; none is answered and lost.
  expect((await answers).filter(Boolean).length).toBeGreaterThan(0);
}, 60_000);
