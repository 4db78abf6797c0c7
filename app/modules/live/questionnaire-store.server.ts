import { reader, type Transaction } from "~/platform/db/index.server";
import { newCode, newScreenKey } from "./codes.server";
import type { ManagedQuestion } from "./question-change";
import { questionSchema, type QuestionDefinition } from "./questionnaire";
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
  eventId: number,
  tx: Pick<Transaction, "liveState"> = reader(),
): Promise<ManagedPoll | null> {
  const row = await tx.liveState.findUnique({ where: { eventId } });
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
export async function findCodes(eventIds: readonly number[]): Promise<Map<number, string>> {
  const rows = await reader().liveState.findMany({
    where: { eventId: { in: [...eventIds] } },
    select: { eventId: true, code: true },
  });
  return new Map(rows.map(({ eventId, code }) => [eventId, code]));
}

interface QuestionRow {
  id: number;
  definition: unknown;
  answers: number;
  held: number;
  used: string[];
}

/** The questions of a stage in order, with what their answers hold. */
export async function findManagedQuestions(
  eventId: number,
  tx: Pick<Transaction, "$queryRaw"> = reader(),
): Promise<ManagedQuestion[]> {
  const rows = await tx.$queryRaw<QuestionRow[]>`
    SELECT q.id, q.definition,
      (SELECT count(*)::int FROM live_answer a WHERE a.question_id = q.id AND a.round = q.round)
        + (SELECT count(*)::int FROM live_text x WHERE x.question_id = q.id AND x.round = q.round) AS answers,
      (SELECT count(*)::int FROM live_answer a WHERE a.question_id = q.id)
        + (SELECT count(*)::int FROM live_text x WHERE x.question_id = q.id) AS held,
      ARRAY(SELECT DISTINCT unnest(a.choices) FROM live_answer a WHERE a.question_id = q.id AND a.round = q.round) AS used
    FROM live_question q WHERE q.event_id = ${eventId} ORDER BY q.position, q.id`;
  return rows.map(({ definition, ...row }) => ({ ...row, definition: questionSchema.parse(definition) }));
}

export async function insertQuestion(
  tx: Transaction,
  eventId: number,
  position: number,
  definition: QuestionDefinition,
  itemId: number | null,
): Promise<void> {
  await tx.liveQuestion.create({ data: { eventId, position, ref: definition.ref, definition, itemId } });
}

export async function updateQuestion(
  tx: Transaction,
  id: number,
  position: number,
  definition: QuestionDefinition,
  itemId: number | null,
): Promise<void> {
  await tx.liveQuestion.update({ where: { id }, data: { position, definition, itemId } });
}

/** Removes a question; a screen that shows it goes back to waiting. */
export async function deleteQuestion(tx: Transaction, id: number): Promise<void> {
  await tx.liveState.updateMany({
    where: { questionId: id },
    data: { questionId: null, phase: "ready", closesAt: null },
  });
  await tx.liveQuestion.delete({ where: { id } });
}

export async function placeQuestions(tx: Transaction, ids: readonly number[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE live_question SET position = place - 1 FROM unnest(${[...ids]}::int[]) WITH ORDINALITY AS given(id, place)
    WHERE live_question.id = given.id`;
}

const DRAWS = 50;

/** Gives a stage its poll when it has none, with a code of its own and a secret. */
export async function createPoll(tx: Transaction, eventId: number, title: string): Promise<void> {
  if ((await tx.liveState.count({ where: { eventId } })) > 0) return;
  for (let draw = 0; draw < DRAWS; draw++) {
    const added = await tx.$executeRaw`
      INSERT INTO live_state (event_id, code, screen_key, title) VALUES (${eventId}, ${newCode()}, ${newScreenKey()}, ${title})
      ON CONFLICT (code) DO NOTHING`;
    if (added > 0) return;
  }
  throw new Error("No free code was drawn");
}

export async function renamePoll(tx: Transaction, eventId: number, title: string): Promise<void> {
  await tx.liveState.updateMany({ where: { eventId }, data: { title } });
}

/** Another code: the old one leads nowhere any more. */
export async function replaceCode(tx: Transaction, eventId: number): Promise<void> {
  if ((await tx.liveState.count({ where: { eventId } })) === 0) return;
  for (let draw = 0; draw < DRAWS; draw++) {
    const code = newCode();
    const changed = await tx.$executeRaw`
      UPDATE live_state SET code = ${code} WHERE event_id = ${eventId} AND NOT EXISTS (SELECT 1 FROM live_state WHERE code = ${code})`;
    if (changed > 0) return;
  }
  throw new Error("No free code was drawn");
}

export async function replaceScreenKey(tx: Transaction, eventId: number): Promise<void> {
  await tx.liveState.updateMany({ where: { eventId }, data: { screenKey: newScreenKey() } });
}
