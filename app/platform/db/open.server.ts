import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { CannotRun } from "../errors";
import { PrismaClient } from "./generated/client";
import { listenEmbedded, listenPostgres, type Listen } from "./listen.server";
import { lockFolder } from "./lock.server";

export interface Database {
  readonly kind: "embedded" | "postgres";
  readonly prisma: PrismaClient;
  readonly adapter: SqlMigrationAwareDriverAdapterFactory;
  readonly listen: Listen;
  /** @throws unless the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** What a query may run on: the client, or a transaction of it. */
export type Queryable = Pick<
  PrismaClient,
  "$queryRaw" | "$queryRawUnsafe" | "$executeRaw" | "$executeRawUnsafe"
>;
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

export interface DatabaseOptions {
  databaseUrl?: string | undefined;
  dataDir?: string | undefined;
  /** An instance that is open already (tests). */
  pglite?: PGlite;
  /** Connections to PostgreSQL, at most. */
  connections?: number;
}

/**
 * Opens PostgreSQL when a URL is given, else the embedded database of `dataDir`.
 * @throws FolderInUse when another process has the folder, CannotRun when PostgreSQL does not answer.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.databaseUrl) return openPostgres(options.databaseUrl, options.connections ?? 10);
  const { PrismaPGlite } = await import("pglite-prisma-adapter");
  let { pglite } = options;
  let release = () => {};
  if (!pglite) {
    const folder = path.resolve(options.dataDir ?? "./data");
    release = lockFolder(folder);
    const embedded = await import("@electric-sql/pglite");
    pglite = await embedded.PGlite.create({ dataDir: path.join(folder, "db") });
  }
  const opened = pglite;
  await opened.exec("SET TIME ZONE 'UTC'");
  const adapter = new PrismaPGlite(opened);
  const prisma = new PrismaClient({ adapter, transactionOptions: { maxWait: 30_000, timeout: 60_000 } });
  return {
    kind: "embedded",
    prisma,
    adapter,
    listen: listenEmbedded(opened),
    ping: pingBy(prisma),
    async close() {
      await prisma.$disconnect();
      if (!opened.closed) await opened.close();
      release();
    },
  };
}

const pingBy = (prisma: PrismaClient) => async () => void (await prisma.$queryRaw`SELECT 1`);

async function openPostgres(connectionString: string, max: number): Promise<Database> {
  const { PrismaPg } = await import("@prisma/adapter-pg");
  // Prisma sends instants without their zone: a server whose own zone is not UTC would shift them.
  const adapter = new PrismaPg({ connectionString, max, options: "-c TimeZone=UTC" });
  const connect = adapter.connect.bind(adapter);
  adapter.connect = async () => {
    const connection = await connect();
    // The adapter's own way cuts a script at every semicolon, also inside the body of a function.
    connection.executeScript = async (script) => void (await connection.underlyingDriver().query(script));
    return connection;
  };
  const prisma = new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 60_000 } });
  const ping = pingBy(prisma);
  try {
    await ping();
  } catch (error) {
    await prisma.$disconnect();
    // The adapter's last line says why, and names the server but not the password.
    const [why] = String(error instanceof Error ? error.message : error)
      .trim()
      .split("\n")
      .slice(-1);
    throw new CannotRun(`DATABASE_URL: ${/Message: `([^`]+)`/.exec(why ?? "")?.[1] ?? why}`);
  }
  return {
    kind: "postgres",
    prisma,
    adapter,
    listen: listenPostgres(connectionString),
    ping,
    close: () => prisma.$disconnect(),
  };
}

// On globalThis, because the development server loads modules again when they change, and PGlite must stay one.
const shared = globalThis as typeof globalThis & { concertationDatabase?: Database };

export function setDatabase(database: Database | undefined): void {
  shared.concertationDatabase = database;
}

/** The database of this process. */
export function db(): Database {
  if (!shared.concertationDatabase) throw new Error("No database is open: call setDatabase first");
  return shared.concertationDatabase;
}
