import { parse } from "csv-parse/sync";
import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { ANONYMOUS, OPERATOR } from "~/modules/identity";
import { getRoadmap } from "~/modules/consultation/index.server";
import {
  COLUMNS,
  exportContributions,
  giveOpinion,
  listComments,
  MODERATED,
  withdrawComment,
  type ContributionRow,
} from "~/modules/participation/index.server";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/index.server";
import {
  exportCsv,
  deleteImports,
  HEADER,
  importCsv,
  importLines,
  line,
  WINDOW,
} from "../setup/contributions";
import { freshDatabase } from "../setup/database";
import { emptyDatabase, seedAccount, seedConsultation, tallies, turnouts } from "../setup/participation";

const rowsOf = (content: string) => parse<ContributionRow>(content, { columns: true });

beforeAll(async () => void (await freshDatabase()));
beforeEach(async () => {
  await emptyDatabase();
  await deleteImports();
});

test("writes a row for each position with its stars, and one for each comment, with nobody's name", async () => {
  const { slug } = await seedConsultation(WINDOW);
  const restore = setClock(() => Date.parse("2023-02-01T12:00:00Z"));
  const account = await seedAccount({ displayName: "Claire D." });
  await giveOpinion(account, {
    slug,
    ref: "action-1",
    position: "for",
    stars: 4,
    body: 'Une *idée*, "simple"\nsur deux lignes',
  });
  restore();
  await importLines([
    line({ id: "secret-1", participant: "claire@exemple.fr", position: "against", canal: "event" }),
    line({ id: "secret-2", participant: "claire@exemple.fr", etoiles: "2" }),
  ]);
  const content = await exportCsv();
  expect(content.split("\n")[0]).toBe(HEADER);
  expect(content).not.toMatch(/secret|exemple\.fr|Claire/);
  const rows = rowsOf(content);
  const who = [rows[0]?.participant, rows[1]?.participant];
  const common = { reference: "action-1", region: "84", categorie: "citizen" };
  expect(rows).toEqual([
    {
      ...common,
      id: `${who[0]}-action-1-online`,
      participant: who[0],
      canal: "online",
      position: "for",
      etoiles: "4",
      commentaire: "",
      depose_le: "2023-02-01T12:00:00.000Z",
    },
    {
      ...common,
      id: `${who[1]}-action-1-event`,
      participant: who[1],
      canal: "event",
      position: "against",
      etoiles: "",
      commentaire: "",
      depose_le: "2023-02-01T09:00:00.000Z",
    },
    {
      ...common,
      id: `${who[1]}-action-1-paper`,
      participant: who[1],
      canal: "paper",
      position: "",
      etoiles: "2",
      commentaire: "",
      depose_le: "2023-02-01T09:00:00.000Z",
    },
    {
      ...common,
      id: expect.stringMatching(/^c[\da-f]{24}$/),
      participant: who[0],
      canal: "online",
      position: "",
      etoiles: "",
      commentaire: 'Une *idée*, "simple"\nsur deux lignes',
      depose_le: "2023-02-01T12:00:00.000Z",
    },
  ]);
});

test("names people and comments by pseudonyms: the same each time, which neither their rows nor the public pages give", async () => {
  const { slug, itemId, id } = await seedConsultation();
  const account = await seedAccount();
  await giveOpinion(account, { slug, ref: "action-1", position: "for", body: "Un" });
  await giveOpinion(await seedAccount(), { slug, ref: "action-2", stars: 2, body: "Deux" });
  const content = await exportCsv();
  expect(await exportCsv()).toBe(content);
  const names = rowsOf(content).flatMap(({ id, participant }) => [id, participant]);
  expect(new Set(names.filter((name) => !name.includes("-"))).size).toBe(4);
  for (const name of names) expect(name).toMatch(/^(p[\da-f]{24}(-action-\d-online)?|c[\da-f]{24})$/);
  const { threads } = await listComments(
    account,
    { id: itemId("action-1"), consultationId: id },
    { sort: "recents", page: 1 },
  );
  expect(content.toUpperCase()).not.toContain(threads[0]?.alias);
  expect(threads[0]).not.toHaveProperty("participantId");
  const { pseudonymKey } = await db().prisma.consultation.findUniqueOrThrow({ where: { slug } });
  expect(content).not.toContain(pseudonymKey);
  expect((await getRoadmap(OPERATOR, slug)).consultation).not.toHaveProperty("pseudonymKey");
  // Another consultation of the same rows has other pseudonyms.
  await db().prisma.consultation.update({ where: { slug }, data: { pseudonymKey: randomUUID() } });
  const others = rowsOf(await exportCsv()).flatMap(({ id, participant }) => [id, participant]);
  expect(others.filter((name) => names.includes(name))).toEqual([]);
});

test("imported again adds nothing, also when more was said meanwhile", async () => {
  const { slug } = await seedConsultation();
  const account = await seedAccount();
  await giveOpinion(account, { slug, ref: "action-1", position: "for", body: "Un" });
  const first = await exportCsv();
  await seedConsultation({ slug: "copie" });
  expect(await importCsv(first, { slug: "copie" })).toMatchObject({ imported: 2 });
  expect(await importCsv(first, { slug: "copie" })).toMatchObject({ imported: 0, known: 2 });
  await giveOpinion(account, { slug, ref: "action-2", stars: 3, body: "Deux" });
  expect(await importCsv(await exportCsv(), { slug: "copie" })).toMatchObject({ imported: 2, known: 2 });
  expect(await db().prisma.participant.count()).toBe(2);
});

test("leaves out what was withdrawn, and keeps the row of what moderation hid without its text", async () => {
  const { slug } = await seedConsultation();
  const account = await seedAccount();
  for (const body of ["retiré par moi", "caché", "visible"])
    await giveOpinion(account, { slug, ref: "action-1", body });
  const [mine, hidden] = await db().prisma.comment.findMany({ orderBy: { id: "asc" } });
  await withdrawComment(account, { slug, ref: "action-1", commentId: mine?.id ?? 0 });
  await db().prisma.comment.update({ where: { id: hidden?.id ?? 0 }, data: { publication: "refused" } });
  expect(rowsOf(await exportCsv()).map(({ commentaire }) => commentaire)).toEqual([MODERATED, "visible"]);
});

test("gives no cell that a spreadsheet would run, and loses nothing by it", async () => {
  const { slug } = await seedConsultation();
  const account = await seedAccount();
  const texts = [
    '=HYPERLINK("http://x")',
    "- une liste\n- de points",
    "'- déjà protégé",
    "+33 1",
    "@moi",
    "rien de spécial",
  ];
  for (const body of texts) await giveOpinion(account, { slug, ref: "action-1", body });
  const content = await exportCsv();
  for (const { commentaire } of rowsOf(content)) expect(commentaire).not.toMatch(/^[=+\-@\t\r]/);
  await seedConsultation({ slug: "copie" });
  await importCsv(content, { slug: "copie" });
  const copies = await db().prisma.comment.findMany({
    where: { channel: "online", participant: { externalKey: { not: null } } },
    orderBy: { id: "asc" },
  });
  expect(copies.map(({ body }) => body)).toEqual(texts);
});

test("imported into an empty consultation gives the same figures", async () => {
  await seedConsultation(WINDOW);
  const some = <T>(values: readonly T[], n: number) => values[n % values.length] as T;
  await importLines(
    [...Array(6_000).keys()].map((n) =>
      line({
        id: String(n),
        reference: some(["action-1", "action-2", "action-3"], n),
        participant: `p${n % 777}`,
        region: some(["84", "01", "", "11"], n % 777),
        categorie: some(["citizen", "hospital", ""], n % 777),
        canal: some(["online", "event", "paper"], Math.floor(n / 7)),
        position: some(["for", "", "mixed", "against", "for"], n),
        etoiles: some(["", "1", "5", "4"], Math.floor(n / 3)),
        commentaire: n % 9 ? "" : `Texte ${n}`,
        depose_le: new Date(Date.parse("2023-01-01") + n * 60_000).toISOString(),
      }),
    ),
  );
  await db().prisma.comment.updateMany({ where: { id: { lt: 20 } }, data: { publication: "refused" } });
  await db().prisma.comment.updateMany({ where: { id: { gt: 650 } }, data: { withdrawnAt: new Date() } });
  const content = await exportCsv();
  const figures = async () => [Object.values(await tallies()), Object.values((await turnouts()).kept)];
  const sorted = (values: unknown[]) => values.map((value) => JSON.stringify(value)).sort();
  const before = (await figures()).map(sorted);
  await emptyDatabase();
  await deleteImports();
  await seedConsultation(WINDOW);
  expect(await importCsv(content)).toMatchObject({ rejected: 0, known: 0, rows: rowsOf(content).length });
  expect((await figures()).map(sorted)).toEqual(before);
  expect((await exportCsv()).split("\n").length).toBe(content.split("\n").length);
});

test("of a consultation where nobody spoke is a header, and another's voices are not in it", async () => {
  await seedConsultation(WINDOW);
  await seedConsultation({ ...WINDOW, slug: "autre" });
  await importLines([line({ position: "for", commentaire: "Oui" })], { slug: "autre" });
  expect(await exportCsv()).toBe(`${HEADER}\n`);
  expect(COLUMNS).toHaveLength(10);
});

test("waits for the one who takes it, and is refused to the public", async () => {
  const { slug } = await seedConsultation(WINDOW);
  await importLines(
    [...Array(5_000).keys()].map((n) => line({ id: String(n), participant: `p${n}`, etoiles: "3" })),
  );
  let busy = 0;
  await exportContributions(OPERATOR, slug, async () => {
    expect(++busy).toBe(1);
    for (let turn = 0; turn < 20; turn++) await setImmediate();
    busy -= 1;
  });
  await expect(exportContributions(ANONYMOUS, slug, async () => {})).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(
    exportContributions(OPERATOR, slug, () => Promise.reject(new Error("disk full"))),
  ).rejects.toThrow("disk full");
  expect(await exportContributions(OPERATOR, slug, async () => {})).toBe(5_000);
});
