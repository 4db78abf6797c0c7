import { isSqlState, reader, writer, type Transaction } from "~/platform/db/index.server";
import { lockPoll } from "./poll-store.server";
import type { StageFacts, TestimonyFacts } from "./stage-form";
import type { Testimony } from "./types";

export { unitOfWork, type Transaction } from "~/platform/db/index.server";

/** Organisers who change one stage at once take turns; those who answer there do not wait for them. */
export async function lockStage(tx: Transaction, eventId: number): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM event WHERE id = ${eventId} FOR NO KEY UPDATE`;
}

const written = ({ organisers, partners, ...facts }: StageFacts) => ({
  ...facts,
  organisers: [...organisers],
  partners: [...partners],
});

/** Slugs of a consultation's stages. */
export async function findStageSlugs(consultationId: number): Promise<Set<string>> {
  const rows = await reader().event.findMany({ where: { consultationId }, select: { slug: true } });
  return new Set(rows.map(({ slug }) => slug));
}

/** Whether the stage could be written: not when another of that slug came first. */
export async function insertStage(consultationId: number, slug: string, facts: StageFacts): Promise<boolean> {
  try {
    await writer().event.create({ data: { consultationId, slug, ...written(facts) } });
    return true;
  } catch (error) {
    if (isSqlState(error, "23505")) return false;
    throw error;
  }
}

export async function updateStage(eventId: number, facts: StageFacts): Promise<void> {
  await writer().event.update({ where: { id: eventId }, data: written(facts) });
}

/** Removes a stage where nobody has answered; tells whether it did. Answers that are on their way wait, and are refused. */
export async function deleteUnansweredStage(tx: Transaction, eventId: number): Promise<boolean> {
  await lockPoll(tx, eventId);
  await tx.$queryRaw`SELECT 1 FROM event WHERE id = ${eventId} FOR UPDATE`;
  if (await hasAnswers(eventId, tx)) return false;
  await tx.event.delete({ where: { id: eventId } });
  return true;
}

/** Whether anybody has answered at a stage, in whichever round. */
export async function hasAnswers(
  eventId: number,
  tx: Pick<Transaction, "$queryRaw"> = reader(),
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ answered: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM live_answer JOIN live_question ON live_question.id = question_id WHERE event_id = ${eventId})
        OR EXISTS (SELECT 1 FROM live_text JOIN live_question ON live_question.id = question_id WHERE event_id = ${eventId}) AS answered`;
  return row?.answered ?? false;
}

const FIELDS = {
  id: true,
  itemId: true,
  speaker: true,
  role: true,
  organisation: true,
  points: true,
} as const;

/** Testimonies of a stage, in the order that its organisers gave them. */
export const findTestimonies = (
  eventId: number,
  tx: Pick<Transaction, "testimony"> = reader(),
): Promise<(Testimony & { itemId: number })[]> =>
  tx.testimony.findMany({ where: { eventId }, orderBy: { position: "asc" }, select: FIELDS });

export async function insertTestimony(
  tx: Transaction,
  eventId: number,
  itemId: number,
  { item: _item, ...said }: TestimonyFacts,
): Promise<void> {
  const { _max } = await tx.testimony.aggregate({ where: { eventId }, _max: { position: true } });
  await tx.testimony.create({ data: { ...said, eventId, itemId, position: (_max.position ?? -1) + 1 } });
}

/** Whether there was one of that number at the stage. */
export async function updateTestimony(
  tx: Transaction,
  eventId: number,
  id: number,
  itemId: number,
  { item: _item, ...said }: TestimonyFacts,
): Promise<boolean> {
  const { count } = await tx.testimony.updateMany({ where: { id, eventId }, data: { ...said, itemId } });
  return count > 0;
}

export async function deleteTestimony(tx: Transaction, eventId: number, id: number): Promise<void> {
  await tx.testimony.deleteMany({ where: { id, eventId } });
}

/** Writes the order of a stage's testimonies. A place is taken once: all step aside first. */
export async function orderTestimonies(
  tx: Transaction,
  eventId: number,
  ids: readonly number[],
): Promise<void> {
  await tx.$executeRaw`UPDATE testimony SET position = -1 - position WHERE event_id = ${eventId}`;
  await tx.$executeRaw`
    UPDATE testimony SET position = place - 1 FROM unnest(${[...ids]}::int[]) WITH ORDINALITY AS given(id, place)
    WHERE testimony.id = given.id AND event_id = ${eventId}`;
}
