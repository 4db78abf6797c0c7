import { createHash, randomUUID } from "node:crypto";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ANONYMOUS, type AccountActor } from "~/modules/identity";
import {
  deleteExpiredPending,
  deletePending,
  giveOpinion,
  keepPending,
  myVoice,
  pendingKind,
  readPending,
  submitPending,
} from "~/modules/participation/index.server";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/index.server";
import { freshDatabase } from "../setup/database";
import { DAY, emptyDatabase, seedAccount, seedConsultation } from "../setup/participation";

let consultation: Awaited<ReturnType<typeof seedConsultation>>;
let restore = () => {};
afterEach(() => restore());

beforeAll(async () => void (await freshDatabase()));
beforeEach(async () => {
  await emptyDatabase();
  consultation = await seedConsultation({ closesAt: new Date(Date.now() + 10 * DAY) });
});

const typed = {
  kind: "opinion" as const,
  slug: "essai",
  ref: "action-1",
  position: "for" as const,
  stars: 4,
  body: "Gardé « tel quel »\n\nmême 🙂",
  submission: randomUUID(),
};

test("what was typed before signing in is given after it, once", async () => {
  const token = await keepPending(typed);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(await readPending(token)).toEqual(typed);
  const claire = await seedAccount();
  const answers = await Promise.all(Array.from({ length: 5 }, () => submitPending(claire, token)));
  const [comment] = await db().prisma.comment.findMany();
  expect(await db().prisma.comment.count()).toBe(1);
  expect(comment?.body).toBe(typed.body);
  expect(answers.filter((answer) => answer !== null)).toEqual([
    {
      location: `/concertations/essai/action-1?avis=enregistre&envoi=${typed.submission}#votre-avis`,
      saved: true,
    },
  ]);
  expect(
    await myVoice(claire, { id: consultation.itemId("action-1"), consultationId: consultation.id }),
  ).toMatchObject({ position: "for", stars: 4 });
  expect(await readPending(token)).toBeNull();
});

test("of two people who come back with the same secret, one gives it", async () => {
  const token = await keepPending({ ...typed, submission: undefined });
  const people = await Promise.all([seedAccount(), seedAccount(), seedAccount()]);
  const answers = await Promise.all(people.map((person) => submitPending(person, token)));
  expect(answers.filter((answer) => answer?.saved)).toHaveLength(1);
  expect(await db().prisma.comment.count()).toBe(1);
});

test("votes alone lead back to the panel", async () => {
  const token = await keepPending({ kind: "opinion", slug: "essai", ref: "action-1", stars: 2 });
  expect(await submitPending(await seedAccount(), token)).toEqual({
    location: "/concertations/essai/action-1?avis=enregistre#votre-avis",
    saved: true,
  });
});

test("only its hash is in the database", async () => {
  const token = await keepPending(typed);
  const [row] = await db().prisma.pendingOpinion.findMany();
  expect(row?.tokenHash).toBe(createHash("sha256").update(token).digest("hex"));
  expect(await readPending(row?.tokenHash as string)).toBeNull();
});

test("needs somebody who is signed in, and a secret that is known", async () => {
  const token = await keepPending(typed);
  await expect(submitPending(ANONYMOUS, token)).rejects.toMatchObject({ code: "unauthenticated" });
  expect(await submitPending(await seedAccount(), "inconnu")).toBeNull();
  await deletePending(token);
  expect(await readPending(token)).toBeNull();
});

test("refused by the consultation, it stays to be copied", async () => {
  const claire = await seedAccount();
  const gone = await keepPending({ ...typed, ref: "action-retiree" });
  const late = await keepPending(typed);
  restore = setClock(() => Date.now() + DAY / 2);
  await db().prisma.consultation.updateMany({ data: { closesAt: new Date(Date.now() + 1) } });
  for (const token of [gone, late]) {
    expect(await submitPending(claire, token)).toEqual({ location: "/avis-non-enregistre", saved: false });
    expect(await readPending(token)).toMatchObject({ body: typed.body });
  }
  expect(await db().prisma.voice.count()).toBe(0);
});

test("is kept for a day, then forgotten", async () => {
  const token = await keepPending(typed);
  restore = setClock(() => Date.now() + DAY + 1000);
  expect(await readPending(token)).toBeNull();
  expect(await submitPending(await seedAccount(), token)).toBeNull();
  const next = await keepPending(typed);
  expect(await db().prisma.pendingOpinion.count()).toBe(1);
  expect(await readPending(next)).not.toBeNull();
});

test("what nobody came back for in time is forgotten, and nothing else", async () => {
  const token = await keepPending(typed);
  await deleteExpiredPending();
  expect(await readPending(token)).not.toBeNull();
  restore = setClock(() => Date.now() + DAY + 1000);
  await deleteExpiredPending();
  expect(await db().prisma.pendingOpinion.count()).toBe(0);
});

test("what this version cannot do is not done", async () => {
  const token = await keepPending(typed);
  await db().prisma.pendingOpinion.updateMany({ data: { payload: { kind: "delete", commentId: 1 } } });
  expect(await readPending(token)).toBeNull();
  expect(await submitPending(await seedAccount(), token)).toBeNull();
});

test("taking a part of one's own voice back waits, for whoever signs in; too late, it leaves nothing", async () => {
  const [claire, ahmed] = await Promise.all([seedAccount(), seedAccount()]);
  const place = { slug: "essai", ref: "action-1" };
  for (const person of [claire, ahmed]) await giveOpinion(person, { ...place, position: "for", stars: 4 });
  const withdrawal = {
    kind: "withdrawal" as const,
    ...place,
    part: "position" as const,
    back: "/concertations/essai/action-1#votre-avis",
  };
  const token = await keepPending(withdrawal);
  const late = await keepPending({ ...withdrawal, part: "stars" });
  expect(await pendingKind(token)).toBe("pressed");
  expect(await submitPending(ahmed, token)).toEqual({
    location: "/concertations/essai/action-1?avis=retire#votre-avis",
    saved: true,
  });
  const item = { id: consultation.itemId("action-1"), consultationId: consultation.id };
  expect(await myVoice(ahmed, item)).toMatchObject({ position: null, stars: 4 });
  expect(await myVoice(claire, item)).toMatchObject({ position: "for", stars: 4 });
  expect(await submitPending(ahmed, token)).toBeNull();
  restore = setClock(() => Date.now() + DAY / 2);
  await db().prisma.consultation.updateMany({ data: { closesAt: new Date(Date.now() + 1) } });
  expect(await submitPending(ahmed, late)).toEqual({ location: withdrawal.back, saved: true });
  expect(await readPending(late)).toBeNull();
  expect(await myVoice(ahmed, item)).toMatchObject({ stars: 4 });
});

describe("on a comment", () => {
  const place = { slug: "essai", ref: "action-1" };
  const submission = randomUUID();
  let claire: AccountActor;
  let ahmed: AccountActor;
  let commentId: number;

  beforeEach(async () => {
    [claire, ahmed] = await Promise.all([seedAccount(), seedAccount()]);
    commentId = (await giveOpinion(claire, { ...place, body: "Avant" })).commentId as number;
  });

  const read = () => db().prisma.comment.findFirstOrThrow({ where: { id: commentId } });

  test("a reply waits, and shows under what it answers", async () => {
    const token = await keepPending({
      kind: "reply",
      ...place,
      parentId: commentId,
      body: "Réponse",
      submission,
    });
    expect(await submitPending(ahmed, token)).toEqual({
      location: `/concertations/essai/action-1/commentaires/${commentId}?avis=enregistre&envoi=${submission}`,
      saved: true,
    });
    expect(await db().prisma.comment.findMany({ where: { parentId: commentId } })).toMatchObject([
      { body: "Réponse" },
    ]);
  });

  test("a change waits for its author; from anybody else it stays to be copied", async () => {
    const token = await keepPending({ kind: "edit", ...place, commentId, body: "Après", submission });
    expect(await submitPending(ahmed, token)).toEqual({ location: "/avis-non-enregistre", saved: false });
    expect(await read()).toMatchObject({ body: "Avant" });
    expect(await submitPending(claire, token)).toEqual({
      location: `/concertations/essai/action-1/commentaires/${commentId}?avis=modifie&envoi=${submission}`,
      saved: true,
    });
    expect(await read()).toMatchObject({ body: "Après" });
    expect(await readPending(token)).toBeNull();
  });

  test("a support waits, and so does taking it back", async () => {
    const back = `/concertations/essai/action-1?tri=soutenus#commentaire-${commentId}`;
    for (const [kind, supports] of [
      ["support", 1],
      ["unsupport", 0],
    ] as const) {
      const token = await keepPending({ kind, ...place, commentId, back });
      expect(await submitPending(ahmed, token)).toEqual({ location: back, saved: true });
      expect(await read()).toMatchObject({ supports });
    }
  });

  test("a support that is refused leaves nothing", async () => {
    const token = await keepPending({
      kind: "support",
      ...place,
      commentId,
      back: "/concertations/essai/action-1",
    });
    expect(await submitPending(claire, token)).toEqual({
      location: "/concertations/essai/action-1",
      saved: true,
    });
    expect(await read()).toMatchObject({ supports: 0 });
    expect(await readPending(token)).toBeNull();
  });
});
