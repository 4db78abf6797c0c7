import type { Database } from "./open.server";
import { migrationNames, migrationsList, NO_FILTERS, schemaEngine } from "./schema-engine.server";

/** Names of the migrations that `database` has not applied. */
export async function pendingMigrations(database: Database): Promise<string[]> {
  const [known] = await database.prisma.$queryRaw<{ exists: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "exists"`;
  if (!known?.exists) return migrationNames();
  const applied = await database.prisma.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL`;
  const done = new Set(applied.map(({ name }) => name));
  return migrationNames().filter((name) => !done.has(name));
}

/**
 * Brings `database` to the newest migration (in tests: to what an older version knew), and returns the names of those applied. The engine is loaded only when
 * there is something to apply; on PostgreSQL it takes the lock that `prisma migrate deploy` takes.
 */
export async function migrate(database: Database, names = migrationNames()): Promise<string[]> {
  if ((await pendingMigrations(database)).length === 0) return [];
  const engine = await schemaEngine(database.adapter);
  const { appliedMigrationNames } = await engine.applyMigrations({
    filters: NO_FILTERS,
    migrationsList: migrationsList(names),
  });
  return appliedMigrationNames;
}
