import { readBackup, refused } from "./backup-reader.server";
import { quoted, readTables, type Table } from "./backup-tables.server";
import { db, type Queryable } from "./open.server";
import { emptySchema, replay } from "./replay.server";
import { migrationNames } from "./schema-engine.server";
import { longUnitOfWork } from "./unit.server";

/** How much of the work reading the file for the first time is. */
const VERIFYING = 0.2;

/**
 * Replaces all that the database holds by a backup, in one transaction. The file is read to its end before anything is
 * touched. One made by an older version is loaded into the tables of that version, which are then brought up to date.
 * @returns rows restored.
 * @throws DomainError "invalid" when the file is no backup, is damaged or cut short; "conflict" when it comes from a newer version.
 */
export async function restore(file: string, onProgress: (ratio: number) => void = () => {}): Promise<number> {
  const verified = await readBackup(file, { onProgress: (ratio) => onProgress(ratio * VERIFYING) });
  const rows = await longUnitOfWork(async (tx) => {
    const newer = migrationNames().filter((name) => !verified.migrations.includes(name));
    if (newer.length > 0) {
      await emptySchema(tx);
      await replay(tx, verified.migrations);
    }
    const tables = await readTables(tx);
    const known = tables.map(({ name }) => name);
    if (verified.tables.some((name) => !known.includes(name))) throw refused("other-version", "conflict");
    await withoutRules(tx, tables, async () => {
      await tx.$executeRawUnsafe(`TRUNCATE ${known.map(quoted).join(", ")}`);
      const again = await readBackup(file, {
        onProgress: (ratio) => onProgress(VERIFYING + ratio * (1 - VERIFYING)),
        onRows: async (table, rows) => {
          const name = quoted(table);
          await tx.$executeRawUnsafe(
            `INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, $1::json)`,
            `[${rows.join(",")}]`,
          );
        },
      });
      if (again.sha256 !== verified.sha256) throw refused("changed");
    });
    for (const table of tables) await continueNumbers(tx, table);
    if (newer.length > 0) await replay(tx, newer);
    return verified.rows;
  });
  // What the planner knows of its tables is not part of a backup.
  await db().prisma.$executeRawUnsafe("ANALYZE");
  return rows;
}

/** Runs `work` while rows enter as they are: uncounted, and in any order within a table. */
async function withoutRules(tx: Queryable, tables: Table[], work: () => Promise<void>): Promise<void> {
  const forAll = async (change: (table: Table) => string[]) => {
    for (const table of tables)
      for (const action of change(table))
        await tx.$executeRawUnsafe(`ALTER TABLE ${quoted(table.name)} ${action}`);
  };
  await forAll(({ loops }) => [
    "DISABLE TRIGGER USER",
    ...loops.map((name) => `ALTER CONSTRAINT ${quoted(name)} DEFERRABLE INITIALLY DEFERRED`),
  ]);
  await work();
  await tx.$executeRawUnsafe("SET CONSTRAINTS ALL IMMEDIATE");
  await forAll(({ loops }) => [
    "ENABLE TRIGGER USER",
    ...loops.map((name) => `ALTER CONSTRAINT ${quoted(name)} NOT DEFERRABLE`),
  ]);
}

async function continueNumbers(tx: Queryable, { name, numbered }: Table): Promise<void> {
  for (const column of numbered) {
    await tx.$queryRawUnsafe(
      `SELECT setval(pg_get_serial_sequence($1, $2), greatest(max(${quoted(column)}), 1), max(${quoted(column)}) IS NOT NULL)::text FROM ${quoted(name)}`,
      quoted(name),
      column,
    );
  }
}
