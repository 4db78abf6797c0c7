import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { listConsultations } from "~/modules/consultation/index.server";
import { OPERATOR } from "~/modules/identity";
import { giveOpinion, recount } from "~/modules/participation/index.server";
import { db, setDatabase, unitOfWork, type Database } from "~/platform/db/index.server";
import { migrate, pendingMigrations } from "~/platform/db/migrate.server";
import { restore } from "~/platform/db/restore.server";
import { anotherDatabase } from "../setup/database";
import { seedAccount, seedConsultation } from "../setup/participation";

// A backup that the version of 2026-11-22 made: its demonstration, made smaller, with staff, sessions, sign-ups, links,
// hidden and withdrawn comments, texts of polls in every state, earlier versions, and rows of an import.
const FIXTURE = path.resolve("tests/setup/fixtures/version-2026-11-22.backup");
const OPEN = "feuille-de-route-2023-2027";
const CLOSED = "premier-cercle";

type Stored = Record<string, unknown>;
const lines = gunzipSync(readFileSync(FIXTURE)).toString().trimEnd().split("\n");
const old = new Map<string, Stored[]>();
{
  let table = "";
  for (const line of lines.slice(1, -1)) {
    const row = JSON.parse(line) as Stored & { $table?: string };
    if (row.$table) old.set((table = row.$table), []);
    else old.get(table)?.push(row);
  }
}
const { migrations } = JSON.parse(lines[0] ?? "") as { migrations: string[] };

const folder = mkdtempSync(path.join(os.tmpdir(), "concertation-upgrade-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Tables whose rows are all to be found again, by their keys. */
const KEPT: Record<string, string[]> = {
  account: ["id"],
  session: ["id"],
  sign_up: ["token_hash"],
  account_token: ["token_hash"],
  consultation: ["id"],
  item: ["id"],
  item_version: ["item_id", "version"],
  legal_page: ["slug", "locale"],
  participant: ["id"],
  voice: ["participant_id", "item_id"],
  comment: ["id"],
  comment_version: ["comment_id", "replaced_at"],
  support: ["comment_id", "participant_id"],
  tally: ["item_id", "region", "stakeholder", "channel"],
  turnout: ["consultation_id", "region", "stakeholder"],
  pending_opinion: ["token_hash"],
  imported_contribution: ["consultation_id", "external_id"],
  event: ["id"],
  testimony: ["id"],
  live_state: ["stage_id"],
  live_question: ["id"],
  live_respondent: ["id"],
  live_answer: ["question_id", "round", "respondent_id"],
  live_text: ["id"],
  live_text_support: ["text_id", "respondent_id"],
};

/** What has another name now, and answers of a room another word for where they were given. */
const TABLES: Record<string, string> = {
  event: "stage",
  live_state: "poll",
  live_question: "poll_question",
  live_respondent: "poll_respondent",
  live_answer: "poll_answer",
  live_text: "poll_text",
  live_text_support: "poll_text_support",
};

function renamed(table: string, row: Stored): Stored {
  const { event_id, stage, channel, ...rest } = row;
  if (table === "event") return { ...rest, number: stage };
  if (table === "live_answer" || table === "live_text")
    return { ...rest, setting: channel === "event" ? "room" : channel };
  return "event_id" in row ? { ...rest, stage_id: event_id } : row;
}

async function rowsOf(table: string): Promise<Stored[]> {
  const rows = await db().prisma.$queryRawUnsafe<{ row: string }[]>(
    `SELECT row_to_json(t)::text AS row FROM ${table} AS t`,
  );
  return rows.map(({ row }) => JSON.parse(row) as Stored);
}

/** All that was there is there, as it was, in what both versions have. */
async function expectEverything(): Promise<void> {
  for (const [table, key] of Object.entries(KEPT)) {
    const keyOf = (row: Stored) => key.map((name) => String(row[name])).join(" ");
    const before = (old.get(table) ?? []).map((row) => renamed(table, row));
    const after = new Map((await rowsOf(TABLES[table] ?? table)).map((row) => [keyOf(row), row]));
    expect([table, after.size]).toEqual([table, before.length]);
    for (const row of before) {
      const now = after.get(keyOf(row)) ?? {};
      const shared = Object.fromEntries(Object.entries(row).filter(([column]) => column in now));
      expect(now).toMatchObject(shared);
    }
  }
  const state = (of: string, column: string) =>
    (old.get(of) ?? []).filter((row) => row.status === column).length;
  const standing = await db().prisma.comment.groupBy({
    by: ["publication"],
    _count: true,
    where: { withdrawnAt: null },
  });
  expect(Object.fromEntries(standing.map(({ publication, _count }) => [publication, _count]))).toEqual({
    published: state("comment", "visible"),
    refused: state("comment", "hidden"),
  });
  expect(await db().prisma.comment.count({ where: { withdrawnAt: { not: null } } })).toBe(
    state("comment", "withdrawn"),
  );
  const texts = await db().prisma.pollText.groupBy({
    by: ["publication", "answered"],
    _count: true,
    where: { withdrawnAt: null },
  });
  expect(
    Object.fromEntries(
      texts.map(({ publication, answered, _count }) => [`${publication} ${answered}`, _count]),
    ),
  ).toEqual({
    "pending false": state("live_text", "pending"),
    "published false": state("live_text", "visible"),
    "published true": state("live_text", "answered"),
    "refused false": state("live_text", "hidden"),
  });
  for (const slug of [OPEN, CLOSED]) expect(await recount(OPERATOR, slug)).toMatchObject({ wrong: 0 });
  const staff = (old.get("account") ?? []).filter(({ role }) => role !== "participant");
  expect(
    (await rowsOf("staff_grant"))
      .map(({ account_id, role, consultation_id }) => [account_id, role, consultation_id])
      .sort(),
  ).toEqual(staff.map(({ id, role }) => [id, role, null]).sort());
}

/** A backup with other rows, whole in itself. */
function forged(name: string, change: (line: string) => string): string {
  const changed = lines.slice(0, -1).map(change);
  const { $end } = JSON.parse(lines.at(-1) ?? "") as { $end: Stored };
  const sha256 = createHash("sha256")
    .update(changed.map((line) => `${line}\n`).join(""))
    .digest("hex");
  const file = path.join(folder, name);
  writeFileSync(
    file,
    gzipSync([...changed, JSON.stringify({ $end: { ...$end, sha256 } })].join("\n") + "\n"),
  );
  return file;
}

let database: Database;
beforeEach(async () => setDatabase((database = await anotherDatabase())));

describe("a backup of an older version", () => {
  test("is restored and brought up to date with all that it holds", async () => {
    await seedConsultation({ slug: "a-remplacer" });
    await restore(FIXTURE);
    expect(await pendingMigrations(database)).toEqual([]);
    await expectEverything();
    expect((await listConsultations(OPERATOR)).map(({ slug }) => slug).sort()).toEqual([OPEN, CLOSED].sort());
    // It goes on: numbers, counting, and what no longer may be.
    await db().prisma.consultation.updateMany({
      where: { slug: OPEN },
      data: { closesAt: new Date("2099-01-01") },
    });
    await giveOpinion(await seedAccount(), {
      slug: OPEN,
      ref: "action-1",
      position: "for",
      stars: 5,
      body: "Après",
    });
    expect(await recount(OPERATOR, OPEN)).toMatchObject({ wrong: 0 });
  });

  test("that cannot be brought in leaves the database as it was", async () => {
    await seedConsultation({ slug: "reste" });
    const broken = forged("broken", (line) =>
      line.startsWith('{"participant_id":') ? line.replace(/"item_id":\d+/, '"item_id":99999') : line,
    );
    await expect(restore(broken)).rejects.toThrow();
    expect(await rowsOf("consultation")).toMatchObject([{ slug: "reste" }]);
    expect(await pendingMigrations(database)).toEqual([]);
    await giveOpinion(await seedAccount(), { slug: "reste", ref: "action-1", stars: 3 });
    expect(await recount(OPERATOR, "reste")).toMatchObject({ wrong: 0 });
  });

  test("of a newer version is refused", async () => {
    const newer = forged("newer", (line) =>
      line.replace('"migrations":[', '"migrations":["20990101000000_later",'),
    );
    await expect(restore(newer)).rejects.toMatchObject({
      code: "conflict",
      reason: "cli:restore.other-version",
    });
  });
});

test("a database of an older version migrates in place with all that it holds", async () => {
  setDatabase((database = await anotherDatabase("blank")));
  await migrate(database, migrations);
  await unitOfWork(async (tx) => {
    await tx.$executeRawUnsafe("SET LOCAL session_replication_role = replica");
    for (const [table, rows] of old)
      await tx.$executeRawUnsafe(
        `INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1::json)`,
        JSON.stringify(rows),
      );
  });
  expect(await migrate(database)).not.toEqual([]);
  await expectEverything();
});
