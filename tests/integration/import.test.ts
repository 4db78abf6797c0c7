import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ANONYMOUS, OPERATOR } from "~/modules/identity";
import { importContributions, recount } from "~/modules/participation/index.server";
import { db } from "~/platform/db/index.server";
import { as } from "../setup/actors";
import { deleteImports, HEADER, importCsv, importLines, line, WINDOW } from "../setup/contributions";
import { databaseKind, freshDatabase } from "../setup/database";
import { eventually } from "../setup/eventually";
import {
  emptyDatabase,
  expectExactCounts,
  recountedTallies,
  seedAccount,
  seedConsultation,
  tallies,
  voices,
} from "../setup/participation";

const comments = () => db().prisma.comment.findMany({ orderBy: { id: "asc" } });

async function expectRecountable() {
  await expectExactCounts();
  expect(await recount(OPERATOR, "essai")).toMatchObject({ wrong: 0 });
}

beforeAll(async () => void (await freshDatabase()));
beforeEach(async () => {
  await emptyDatabase();
  await deleteImports();
  await seedConsultation({
    ...WINDOW,
    items: [{ ref: "action-1" }, { ref: "action-2" }, { ref: "sans-note", stars: false }],
  });
});

describe("an import", () => {
  test("brings in positions, stars and comments, counted at once", async () => {
    const { rejects, ...summary } = await importLines([
      line({ id: "1", position: "for", etoiles: "5", commentaire: "Oui" }),
      line({ id: "2", participant: "p2", reference: "action-2", canal: "event", etoiles: "2", region: "01" }),
      line({ id: "3", participant: "p2", commentaire: "Bien", canal: "online", region: "" }),
    ]);
    expect([summary, rejects]).toEqual([{ rows: 3, imported: 3, known: 0, rejected: 0 }, []]);
    expect(await voices()).toMatchObject([
      { region: "84", position: "for", positionChannel: "paper", stars: 5, commentsPaper: 1 },
      { region: "01", position: null, commentsOnline: 1 },
      { region: "01", stars: 2, starsChannel: "event" },
    ]);
    expect(await comments()).toMatchObject([
      { body: "Oui", channel: "paper", createdAt: new Date("2023-02-01T09:00:00Z") },
      { body: "Bien" },
    ]);
    await expectRecountable();
  });

  test("of the same file again changes nothing", async () => {
    const lines = [
      line({ id: "1", position: "for", commentaire: "Oui" }),
      line({ id: "2", participant: "p2", etoiles: "3" }),
    ];
    await importLines(lines);
    const before = [await voices(), await comments()];
    expect(await importLines(lines)).toMatchObject({ imported: 0, known: 2 });
    expect([await voices(), await comments()]).toEqual(before);
    await expectRecountable();
  });

  test("takes the same id twice in a file for one contribution, the first", async () => {
    expect(
      await importLines([
        line({ id: "1", position: "for" }),
        line({ id: "1", position: "against", commentaire: "Non" }),
      ]),
    ).toMatchObject({ imported: 1, known: 1 });
    expect(await voices()).toMatchObject([{ position: "for" }]);
    expect(await comments()).toEqual([]);
  });

  test("knows ids by consultation", async () => {
    await seedConsultation({ ...WINDOW, slug: "autre" });
    await importLines([line({ id: "1", position: "for" })]);
    expect(await importLines([line({ id: "1", position: "for" })], { slug: "autre" })).toMatchObject({
      imported: 1,
    });
    expect(await db().prisma.participant.count()).toBe(2);
  });

  test("keeps of each part the latest, in whatever order they come", async () => {
    const at = (day: number) => `2023-02-${String(day).padStart(2, "0")}T10:00:00Z`;
    await importLines([line({ id: "1", position: "for", etoiles: "1", depose_le: at(10) })]);
    await importLines([
      line({ id: "2", position: "against", depose_le: at(9) }),
      line({ id: "3", etoiles: "4", canal: "event", depose_le: at(12) }),
      line({ id: "4", etoiles: "3", depose_le: at(11) }),
    ]);
    expect(await voices()).toMatchObject([
      { position: "for", stars: 4, starsChannel: "event", starsAt: new Date(at(12)) },
    ]);
    await importLines([line({ id: "5", position: "mixed", depose_le: at(10) })]);
    expect(await voices()).toMatchObject([{ position: "mixed", stars: 4 }]);
    await expectRecountable();
  });

  test("moves a person and all their voices to the region that is told last", async () => {
    await importLines([
      line({ id: "1", position: "for", region: "" }),
      line({ id: "2", reference: "action-2", etoiles: "3", region: "84" }),
    ]);
    await importLines([
      line({ id: "3", reference: "action-2", commentaire: "Oui", region: "01", categorie: "hospital" }),
      line({ id: "4", position: "for", region: "unknown", categorie: "" }),
    ]);
    expect(await db().prisma.participant.findMany()).toMatchObject([
      { region: "01", stakeholder: "hospital", voices: 2 },
    ]);
    expect((await voices()).map(({ region, stakeholder }) => [region, stakeholder])).toEqual([
      ["01", "hospital"],
      ["01", "hospital"],
    ]);
    await expectRecountable();
  });

  test("never touches the voice of an account, whatever its key", async () => {
    const account = await seedAccount();
    const consultation = await db().prisma.consultation.findFirstOrThrow();
    await db().prisma.participant.create({
      data: { consultationId: consultation.id, accountId: account.id, region: "84", stakeholder: "citizen" },
    });
    await importLines([line({ id: "1", participant: String(account.id), position: "for" })]);
    expect(await db().prisma.participant.count()).toBe(2);
  });

  test("keeps the good rows, and tells the line and the reason of the others", async () => {
    const content = [
      HEADER,
      line({ id: "1", position: "for" }),
      line({ id: "2", reference: "action-404", position: "for" }),
      line({ id: "3", canal: "online", position: "for", depose_le: "2023-03-15T00:00:00+01:00" }),
      `4,action-1,p1,paper,84,citizen,for,,"sur`,
      `deux lignes",2023-02-01`,
      `5,action-1,p2,paper,84,citizen,for,,"jamais fermé,2023-02-01`,
      line({ id: "6", reference: "sans-note", etoiles: "3" }),
      "7,trop,court",
      line({ id: "8", participant: "p3", position: "against" }),
    ].join("\n");
    const { rejects, ...summary } = await importCsv(content);
    expect(summary).toEqual({ rows: 8, imported: 3, known: 0, rejected: 5 });
    expect(rejects.map(({ line, reason, row }) => [line, reason, row?.id])).toEqual([
      [3, "cli:rows.reference", "2"],
      [4, "cli:rows.after-closing", "3"],
      [7, "cli:rows.quotes", undefined],
      [8, "participation:errors.no-stars", "6"],
      [9, "cli:rows.columns", undefined],
    ]);
    await expectRecountable();
  });

  test("run dry, counts the same and writes nothing", async () => {
    await importLines([line({ id: "1", position: "for" })]);
    const rows = async () => [
      await voices(),
      await comments(),
      await db().prisma.participant.count(),
      await db().prisma.importedContribution.count(),
    ];
    const before = await rows();
    const lines = [...Array(5_000).keys()].map((n) =>
      line({ id: String(n), participant: `p${n}`, etoiles: n % 7 ? "3" : "9" }),
    );
    const dry = await importLines([...lines, ...lines], { dryRun: true });
    expect(await rows()).toEqual(before);
    expect(dry).toEqual(await importLines([...lines, ...lines]));
    expect(dry.known).toBe(1 + dry.imported + 1);
    await expectRecountable();
  });

  test("in many batches, adds up", async () => {
    const refs = ["action-1", "action-2"];
    const lines = [...Array(7_000).keys()].map((n) =>
      line({
        id: String(n),
        reference: refs[n % 2] ?? "",
        participant: `p${n % 900}`,
        region: ["84", "01", "unknown"][n % 3] ?? "",
        canal: ["online", "event", "paper"][n % 3] ?? "",
        position: ["for", "mixed", "against", ""][n % 4] ?? "",
        etoiles: String((n % 5) + 1),
        commentaire: n % 11 ? "" : `Texte ${n}`,
      }),
    );
    expect(await importLines(lines)).toMatchObject({ rows: 7_000, imported: 7_000, rejected: 0 });
    expect(await db().prisma.comment.count()).toBe(Math.ceil(7_000 / 11));
    await expectRecountable();
  });
});

describe("an import is refused", () => {
  test("to others than the operator and administrators", async () => {
    const participant = await seedAccount();
    for (const actor of [ANONYMOUS, participant, as(participant, "moderator")]) {
      await expect(
        importContributions(actor, { slug: "essai", source: (async function* () {})() }),
      ).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("into a consultation that does not exist", async () => {
    await expect(importLines([], { slug: "nulle-part" })).rejects.toMatchObject({ code: "not-found" });
  });

  test.each([
    ["an empty file", "", "cli:import.no-header"],
    ["a file without header", line({}), "cli:import.no-header"],
    ["UTF-16", Buffer.from(`\ufeff${HEADER}\n`, "utf16le"), "cli:import.no-header"],
    ["a missing column", HEADER.replace(",etoiles", ""), "cli:import.missing-columns"],
    ["a column that nobody knows", `${HEADER},etoile`, "cli:import.foreign-columns"],
    ["a column named twice", `${HEADER},id`, "cli:import.foreign-columns"],
  ])("for %s", async (_, content, reason) => {
    await expect(importCsv(content)).rejects.toMatchObject({ code: "invalid", reason });
  });

  test("not for columns in another order, in capitals, or those of the file of rejects", async () => {
    const header = ["reason", "line", ...HEADER.split(",").reverse()].join(";").toUpperCase();
    const row = ["pourquoi", "3", ...line({ etoiles: "4" }).split(",").reverse()].join(";");
    expect(await importCsv(`${header}\r\n${row}\r\n`)).toMatchObject({ imported: 1 });
    expect(await importCsv(HEADER)).toMatchObject({ rows: 0, imported: 0 });
  });

  /** Rows that an import writes in one transaction. */
  const together = databaseKind === "embedded" ? 20_000 : 2_000;

  test("when the consultation's dates change under way, keeping what was written", async () => {
    async function* source() {
      yield Buffer.from(
        [
          HEADER,
          ...[...Array(together).keys()].map((n) =>
            line({ id: `a${n}`, participant: `p${n}`, position: "for" }),
          ),
          "",
        ].join("\n"),
      );
      await eventually("the first rows are kept", async () => (await db().prisma.voice.count()) === together);
      await db().prisma.consultation.updateMany({ data: { closesAt: new Date("2023-01-01") } });
      yield Buffer.from(
        `${[...Array(together + 1).keys()].map((n) => line({ id: `b${n}`, participant: `p${n}`, canal: "online", etoiles: "3" })).join("\n")}\n`,
      );
    }
    await expect(importContributions(OPERATOR, { slug: "essai", source: source() })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await db().prisma.voice.count({ where: { stars: { not: null } } })).toBe(0);
    expect(await db().prisma.voice.count()).toBe(together);
    await expectRecountable();
  });
});

test("whatever a file holds, what is kept is counted exactly and nothing breaks", async () => {
  const cell = fc.oneof(
    fc.constantFrom(
      "1",
      "action-1",
      "p1",
      "paper",
      "84",
      "citizen",
      "for",
      "",
      "é\u202e<script>",
      "2023-02-01",
    ),
    fc.string({ unit: "binary", maxLength: 8 }),
  );
  const row = fc.oneof(
    fc.array(cell, { maxLength: 12 }).map((cells) => cells.join(",")),
    fc
      .record({
        id: fc.constantFrom("1", "2", "3"),
        participant: fc.constantFrom("p1", "p2", "\0"),
        position: fc.constantFrom("for", "against", "x"),
        etoiles: fc.constantFrom("", "1", "5"),
        commentaire: fc.string({ unit: "grapheme-composite", maxLength: 10 }),
      })
      .map(line),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
      const { rows: read, imported, known, rejected, rejects } = await importLines(rows);
      expect(imported + known + rejected).toBe(read);
      expect(rejects).toHaveLength(rejected);
      expect(await tallies()).toEqual(await recountedTallies());
    }),
    { numRuns: 40 },
  );
}, 60_000);
