import { expect } from "vitest";
import { dropRoadmaps } from "~/modules/consultation/index.server";
import type { AccountActor } from "~/modules/identity";
import { db } from "~/platform/db/index.server";
import { justProven } from "./actors";

export const DAY = 86_400_000;

/** Deletes people, consultations and what was said: faster between tests than a fresh database. */
export async function emptyDatabase(): Promise<void> {
  await db().prisma
    .$executeRaw`TRUNCATE account, consultation, turnout, pending_opinion RESTART IDENTITY CASCADE`;
  // The next test's consultation has the same name.
  dropRoadmaps();
}

export interface ItemSeed {
  ref: string;
  vote?: boolean;
  stars?: boolean;
  comments?: boolean;
}

export interface ConsultationSeed {
  slug?: string;
  status?: "draft" | "published";
  opensAt?: Date;
  closesAt?: Date;
  items?: ItemSeed[];
}

/** A consultation, open unless told otherwise, with items that open for everything unless told otherwise. */
export async function seedConsultation({
  slug = "essai",
  status = "published",
  opensAt = new Date(Date.now() - DAY),
  closesAt = new Date(Date.now() + DAY),
  items = [{ ref: "action-1" }, { ref: "action-2" }, { ref: "action-3" }],
}: ConsultationSeed = {}) {
  const consultation = await db().prisma.consultation.create({
    data: {
      slug,
      title: slug,
      status,
      opensAt,
      closesAt,
      items: {
        create: items.map(({ ref, vote = true, stars = true, comments = true }, position) => ({
          ref,
          kind: "action",
          title: ref,
          position,
          opensVote: vote,
          opensStars: stars,
          opensComments: comments,
        })),
      },
    },
    include: { items: { orderBy: { position: "asc" } } },
  });
  const itemIds = Object.fromEntries(consultation.items.map(({ ref, id }) => [ref, id]));
  return { id: consultation.id, slug, itemId: (ref: string) => itemIds[ref] as number };
}

let accounts = 0;

export async function seedAccount({
  region = "84",
  stakeholder = "citizen",
  displayName = null as string | null,
} = {}): Promise<AccountActor> {
  const email = `personne-${++accounts}@exemple.fr`;
  const { id } = await db().prisma.account.create({
    data: { email, region, stakeholder, displayName },
  });
  return { kind: "account", id, session: justProven(), email, displayName, grants: [], region, stakeholder };
}

type Counts = Record<string, number>;

/** Every row of `tally` that counts something, by what it counts. */
export async function tallies(): Promise<Record<string, Counts>> {
  const rows = await db().prisma.tally.findMany();
  const entries = rows.map(({ itemId, region, stakeholder, channel, ...counts }): [string, Counts] => [
    [itemId, region, stakeholder, channel].join(" "),
    counts,
  ]);
  return Object.fromEntries(
    entries.filter(([, counts]) => Object.values(counts).some((count) => count !== 0)),
  );
}

/** The same, counted anew from voices and comments in plain JavaScript, without a line of what the database does. */
export async function recountedTallies(): Promise<Record<string, Counts>> {
  const voices = await db().prisma.voice.findMany({ include: { participant: true } });
  const comments = await db().prisma.comment.findMany({
    where: { withdrawnAt: null, publication: { not: "pending" } },
  });
  const counted = new Map<string, Counts>();
  const count = (key: string, change: Counts) => {
    const cell = counted.get(key) ?? {
      participants: 0,
      for: 0,
      mixed: 0,
      against: 0,
      stars1: 0,
      stars2: 0,
      stars3: 0,
      stars4: 0,
      stars5: 0,
      comments: 0,
    };
    for (const [name, by] of Object.entries(change)) cell[name] = (cell[name] ?? 0) + by;
    counted.set(key, cell);
  };
  for (const voice of voices) {
    const said = comments.filter(
      ({ participantId, itemId }) => participantId === voice.participantId && itemId === voice.itemId,
    );
    for (const channel of ["*", "online", "event", "paper"]) {
      const by = (used: string | null) => channel === "*" || used === channel;
      const change: Counts = {};
      if (voice.position && by(voice.positionChannel)) change[voice.position] = 1;
      if (voice.stars && by(voice.starsChannel)) change[`stars${voice.stars}`] = 1;
      const number = said.filter((comment) => by(comment.channel)).length;
      if (number > 0) change.comments = number;
      if (Object.keys(change).length === 0) continue;
      change.participants = 1;
      const { region, stakeholder } = voice.participant;
      for (const r of ["*", region])
        for (const s of ["*", stakeholder]) count([voice.itemId, r, s, channel].join(" "), change);
    }
  }
  return Object.fromEntries(counted);
}

/** Participants whose voice counts somewhere, by consultation, region and stakeholder: as kept, and counted anew. */
export async function turnouts() {
  const kept = await db().prisma.turnout.findMany({ where: { participants: { not: 0 } } });
  const recounted = await db().prisma.$queryRaw<{ key: string; n: number }[]>`
    SELECT p.consultation_id || ' ' || p.region || ' ' || p.stakeholder AS key, count(*)::int AS n FROM participant p
    WHERE EXISTS (SELECT 1 FROM voice v WHERE v.participant_id = p.id AND (v.position IS NOT NULL OR v.stars IS NOT NULL
                  OR EXISTS (SELECT 1 FROM comment c WHERE c.participant_id = p.id AND c.item_id = v.item_id AND c.withdrawn_at IS NULL AND c.publication <> 'pending')))
    GROUP BY 1`;
  return {
    kept: Object.fromEntries(
      kept.map((row) => [`${row.consultationId} ${row.region} ${row.stakeholder}`, row.participants]),
    ),
    recounted: Object.fromEntries(recounted.map(({ key, n }) => [key, n])),
  };
}

/** Every voice, by person and item. */
export const voices = () =>
  db().prisma.voice.findMany({ orderBy: [{ participantId: "asc" }, { itemId: "asc" }] });

/** What the database keeps in the transaction of each voice is what counting anew finds. */
export async function expectExactCounts(): Promise<void> {
  expect(await tallies()).toEqual(await recountedTallies());
  const { kept, recounted } = await turnouts();
  expect(kept).toEqual(recounted);
}
