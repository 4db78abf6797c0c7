import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AccountActor } from "~/modules/identity";
import {
  changeProfile,
  editComment,
  giveOpinion,
  keepPending,
  readPending,
  submitPending,
  supportComment,
  withdraw,
  withdrawComment,
  whileCounting,
} from "~/modules/participation/index.server";
import { setClock } from "~/platform/clock";
import { db, unitOfWork, type Queryable } from "~/platform/db/index.server";
import { databaseKind, freshDatabase } from "../setup/database";
import { emptyDatabase, seedAccount, seedConsultation, tallies } from "../setup/participation";

let restore = () => {};
const at = (instant: number) => {
  restore();
  restore = setClock(() => instant);
};
afterEach(() => restore());

beforeAll(async () => void (await freshDatabase()));
beforeEach(emptyDatabase);

/** Opens at, closes at, as instants with their offset in Paris. */
const windows: Record<string, [string, string]> = {
  "in winter": ["2022-12-14T00:00:00+01:00", "2023-03-15T00:00:00+01:00"],
  "across the change to summer time": ["2023-03-20T00:00:00+01:00", "2023-03-27T00:00:00+02:00"],
  "within the hour that summer time skips": ["2023-03-26T01:30:00+01:00", "2023-03-26T03:00:00+02:00"],
  "within the hour that winter time repeats": ["2023-10-29T02:30:00+02:00", "2023-10-29T02:30:00+01:00"],
  "across the change to winter time": ["2023-10-23T00:00:00+02:00", "2023-11-06T00:00:00+01:00"],
};

describe.each(Object.entries(windows))("a consultation %s", (_name, [opens, closes]) => {
  const opensAt = new Date(opens);
  const closesAt = new Date(closes);
  let claire: AccountActor;
  let ahmed: AccountActor;
  const place = { slug: "essai", ref: "action-1" };

  beforeEach(async () => {
    await seedConsultation({ opensAt, closesAt });
    [claire, ahmed] = await Promise.all([seedAccount(), seedAccount()]);
  });

  /** Everything that can be done, each with what it needs made while it was open. */
  async function prepared() {
    at(closesAt.getTime() - 1);
    const { commentId } = await giveOpinion(claire, { ...place, position: "for", stars: 4, body: "À temps" });
    const comment = { ...place, commentId: commentId as number };
    return {
      vote: () => giveOpinion(ahmed, { ...place, position: "for" }),
      stars: () => giveOpinion(ahmed, { ...place, stars: 1 }),
      comment: () => giveOpinion(ahmed, { ...place, body: "Trop tard" }),
      both: () => giveOpinion(ahmed, { ...place, stars: 2, body: "Trop tard" }),
      reply: () => giveOpinion(ahmed, { ...place, body: "Trop tard", parentId: comment.commentId }),
      edit: () => editComment(claire, { ...comment, body: "Changé" }),
      support: () => supportComment(ahmed, { ...comment, support: true }),
      unsupport: () => supportComment(ahmed, { ...comment, support: false }),
      withdrawComment: () => withdrawComment(claire, comment),
      withdrawPosition: () => withdraw(claire, { ...place, part: "position" }),
      withdrawStars: () => withdraw(claire, { ...place, part: "stars" }),
    };
  }

  test("takes everything until the last millisecond, and nothing at the closing instant or after", async () => {
    const acts = await prepared();
    const before = await tallies();
    for (const late of [0, 1, 3_600_000]) {
      at(closesAt.getTime() + late);
      for (const [name, act] of Object.entries(acts)) {
        await expect(act(), `${name} at +${late} ms`).rejects.toMatchObject({
          code: "closed",
          reason: "participation:errors.closed",
        });
      }
    }
    expect(await tallies()).toEqual(before);
    expect(await db().prisma.comment.findMany()).toMatchObject([
      { body: "À temps", publication: "published", withdrawnAt: null, supports: 0, editedAt: null },
    ]);
    at(closesAt.getTime() - 1);
    for (const act of Object.values(acts)) await act();
  });

  test("takes nothing before it opens, and everything from that instant on", async () => {
    at(opensAt.getTime() - 1);
    const early = { code: "closed", reason: "participation:errors.not-yet-open" };
    await expect(giveOpinion(claire, { ...place, position: "for" })).rejects.toMatchObject(early);
    await expect(giveOpinion(claire, { ...place, body: "Trop tôt" })).rejects.toMatchObject(early);
    at(opensAt.getTime());
    await giveOpinion(claire, { ...place, position: "for", body: "À l’heure" });
  });
});

describe("what starts before the closing and ends after it", () => {
  const closesAt = new Date("2023-03-15T00:00:00+01:00");
  let claire: AccountActor;
  /** The clock as each look at it finds it: in time at first, then too late. */
  function closesAfterLooks(looks: number) {
    restore();
    let seen = 0;
    restore = setClock(() => closesAt.getTime() + (seen++ < looks ? -1 : 0));
  }

  beforeEach(async () => {
    await seedConsultation({ opensAt: new Date("2022-12-14T00:00:00+01:00"), closesAt });
    claire = await seedAccount();
  });

  test.each([
    ["a vote", { position: "for" as const }],
    ["a comment", { body: "Presque" }],
    ["both", { stars: 3, body: "Presque" }],
  ])("%s leaves nothing", async (_name, parts) => {
    closesAfterLooks(2);
    await expect(giveOpinion(claire, { slug: "essai", ref: "action-1", ...parts })).rejects.toMatchObject({
      code: "closed",
    });
    expect([
      await tallies(),
      await db().prisma.voice.count(),
      await db().prisma.comment.count(),
      await db().prisma.participant.count(),
    ]).toEqual([{}, 0, 0, 0]);
  });

  test("an opinion that waited for its author to sign in is kept for copying", async () => {
    at(closesAt.getTime() - 1);
    const token = await keepPending({
      kind: "opinion",
      slug: "essai",
      ref: "action-1",
      stars: 3,
      body: "Presque",
    });
    closesAfterLooks(4);
    expect(await submitPending(claire, token)).toEqual({ location: "/avis-non-enregistre", saved: false });
    expect(await readPending(token)).toMatchObject({ stars: 3, body: "Presque" });
    expect(await db().prisma.voice.count()).toBe(0);
  });

  test("a closing moved earlier meanwhile holds for votes that are on their way", async () => {
    at(closesAt.getTime() - 1000);
    await db().prisma.consultation.updateMany({ data: { closesAt: new Date(closesAt.getTime() - 2000) } });
    await expect(giveOpinion(claire, { slug: "essai", ref: "action-1", stars: 3 })).rejects.toMatchObject({
      code: "closed",
    });
  });
});

test("a draft is no consultation yet", async () => {
  await seedConsultation({ status: "draft" });
  await expect(
    giveOpinion(await seedAccount(), { slug: "essai", ref: "action-1", stars: 3 }),
  ).rejects.toMatchObject({ code: "not-found" });
});

describe("the dates of a consultation cannot change", () => {
  beforeEach(async () => void (await seedConsultation()));

  async function expectHeld(tx: Queryable): Promise<void> {
    // Before anybody joins: what points at a consultation keeps its number, not its dates.
    expect(
      await tx.$queryRaw`SELECT xmax::text = pg_current_xact_id()::xid::text AS held FROM consultation`,
    ).toEqual([{ held: true }]);
    if (databaseKind === "postgres")
      await expect(
        db().prisma.$queryRaw`SELECT id FROM consultation FOR NO KEY UPDATE NOWAIT`,
      ).rejects.toThrow("could not obtain lock");
  }

  test("while somebody votes", () =>
    whileCounting("essai", async (tx, counts) => {
      expect(counts).toBe(true);
      await expectHeld(tx);
    }));

  test("while somebody moves their voices to another region", async () => {
    const claire = await seedAccount();
    await unitOfWork(async (tx) => {
      await changeProfile(claire, { displayName: null, region: "11", stakeholder: "citizen" });
      await expectHeld(tx);
    });
  });
});
