import { beforeAll, beforeEach, expect, test } from "vitest";
import { ANONYMOUS, OPERATOR } from "~/modules/identity";
import { giveOpinion, recount } from "~/modules/participation/index.server";
import { db } from "~/platform/db/index.server";
import { deleteImports, importLines, line, WINDOW } from "../setup/contributions";
import { freshDatabase } from "../setup/database";
import { emptyDatabase, seedAccount, seedConsultation } from "../setup/participation";

const sql = (statement: string) => db().prisma.$executeRawUnsafe(statement);
const found = async () => (await recount(OPERATOR, "essai")).differences;

beforeAll(async () => void (await freshDatabase()));
beforeEach(async () => {
  await emptyDatabase();
  await deleteImports();
  await seedConsultation(WINDOW);
  await importLines([
    line({ id: "1", position: "for", etoiles: "4", commentaire: "Oui" }),
    line({
      id: "2",
      participant: "p2",
      region: "01",
      categorie: "hospital",
      canal: "event",
      position: "against",
    }),
    line({
      id: "3",
      participant: "p2",
      region: "01",
      categorie: "hospital",
      canal: "online",
      etoiles: "2",
      reference: "action-2",
    }),
  ]);
});

test("finds nothing wrong in what the database counted, and says how much it looked at", async () => {
  const { figures, wrong, differences } = await recount(OPERATOR, "essai");
  expect([wrong, differences]).toEqual([0, []]);
  expect(figures).toBeGreaterThan(100);
});

test.each([
  [
    "a cell that is too high",
    "UPDATE tally SET for_count = for_count + 1 WHERE region = '*' AND stakeholder = '*' AND channel = '*' AND for_count = 1",
    [
      {
        figure: "tally",
        at: { ref: "action-1", region: "*", stakeholder: "*", channel: "*", name: "for_count" },
        published: "2",
        counted: "1",
      },
    ],
  ],
  [
    "a cell that is gone",
    "DELETE FROM tally WHERE region = '01' AND stakeholder = 'hospital' AND channel = 'event'",
    [
      { figure: "tally", at: { name: "against_count" }, published: "0", counted: "1" },
      { figure: "tally", at: { name: "participants" } },
    ],
  ],
  [
    "a cell of nobody",
    "INSERT INTO tally (item_id, region, stakeholder, channel, comments) SELECT id, '11', '*', 'paper', 3 FROM item WHERE ref = 'action-3'",
    [
      {
        figure: "tally",
        at: { ref: "action-3", region: "11", name: "comments" },
        published: "3",
        counted: "0",
      },
    ],
  ],
  [
    "participants",
    "UPDATE turnout SET participants = 7 WHERE region = '84'",
    [{ figure: "turnout", at: { region: "84", stakeholder: "citizen" }, published: "7", counted: "1" }],
  ],
  [
    "supports",
    "UPDATE comment SET supports = 12",
    [{ figure: "supports", at: { ref: "action-1" }, published: "12", counted: "0" }],
  ],
])("finds %s", async (_, damage, differences) => {
  await sql(damage);
  expect(await found()).toMatchObject(differences);
});

test("finds what triggers would have mended", async () => {
  for (const table of ["participant", "voice", "comment"])
    await sql(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await sql("UPDATE voice SET comments_online = 3, region = '11' WHERE stars = 2");
  await sql("UPDATE participant SET voices = 0 WHERE external_key = 'p1'");
  await sql("UPDATE comment SET withdrawn_at = now()");
  for (const table of ["participant", "voice", "comment"])
    await sql(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  const differences = await found();
  expect(differences.filter(({ figure }) => figure === "voice")).toMatchObject([
    { at: { ref: "action-1" }, published: "84 citizen 0 0 1", counted: "84 citizen 0 0 0" },
    { at: { ref: "action-2" }, published: "11 hospital 3 0 0", counted: "01 hospital 0 0 0" },
  ]);
  expect(differences.filter(({ figure }) => figure === "participant")).toMatchObject([
    { published: "0", counted: "1" },
  ]);
  expect(
    differences.filter(({ figure }) => figure === "tally").every(({ at }) => at.name === "comments"),
  ).toBe(true);
});

test("lists a hundred of each kind and counts them all, of this consultation only", async () => {
  await seedConsultation({ slug: "autre" });
  await giveOpinion(await seedAccount(), { slug: "autre", ref: "action-1", position: "for" });
  await importLines(
    [...Array(300).keys()].map((n) => line({ id: `x${n}`, participant: `x${n}`, etoiles: "3" })),
  );
  await db().prisma.participant.updateMany({ data: { voices: 5 } });
  const { wrong, differences } = await recount(OPERATOR, "essai");
  expect(differences.filter(({ figure }) => figure === "participant")).toHaveLength(100);
  expect(wrong).toBeGreaterThanOrEqual(302);
  expect((await recount(OPERATOR, "autre")).differences).toMatchObject([{ figure: "participant" }]);
});

test("counts while people vote, and never sees half of a vote", async () => {
  const { slug } = await seedConsultation({ slug: "vivante" });
  const people = await Promise.all([...Array(12).keys()].map(() => seedAccount()));
  const votes = people.map((person, n) =>
    giveOpinion(person, { slug, ref: "action-1", position: "for", stars: (n % 5) + 1, body: "Oui" }),
  );
  const recounts = await Promise.all([...Array(4).keys()].map(() => recount(OPERATOR, slug)));
  await Promise.all(votes);
  for (const { wrong } of recounts) expect(wrong).toBe(0);
});

test("is the operator's and administrators'", async () => {
  await expect(recount(ANONYMOUS, "essai")).rejects.toMatchObject({ code: "forbidden" });
  await expect(recount(OPERATOR, "nulle-part")).rejects.toMatchObject({ code: "not-found" });
});
