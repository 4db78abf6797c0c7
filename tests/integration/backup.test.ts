import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadDemonstration } from "~/cli/demo.server";
import { OPERATOR } from "~/modules/identity";
import { giveOpinion, recount } from "~/modules/participation/index.server";
import { now } from "~/platform/clock";
import { backup } from "~/platform/db/backup.server";
import { db, openDatabase, setDatabase, unitOfWork, type Database } from "~/platform/db/index.server";
import { migrate } from "~/platform/db/migrate.server";
import { restore } from "~/platform/db/restore.server";
import { sendMail } from "~/platform/mail.server";
import { anotherDatabase, databaseKind, freshDatabase } from "../setup/database";
import { seedAccount, seedConsultation } from "../setup/participation";

const folder = mkdtempSync(path.join(os.tmpdir(), "concertation-backup-"));
const file = (name: string) => path.join(folder, name);
const slug = "feuille-de-route-2023-2027";

/** Every row of every table, as a backup has them: how many, and what makes another row show. */
async function everything(): Promise<{ rows: number; sha256: string }> {
  const rows = await backup(file("everything"), now());
  // Without the first line, which has the hour, and the last, which has the sum of all.
  return { rows, sha256: sum(linesOf("everything").slice(1, -1)) };
}
const sum = (lines: readonly string[]) =>
  createHash("sha256")
    .update(lines.map((line) => `${line}\n`).join(""))
    .digest("hex");
const linesOf = (name: string) =>
  gunzipSync(readFileSync(file(name)))
    .toString()
    .trimEnd()
    .split("\n");

const use = (database: Database) => setDatabase(database);

beforeAll(async () => {
  await freshDatabase();
  await loadDemonstration();
  const { prisma } = db();
  const account = await seedAccount({ displayName: 'É\u202e"\\\n\u2028👩🏽‍⚕️' });
  await prisma.session.create({
    data: {
      id: "empreinte",
      accountId: account.id,
      expiresAt: new Date("2030-01-01T00:00:00.123Z"),
      proofs: ["password", "email-link"],
      provenAt: new Date("2029-12-01T00:00:00.123Z"),
    },
  });
  await prisma.pendingOpinion.create({
    data: {
      tokenHash: "t",
      slug,
      ref: "axe-1",
      payload: { body: "\u2029 é", stars: 3 },
      expiresAt: new Date("2030-01-01"),
    },
  });
  await prisma.legalPage.create({
    data: { slug: "mentions-legales", locale: "fr", body: "# Titre\r\n\t'; DROP TABLE" },
  });
  await giveOpinion(account, { slug, ref: "action-1", position: "for", body: "Mon avis" });
  // An item under one that came later: its row comes before that of its parent.
  const [first] = await prisma.item.findMany({ where: { ref: "objectif-sante-fr" } });
  const late = await prisma.item.create({
    data: {
      consultationId: first?.consultationId ?? 0,
      ref: "tardif",
      kind: "action",
      title: "Tardif",
      position: 99,
    },
  });
  await prisma.item.update({ where: { id: first?.id ?? 0 }, data: { parentId: late.id } });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a backup", () => {
  test("restored into another database gives every row back, and a database that works", async () => {
    const source = db();
    const before = await everything();
    expect(await backup(file("one"), now())).toBe(before.rows);
    use(await anotherDatabase());
    await seedConsultation({ slug: "a-remplacer" });
    await restore(file("one"));
    expect(await everything()).toEqual(before);
    // Pseudonyms of an export made before stand in one made after.
    const keys = async (database: Database) =>
      (await database.prisma.consultation.findMany({ orderBy: { id: "asc" } })).map(
        ({ pseudonymKey }) => pseudonymKey,
      );
    expect(await keys(db())).toEqual(await keys(source));

    // Numbers go on after the highest, and what is said is counted again.
    const account = await seedAccount();
    await giveOpinion(account, { slug, ref: "action-1", position: "for", stars: 5, body: "Après" });
    expect(await recount(OPERATOR, slug)).toMatchObject({ wrong: 0 });
    await expect(
      db().prisma.item.create({
        data: { consultationId: 1, parentId: 99_999, ref: "x", kind: "action", title: "x", position: 1 },
      }),
    ).rejects.toThrow();
    use(source);
  }, 60_000);

  if (databaseKind === "postgres")
    test("goes from one kind of database to the other and back unchanged", async () => {
      const source = db();
      const before = await everything();
      const embedded = await openDatabase({ pglite: await PGlite.create() });
      try {
        await migrate(embedded);
        await backup(file("from-postgres"), now());
        use(embedded);
        await restore(file("from-postgres"));
        expect(await everything()).toEqual(before);
        await backup(file("from-embedded"), now());
        use(await anotherDatabase());
        await restore(file("from-embedded"));
        expect(await everything()).toEqual(before);
      } finally {
        await embedded.close();
        use(source);
      }
    }, 120_000);

  test("leaves out what was promised: a mail under way is not sent again by a database that was restored", async () => {
    const mail = { to: "attend@exemple.fr", subject: "Bienvenue", text: "https://exemple.fr/?jeton=secret" };
    await unitOfWork(() => sendMail(mail));
    expect(await db().prisma.job.count({ where: { name: "mail" } })).toBe(1);
    await backup(file("promised"), now());
    expect(linesOf("promised").join("\n")).not.toContain("attend@exemple.fr");
    const source = db();
    use(await anotherDatabase());
    await unitOfWork(() => sendMail(mail));
    await restore(file("promised"));
    expect(await db().prisma.job.count()).toBe(0);
    use(source);
    await db().prisma.job.deleteMany();
  });

  test("is one instant, whoever writes meanwhile", async () => {
    const people = await Promise.all([...Array(10).keys()].map(() => seedAccount()));
    const votes = people.map((person) =>
      giveOpinion(person, { slug, ref: "action-2", position: "against", body: "Pendant" }),
    );
    await backup(file("busy"), now());
    await Promise.all(votes);
    const source = db();
    use(await anotherDatabase());
    await restore(file("busy"));
    expect(await recount(OPERATOR, slug)).toMatchObject({ wrong: 0 });
    use(source);
  }, 60_000);

  test("is readable by its owner only, and leaves nothing beside it", async () => {
    await backup(file("mine"), now());
    expect(statSync(file("mine")).mode & 0o077).toBe(0);
    await expect(backup(path.join(folder, "no/such/folder"), now())).rejects.toMatchObject({
      code: "ENOENT",
    });
    expect(readdirSync(folder).filter((name) => name.includes(".part"))).toEqual([]);
  });
});

describe("a file is refused before anything is touched", () => {
  let before: Awaited<ReturnType<typeof everything>>;
  beforeAll(async () => {
    before = await everything();
    await backup(file("good"), now());
  });

  const damaged = (name: string, content: Buffer | string) => {
    writeFileSync(file(name), content);
    return file(name);
  };
  const rewritten = (name: string, change: (lines: string[]) => string[]) =>
    damaged(name, gzipSync(`${change(linesOf("good")).join("\n")}\n`));

  test.each<[string, string, () => string]>([
    ["nothing in it", "cli:restore.cut-short", () => damaged("empty", "")],
    ["text", "cli:restore.not-a-backup", () => damaged("text", "Bonjour")],
    ["another JSON", "cli:restore.not-a-backup", () => damaged("json", gzipSync('{"slug":"x"}\n'))],
    ["lines that are no JSON", "cli:restore.not-a-backup", () => damaged("words", gzipSync("un\ndeux\n"))],
    [
      "half of its bytes",
      "cli:restore.cut-short",
      () => {
        const all = readFileSync(file("good"));
        return damaged("half", all.subarray(0, all.length / 2));
      },
    ],
    [
      "its last byte missing",
      "cli:restore.cut-short",
      () => damaged("almost", readFileSync(file("good")).subarray(0, -1)),
    ],
    ["its end missing", "cli:restore.cut-short", () => rewritten("endless", (lines) => lines.slice(0, -1))],
    ["a row missing", "cli:restore.damaged", () => rewritten("row-less", (lines) => lines.toSpliced(30, 1))],
    [
      "a row twice",
      "cli:restore.damaged",
      () => rewritten("row-twice", (lines) => lines.toSpliced(30, 0, lines[30] ?? "")),
    ],
    [
      "another figure",
      "cli:restore.damaged",
      () =>
        rewritten("forged", (lines) => lines.map((line) => line.replace('"for_count":1', '"for_count":2'))),
    ],
    [
      "more after its end",
      "cli:restore.damaged",
      () => rewritten("more", (lines) => [...lines, lines[5] ?? ""]),
    ],
    [
      "a bit turned",
      "cli:restore.damaged",
      () => {
        const all = readFileSync(file("good"));
        all[Math.floor(all.length / 2)]! ^= 4;
        return damaged("bit", all);
      },
    ],
    [
      "other migrations",
      "cli:restore.other-version",
      () =>
        rewritten("other", (lines) => [
          (lines[0] ?? "").replace('"migrations":[', '"migrations":["20990101000000_later",'),
          ...lines.slice(1),
        ]),
    ],
    [
      "another version",
      "cli:restore.other-version",
      () =>
        rewritten("newer", (lines) => [
          (lines[0] ?? "").replace('"version":1', '"version":2'),
          ...lines.slice(1),
        ]),
    ],
  ])("with %s", async (_, reason, make) => {
    await expect(restore(make())).rejects.toMatchObject({ reason });
  });

  test("that is not there", async () => {
    await expect(restore(file("absent"))).rejects.toMatchObject({ code: "ENOENT" });
  });

  test("and after all of them nothing has changed", async () => expect(await everything()).toEqual(before));

  test("and one whose rows the database refuses leaves it as it was", async () => {
    const lines = linesOf("good");
    const at = lines.findIndex((line) => line.includes('"stars":5'));
    const broken = lines.with(at, (lines[at] ?? "").replace('"stars":5', '"stars":9'));
    const sha256 = sum(broken.slice(0, -1));
    const name = rewritten("invalid", () => [
      ...broken.slice(0, -1),
      (broken.at(-1) ?? "").replace(/"sha256":"[^"]+"/, `"sha256":"${sha256}"`),
    ]);
    await expect(restore(name)).rejects.toThrow();
    expect(await everything()).toEqual(before);
    expect(await recount(OPERATOR, slug)).toMatchObject({ wrong: 0 });
    await giveOpinion(await seedAccount(), { slug, ref: "action-1", position: "for" });
    expect(await recount(OPERATOR, slug)).toMatchObject({ wrong: 0 });
  });
});
