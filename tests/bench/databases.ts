import { PGlite } from "@electric-sql/pglite";
import path from "node:path";
import pg from "pg";
import { openDatabase } from "../../app/platform/db/index.server";
import { migrate } from "../../app/platform/db/migrate.server";
import { startPostgres, type PostgresServer } from "../setup/postgres";
import { ROOT } from "../setup/run-typescript";
import type { Run } from "./seed";

export interface BenchPostgres extends PostgresServer {
  run: Run;
  pool: pg.Pool;
  database: string;
}

/** A PostgreSQL server that keeps what it acknowledges, with one migrated database. */
export async function durablePostgres(settings: Record<string, string> = {}): Promise<BenchPostgres> {
  process.chdir(ROOT);
  const server = await startPostgres({
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
    shared_buffers: "256MB",
    max_wal_size: "4GB",
    ...settings,
  });
  const database = server.url();
  const opened = await openDatabase({ databaseUrl: database });
  await migrate(opened);
  await opened.close();
  const pool = new pg.Pool({ connectionString: database, max: 10 });
  // A server that is being stopped says so to its idle connections.
  pool.on("error", () => {});
  const stop = async () => {
    await pool.end();
    await server.stop();
  };
  return { ...server, database, pool, stop, run: (sql, values) => pool.query(sql, values) };
}

/** Fills the embedded database of `dataDir`, before a server opens it. */
export async function fillEmbedded(dataDir: string, fill: (run: Run) => Promise<void>): Promise<void> {
  process.chdir(ROOT);
  const opened = await openDatabase({ dataDir });
  await migrate(opened);
  await opened.close();
  const database = new PGlite(path.join(dataDir, "db"));
  await fill((sql, values) => database.query(sql, values));
  await database.close();
}

/** Reads the embedded database of `dataDir` once no server has it open. */
export async function readEmbedded<Row>(dataDir: string, sql: string): Promise<Row[]> {
  const database = new PGlite(path.join(dataDir, "db"));
  const { rows } = await database.query<Row>(sql);
  await database.close();
  return rows;
}
