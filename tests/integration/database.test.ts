import { describe, expect, test } from "vitest";
import { db, unitOfWork } from "~/platform/db/index.server";
import { migrate, pendingMigrations } from "~/platform/db/migrate.server";
import { anotherDatabase, databaseKind, freshDatabase } from "../setup/database";

const tables = (database = db()) =>
  database.prisma.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`;

describe("a test's database", () => {
  test("is the one that this run is about, migrated", async () => {
    const database = await freshDatabase();
    expect(database.kind).toBe(databaseKind);
    expect(await pendingMigrations(database)).toEqual([]);
  });

  test("starts the same whatever the test before it wrote", async () => {
    await freshDatabase();
    const before = await tables();
    await db().prisma.$executeRawUnsafe("CREATE TABLE left_behind (id int)");
    expect(await tables()).not.toEqual(before);
    await freshDatabase();
    expect(await tables()).toEqual(before);
  });

  test("blank, gets every migration, and a second time none", async () => {
    const blank = await anotherDatabase("blank");
    expect(await tables(blank)).toEqual([]);
    expect(await migrate(blank)).not.toEqual([]);
    expect(await migrate(blank)).toEqual([]);
  });

  test("holds nothing of a transaction that failed, and runs nothing that waited for its commit", async () => {
    await freshDatabase();
    const ran: string[] = [];
    const failing = unitOfWork(async (tx, afterCommit) => {
      await tx.$executeRawUnsafe("CREATE TABLE half_done (id int)");
      afterCommit(() => void ran.push("effect"));
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect((await tables()).map(({ name }) => name)).not.toContain("half_done");
    expect(ran).toEqual([]);
  });
});
