import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startServer, type ServerOptions } from "../setup/server";
import { durablePostgres, fillEmbedded, readEmbedded } from "./databases";
import { bareRoom, straightUpserts } from "./poll-yardsticks";
import { measureRoom, type Measured } from "./poll-scenario";
import { seedRoom, STORED } from "./poll-seed";
import { mostOpenFiles } from "./processes";
import { printTable } from "./report";

/** What did best on two cores. */
const PROCESSES = Number(process.env.BENCH_PROCESSES ?? 1);

/** A room of 2,000 phones on PostgreSQL, and one of 300 on the embedded database, against the built server. */
export default async function live({ quick }: { quick: boolean }): Promise<void> {
  const crowd = 2_000;
  const needed = 2 * crowd + 500;
  if (mostOpenFiles() < needed) {
    console.error(
      `${crowd} phones need ${needed} open files in one process; this shell allows ${mostOpenFiles()}. Run "ulimit -n ${needed}" first.`,
    );
    process.exit(2);
  }
  const postgres = await durablePostgres();
  let organiser = await seedRoom(postgres.run);
  const upserts = await straightUpserts(postgres.pool, crowd);
  const bare = await bareRoom(crowd);
  const onPostgres = await serve(
    { databaseUrl: postgres.database, env: { WEB_CONCURRENCY: String(PROCESSES) } },
    (port, server) =>
      measureRoom(
        { port, server, database: postgres.pid, organiser },
        { phones: crowd, quick, upserts, bare },
      ),
  );
  checkStored(onPostgres, (await postgres.pool.query<Stored>(STORED)).rows);
  await postgres.stop();

  const dataDir = mkdtempSync(path.join(os.tmpdir(), "concertation-bench-live-"));
  await fillEmbedded(dataDir, async (run) => void (organiser = await seedRoom(run)));
  const embedded = await serve({ dataDir }, (port, server) =>
    measureRoom({ port, server, database: 0, organiser }, { phones: 300, quick, upserts, bare }),
  );
  checkStored(embedded, await readEmbedded<Stored>(dataDir, STORED));
  rmSync(dataDir, { recursive: true, force: true });

  const notes = [
    "Generator on the same machine; PostgreSQL with fsync and synchronous_commit on. Every answer of a burst comes over a new connection.",
    `Yardsticks of this run: the same answers as one upsert each straight through pg, 10 connections, ${Math.round(upserts)}/s; a bare node:http server that sends the same bytes from memory: ${Math.round(bare.joins)} joins/s, next question on ${crowd} streams in ${Math.round(bare.next)} ms. A ratio above 1 is better than the yardstick.`,
  ];
  printTable(
    `live: ${crowd} phones, PostgreSQL, ${PROCESSES} server process${PROCESSES > 1 ? "es" : ""}`,
    onPostgres.rows,
    [...notes, ...onPostgres.notes],
  );
  printTable("live: 300 phones, embedded database", embedded.rows, embedded.notes);
}

async function serve<T>(
  { env, ...where }: ServerOptions,
  work: (port: number, pid: number) => Promise<T>,
): Promise<T> {
  const server = await startServer({ ...where, env: { DEMO: "0", TRUST_PROXY: "1", ...env } });
  try {
    return await work(server.port, server.process.pid ?? 0);
  } finally {
    await server.stop();
  }
}

interface Stored {
  key: string;
  n: number;
}

/** Every answer that was acknowledged stands in the database, once, and nothing else does. */
function checkStored({ expected, notes }: Measured, rows: readonly Stored[]): void {
  const stored = new Map(rows.map(({ key, n }) => [key, n]));
  const wrong = [...expected].filter(([key, n]) => stored.get(key) !== n);
  const total = [...expected.values()].reduce((sum, n) => sum + n, 0);
  notes.push(
    wrong.length === 0
      ? `All ${total.toLocaleString("en-US")} answers of the bursts stand in the database, once each.`
      : `ANSWERS ARE WRONG in the database: ${wrong.map(([key, n]) => `${key} ${stored.get(key) ?? 0} of ${n}`).join("; ")}`,
  );
}
