import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type pg from "pg";
import { startServer, type ServerOptions } from "../setup/server";
import { durablePostgres, fillEmbedded } from "./databases";
import { load, measured } from "./load";
import { cpuSeconds } from "./processes";
import { printTable, type Row } from "./report";
import { ITEMS, seedConsultation, seedSessions, SLUG, type Run } from "./seed";
import { httpRequest } from "./wire";

const ACCOUNTS = 2_000;
const CONNECTIONS = 64;
const DURATION = 10_000;

/** Votes and stars posted by signed-in people, answered after the commit; beside the same upsert without a server. */
export default async function votes(): Promise<void> {
  const postgres = await durablePostgres();
  const tokens = await seed(postgres.run);
  const yardstick = await straightUpserts(postgres.pool);
  const rows = [
    await measure("PostgreSQL", { databaseUrl: postgres.database }, tokens, postgres.pid, yardstick),
  ];
  const { rows: off } = await postgres.pool.query(
    "SELECT count(*)::int AS n FROM tally t WHERE t.participants < 0",
  );
  await postgres.stop();

  const dataDir = mkdtempSync(path.join(os.tmpdir(), "concertation-bench-votes-"));
  let embeddedTokens: string[] = [];
  await fillEmbedded(dataDir, async (run) => void (embeddedTokens = await seed(run)));
  rows.push(await measure("embedded", { dataDir }, embeddedTokens, 0, yardstick));
  rmSync(dataDir, { recursive: true, force: true });

  printTable("votes: signed-in posts, answered after the commit", rows, [
    `${CONNECTIONS} connections, ${ACCOUNTS} people, ${ITEMS} items, generator on the same machine; PostgreSQL with fsync and synchronous_commit on.`,
    `Yardstick: the upsert of one voice straight through pg, 10 connections, no figures kept: ${Math.round(yardstick)}/s.`,
    ...(Number(off[0]?.n) > 0 ? ["A count is below zero: the figures are wrong."] : []),
  ]);
}

async function seed(run: Run): Promise<string[]> {
  await seedConsultation(run);
  return seedSessions(run, ACCOUNTS);
}

async function measure(
  what: string,
  where: ServerOptions,
  tokens: string[],
  databasePid: number,
  yardstick: number,
): Promise<Row> {
  const server = await startServer({ ...where, env: { DEMO: "0" } });
  const cookies = tokens.map((token) => `session=${token}`);
  let turn = 0;
  const request = () => {
    turn += 1;
    // Every person meets every item in an order of their own; positions and stars alternate.
    const person = (turn * 7919) % tokens.length;
    const item = 1 + ((turn * 31 + person) % ITEMS);
    const body =
      turn % 2 === 0 ? `position=${["for", "mixed", "against"][turn % 3]}` : `stars=${1 + (turn % 5)}`;
    return httpRequest(
      "POST",
      `/concertations/${SLUG}/item-${item}`,
      {
        Cookie: cookies[person] ?? "",
        "Content-Type": "application/x-www-form-urlencoded",
        Origin: "http://localhost",
        "Sec-Fetch-Site": "same-origin",
      },
      body,
    );
  };
  let cpu = { server: 0, database: 0 };
  const clocks = () => ({
    server: cpuSeconds(server.process.pid ?? 0),
    database: databasePid ? cpuSeconds(databasePid) : 0,
  });
  const result = await load({
    port: server.port,
    connections: CONNECTIONS,
    duration: DURATION,
    warmup: 4_000,
    request,
    accept: (status) => status === 303,
    onStart: () => void (cpu = clocks()),
    onEnd: () => {
      const end = clocks();
      cpu = { server: end.server - cpu.server, database: end.database - cpu.database };
    },
  });
  await server.stop();
  const milliseconds = (seconds: number) => (seconds * 1000) / result.answers;
  return {
    what,
    ...measured(result),
    "CPU ms, server": milliseconds(cpu.server),
    "CPU ms, database": databasePid ? milliseconds(cpu.database) : "(in the server)",
    "ratio to yardstick": result.perSecond / yardstick,
  };
}

/** The yardstick: one upsert per vote on a copy of the table without triggers. Upserts per second. */
async function straightUpserts(pool: pg.Pool): Promise<number> {
  await pool.query("CREATE TABLE yardstick (LIKE voice INCLUDING ALL)");
  const until = performance.now() + 5_000;
  let done = 0;
  const started = performance.now();
  const worker = async () => {
    while (performance.now() < until) {
      done += 1;
      await pool.query(
        `INSERT INTO yardstick (participant_id, item_id, consultation_id, region, stakeholder, stars, stars_channel)
         VALUES ($1, $2, 1, '84', 'citizen', $3, 'online')
         ON CONFLICT (participant_id, item_id) DO UPDATE SET stars = excluded.stars`,
        [(done * 7919) % ACCOUNTS, 1 + (done % ITEMS), 1 + (done % 5)],
      );
    }
  };
  await Promise.all(Array.from({ length: 10 }, worker));
  const perSecond = done / ((performance.now() - started) / 1000);
  await pool.query("DROP TABLE yardstick");
  return perSecond;
}
