import { openAsBlob } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { inject } from "vitest";
import { type Database, openDatabase, setDatabase } from "~/platform/db/index.server";
import { execute } from "./postgres";
import { MIGRATED } from "./template-postgres";

/** Which database this run of the integration tests is about. */
export const databaseKind = process.env.TEST_DATABASE === "postgres" ? "postgres" : "embedded";

export interface TestDatabase extends Database {
  /** The address of a PostgreSQL database; the embedded one has none. */
  readonly url: string | undefined;
}

let current: TestDatabase | undefined;
const others = new Set<TestDatabase>();
let copies = 0;

/**
 * A fresh copy of the migrated database, set as the one that `db()` returns. Call it in `beforeAll`, or in `beforeEach`
 * where tests disturb each other; the copy before it is closed, and the last one when the file ends.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  await current?.close();
  current = await copyOf("migrated");
  setDatabase(current);
  return current;
}

/** One more database beside the current one; `blank` has no table at all. Closed when the file ends. */
export async function anotherDatabase(template: "migrated" | "blank" = "migrated"): Promise<TestDatabase> {
  const database = await copyOf(template);
  others.add(database);
  return database;
}

/** What `close-databases.ts` calls at the end of each file. */
export async function closeDatabases(): Promise<void> {
  setDatabase(undefined);
  await current?.close();
  await Promise.all([...others].map((database) => database.close()));
  current = undefined;
  others.clear();
}

function copyOf(template: "migrated" | "blank"): Promise<TestDatabase> {
  return databaseKind === "postgres" ? copyOfPostgres(template) : copyOfEmbedded(template);
}

async function copyOfPostgres(template: "migrated" | "blank"): Promise<TestDatabase> {
  const server = inject("postgresUrl");
  const name = `test_${process.pid}_${++copies}`;
  await execute(
    server,
    `CREATE DATABASE ${name} TEMPLATE ${template === "migrated" ? MIGRATED : "template0"}`,
  );
  const url = server.replace(/\/postgres$/, `/${name}`);
  const database = await openDatabase({ databaseUrl: url });
  return closedOnce({ ...database, url }, async () => {
    await database.close();
    await execute(server, `DROP DATABASE ${name} WITH (FORCE)`);
  });
}

async function copyOfEmbedded(template: "migrated" | "blank"): Promise<TestDatabase> {
  const pglite = await PGlite.create({
    loadDataDir: await openAsBlob(inject("embeddedTemplates")[template]),
  });
  const database = await openDatabase({ pglite });
  return closedOnce({ ...database, url: undefined }, () => database.close());
}

function closedOnce(database: TestDatabase, close: () => Promise<void>): TestDatabase {
  let closed: Promise<void> | undefined;
  return { ...database, close: () => (closed ??= close()) };
}
