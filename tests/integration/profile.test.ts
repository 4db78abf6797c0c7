import { beforeAll, beforeEach, expect, test } from "vitest";
import { ANONYMOUS, type AccountActor } from "~/modules/identity";
import {
  changeProfile,
  giveOpinion,
  leave,
  listComments,
  supportComment,
} from "~/modules/participation/index.server";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/index.server";
import { freshDatabase } from "../setup/database";
import {
  DAY,
  emptyDatabase,
  expectExactCounts,
  seedAccount,
  seedConsultation,
  tallies,
} from "../setup/participation";

beforeAll(async () => void (await freshDatabase()));
beforeEach(emptyDatabase);

const close = (slug: string) =>
  db().prisma.consultation.update({
    where: { slug },
    data: { opensAt: new Date(Date.now() - 2 * DAY), closesAt: new Date(Date.now() - DAY) },
  });

const profileOf = ({ displayName, region }: AccountActor) => ({
  displayName,
  region,
  stakeholder: "citizen" as const,
});

test("a change of region moves voices where counting is not over, and leaves what was counted at a closing", async () => {
  const open = await seedConsultation({ slug: "ouverte" });
  const closed = await seedConsultation({ slug: "close" });
  const claire = await seedAccount({ region: "84", stakeholder: "citizen" });
  for (const slug of ["ouverte", "close"]) {
    await giveOpinion(claire, { slug, ref: "action-1", position: "for", stars: 5, body: "Oui" });
    await giveOpinion(claire, { slug, ref: "action-2", stars: 1 });
  }
  await close("close");
  await changeProfile(claire, { displayName: null, region: "01", stakeholder: "hospital" });

  expect(await db().prisma.account.findMany()).toMatchObject([{ region: "01", stakeholder: "hospital" }]);
  const participants = await db().prisma.participant.findMany({
    orderBy: { consultationId: "asc" },
    include: { voiceRows: true },
  });
  expect(participants).toMatchObject([
    {
      consultationId: open.id,
      region: "01",
      stakeholder: "hospital",
      voiceRows: [
        { region: "01", stakeholder: "hospital" },
        { region: "01", stakeholder: "hospital" },
      ],
    },
    {
      consultationId: closed.id,
      region: "84",
      stakeholder: "citizen",
      voiceRows: [
        { region: "84", stakeholder: "citizen" },
        { region: "84", stakeholder: "citizen" },
      ],
    },
  ]);
  await expectExactCounts();
});

test("changing who speaks while voting counts every voice once", async () => {
  await seedConsultation();
  const claire = await seedAccount();
  await giveOpinion(claire, { slug: "essai", ref: "action-3", stars: 3 });
  await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      n % 3 === 0
        ? changeProfile(claire, { displayName: null, region: n % 2 ? "84" : "01", stakeholder: "citizen" })
        : giveOpinion(claire, {
            slug: "essai",
            ref: `action-${(n % 3) + 1}`,
            position: "for",
            ...(n % 2 ? { body: `n${n}` } : {}),
          }),
    ),
  );
  await expectExactCounts();
  const [voice, ...others] = await db().prisma.voice.findMany();
  expect(others.every(({ region }) => region === voice?.region)).toBe(true);
});

test("nobody changes a profile without an account", async () => {
  await expect(
    changeProfile(ANONYMOUS, { displayName: null, region: "01", stakeholder: "citizen" }),
  ).rejects.toMatchObject({ code: "unauthenticated" });
});

test("a new name stands beside what was written before", async () => {
  const consultation = await seedConsultation();
  const claire = await seedAccount();
  await giveOpinion(claire, { slug: "essai", ref: "action-1", body: "Oui" });
  await changeProfile(claire, { ...profileOf(claire), displayName: "Claire M." });
  const { threads } = await listComments(
    ANONYMOUS,
    { id: consultation.itemId("action-1"), consultationId: consultation.id },
    { sort: "recents", page: 1 },
  );
  expect(threads).toMatchObject([{ displayName: "Claire M." }]);
});

test("a profile changes as a whole or not at all", async () => {
  await seedConsultation();
  const claire = await seedAccount();
  await giveOpinion(claire, { slug: "essai", ref: "action-1", position: "for" });
  let looks = 0;
  const restore = setClock(() => Date.now() + (looks++ === 0 ? 0 : 2 * DAY));
  await expect(
    changeProfile(claire, { displayName: "Claire M.", region: "01", stakeholder: "citizen" }),
  ).rejects.toMatchObject({ code: "conflict" });
  restore();
  expect(await db().prisma.account.findMany()).toMatchObject([{ displayName: null, region: "84" }]);
  expect(await db().prisma.participant.findMany()).toMatchObject([{ displayName: null, region: "84" }]);
});

test("who leaves while their voice is on its way is nobody any more; others' voices in the same batch are kept", async () => {
  await seedConsultation();
  const [claire, ahmed] = await Promise.all([seedAccount(), seedAccount()]);
  await leave(claire);
  const at = { slug: "essai", ref: "action-1" };
  const answers = await Promise.allSettled([
    giveOpinion(claire, { ...at, position: "for" }),
    giveOpinion(ahmed, { ...at, position: "for" }),
    giveOpinion(claire, { ...at, body: "Trop tard" }),
  ]);
  expect(answers).toMatchObject([
    { status: "rejected", reason: { code: "unauthenticated" } },
    { status: "fulfilled" },
    { status: "rejected", reason: { code: "unauthenticated" } },
  ]);
  expect(await db().prisma.voice.count()).toBe(1);
  await expectExactCounts();
});

test("who leaves is forgotten; what they said stays counted and readable, by nobody", async () => {
  const consultation = await seedConsultation();
  const [claire, ahmed] = await Promise.all([seedAccount({ displayName: "Claire M." }), seedAccount()]);
  const { commentId } = await giveOpinion(claire, {
    slug: "essai",
    ref: "action-1",
    position: "for",
    body: "Oui",
  });
  const said = await giveOpinion(ahmed, { slug: "essai", ref: "action-1", body: "Non" });
  await supportComment(claire, {
    slug: "essai",
    ref: "action-1",
    commentId: said.commentId as number,
    support: true,
  });
  const before = await tallies();
  await leave(claire);

  expect(await tallies()).toEqual(before);
  expect(await db().prisma.account.findMany()).toMatchObject([{ id: ahmed.id }]);
  expect(await db().prisma.participant.findMany({ orderBy: { id: "asc" } })).toMatchObject([
    { accountId: null, displayName: null },
    { accountId: ahmed.id },
  ]);
  const { threads } = await listComments(
    ahmed,
    { id: consultation.itemId("action-1"), consultationId: consultation.id },
    { sort: "recents", page: 1 },
  );
  expect(threads).toMatchObject([
    { body: "Non", supports: 1 },
    { id: commentId, body: "Oui", displayName: null, mine: false },
  ]);
  await expect(leave(ANONYMOUS)).rejects.toMatchObject({ code: "unauthenticated" });
});
