import { isSqlState, reader, writer, type Transaction } from "~/platform/db/index.server";
import { int4, list, statement } from "~/platform/db/sql.server";
import type { StageFacts, TestimonyFacts } from "./stage-form";
import type { Testimony } from "./types";

export { unitOfWork, type Transaction } from "~/platform/db/index.server";

/** $1 stage */
const LOCK_STAGE = statement("stages.lock", {
  sql: `SELECT id FROM stage WHERE id = $1::int FOR NO KEY UPDATE`,
  takes: [int4],
  gives: { id: int4 },
});
/** $1 stage */
const STEP_ASIDE = statement("stages.step-aside", {
  sql: `UPDATE testimony SET position = -1 - position WHERE stage_id = $1::int`,
  takes: [int4],
});
/** $1 stage, $2 testimonies, in their order. */
const PLACE_TESTIMONIES = statement("stages.place-testimonies", {
  sql: `
    UPDATE testimony SET position = place - 1 FROM unnest($2::int[]) WITH ORDINALITY AS given (id, place)
    WHERE testimony.id = given.id AND stage_id = $1::int`,
  takes: [int4, list(int4)],
});

/** Organisers who change one stage at once take turns; those who answer there do not wait for them. */
export async function lockStage(tx: Transaction, stageId: number): Promise<void> {
  await LOCK_STAGE.one(tx, stageId);
}

const written = ({ organisers, partners, ...facts }: StageFacts) => ({
  ...facts,
  organisers: [...organisers],
  partners: [...partners],
});

/** Slugs of a consultation's stages. */
export async function findStageSlugs(consultationId: number): Promise<Set<string>> {
  const rows = await reader().stage.findMany({ where: { consultationId }, select: { slug: true } });
  return new Set(rows.map(({ slug }) => slug));
}

/** Whether the stage could be written: not when another of that slug came first. */
export async function insertStage(consultationId: number, slug: string, facts: StageFacts): Promise<boolean> {
  try {
    await writer().stage.create({ data: { consultationId, slug, ...written(facts) } });
    return true;
  } catch (error) {
    if (isSqlState(error, "23505")) return false;
    throw error;
  }
}

export async function updateStage(stageId: number, facts: StageFacts): Promise<void> {
  await writer().stage.update({ where: { id: stageId }, data: written(facts) });
}

/** Removes a stage with all that hangs on it. */
export async function deleteStageRow(tx: Transaction, stageId: number): Promise<void> {
  await tx.stage.delete({ where: { id: stageId } });
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
  stageId: number,
  tx: Pick<Transaction, "testimony"> = reader(),
): Promise<(Testimony & { itemId: number })[]> =>
  tx.testimony.findMany({ where: { stageId }, orderBy: { position: "asc" }, select: FIELDS });

export async function insertTestimony(
  tx: Transaction,
  stageId: number,
  itemId: number,
  { item: _item, ...said }: TestimonyFacts,
): Promise<void> {
  const { _max } = await tx.testimony.aggregate({ where: { stageId }, _max: { position: true } });
  await tx.testimony.create({ data: { ...said, stageId, itemId, position: (_max.position ?? -1) + 1 } });
}

/** Whether there was one of that number at the stage. */
export async function updateTestimony(
  tx: Transaction,
  stageId: number,
  id: number,
  itemId: number,
  { item: _item, ...said }: TestimonyFacts,
): Promise<boolean> {
  const { count } = await tx.testimony.updateMany({ where: { id, stageId }, data: { ...said, itemId } });
  return count > 0;
}

export async function deleteTestimony(tx: Transaction, stageId: number, id: number): Promise<void> {
  await tx.testimony.deleteMany({ where: { id, stageId } });
}

/** Writes the order of a stage's testimonies. A place is taken once: all step aside first. */
export async function orderTestimonies(
  tx: Transaction,
  stageId: number,
  ids: readonly number[],
): Promise<void> {
  await STEP_ASIDE.run(tx, stageId);
  await PLACE_TESTIMONIES.run(tx, stageId, ids);
}
