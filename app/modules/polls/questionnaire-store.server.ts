import { reader, type Queryable, type Transaction } from "~/platform/db/index.server";
import { newCode, newScreenKey } from "./codes.server";
import type { ManagedQuestion } from "./question-change";
import { questionSchema, type QuestionDefinition } from "./questionnaire";
import * as sql from "./questionnaire-sql";
import type { Mode, QuestionPhase } from "./values";

/** The poll of a stage, for those who hold it. */
export interface ManagedPoll {
  readonly code: string;
  readonly screenKey: string;
  readonly title: string;
  readonly mode: Mode;
  readonly phase: QuestionPhase;
  readonly questionId: number | null;
  readonly onlineUntil: Date | null;
}

export async function findManagedPoll(
  stageId: number,
  tx: Pick<Transaction, "poll"> = reader(),
): Promise<ManagedPoll | null> {
  const row = await tx.poll.findUnique({ where: { stageId } });
  if (!row) return null;
  const { code, screenKey, title, mode, phase, questionId, onlineUntil } = row;
  return {
    code,
    screenKey,
    title,
    mode: mode as Mode,
    phase: phase as QuestionPhase,
    questionId,
    onlineUntil,
  };
}

/** Polls of several stages: their codes by stage. */
export async function findCodes(stageIds: readonly number[]): Promise<Map<number, string>> {
  const rows = await reader().poll.findMany({
    where: { stageId: { in: [...stageIds] } },
    select: { stageId: true, code: true },
  });
  return new Map(rows.map(({ stageId, code }) => [stageId, code]));
}

/** The questions of a stage in order, with what their answers hold. */
export async function findManagedQuestions(
  stageId: number,
  tx: Queryable = reader(),
): Promise<ManagedQuestion[]> {
  const rows = await sql.MANAGED_QUESTIONS.all(tx, stageId);
  return rows.map(({ definition, ...row }) => ({ ...row, definition: questionSchema.parse(definition) }));
}

export async function insertQuestion(
  tx: Transaction,
  stageId: number,
  position: number,
  definition: QuestionDefinition,
  itemId: number | null,
): Promise<void> {
  await tx.pollQuestion.create({ data: { stageId, position, ref: definition.ref, definition, itemId } });
}

export async function updateQuestion(
  tx: Transaction,
  id: number,
  position: number,
  definition: QuestionDefinition,
  itemId: number | null,
): Promise<void> {
  await tx.pollQuestion.update({ where: { id }, data: { position, definition, itemId } });
}

/** Removes a question; a screen that shows it goes back to waiting. */
export async function deleteQuestion(tx: Transaction, id: number): Promise<void> {
  await tx.poll.updateMany({
    where: { questionId: id },
    data: { questionId: null, phase: "ready", closesAt: null },
  });
  await tx.pollQuestion.delete({ where: { id } });
}

export async function placeQuestions(tx: Transaction, ids: readonly number[]): Promise<void> {
  await sql.PLACE_QUESTIONS.run(tx, ids);
}

const DRAWS = 50;

/** Gives a stage its poll when it has none, with a code of its own and a secret. */
export async function createPoll(tx: Transaction, stageId: number, title: string): Promise<void> {
  if ((await tx.poll.count({ where: { stageId } })) > 0) return;
  for (let draw = 0; draw < DRAWS; draw++) {
    const added = await sql.ADD_POLL.run(tx, stageId, newCode(), newScreenKey(), title);
    if (added > 0) return;
  }
  throw new Error("No free code was drawn");
}

export async function renamePoll(tx: Transaction, stageId: number, title: string): Promise<void> {
  await tx.poll.updateMany({ where: { stageId }, data: { title } });
}

/** Another code: the old one leads nowhere any more. */
export async function replaceCode(tx: Transaction, stageId: number): Promise<void> {
  if ((await tx.poll.count({ where: { stageId } })) === 0) return;
  for (let draw = 0; draw < DRAWS; draw++) {
    const changed = await sql.SET_CODE.run(tx, stageId, newCode());
    if (changed > 0) return;
  }
  throw new Error("No free code was drawn");
}

export async function replaceScreenKey(tx: Transaction, stageId: number): Promise<void> {
  await tx.poll.updateMany({ where: { stageId }, data: { screenKey: newScreenKey() } });
}

/** Whether anybody has answered at a stage, in whichever round. */
export async function hasAnswers(stageId: number, tx: Queryable = reader()): Promise<boolean> {
  const row = await sql.HAS_ANSWERS.one(tx, stageId);
  return row?.answered ?? false;
}
