import type { Queryable } from "~/platform/db/index.server";
import { DomainError } from "~/platform/errors";
import * as sql from "./control-sql";
import { lockPoll } from "./poll-store.server";
import type { Setting, Mode, QuestionKind, QuestionPhase, TextStatus } from "./values";

export { unitOfWork, type Queryable } from "~/platform/db/index.server";
export { announce, nextVersion } from "./poll-store.server";

export interface HeldQuestion {
  id: number;
  ref: string;
  kind: QuestionKind;
  round: number;
  itemId: number | null;
  revealed: boolean;
  seconds: number | null;
}

/** A poll that nobody else can change until the transaction ends. */
export interface HeldState {
  stageId: number;
  consultationId: number;
  consultationSlug: string;
  mode: Mode;
  phase: QuestionPhase;
  questionId: number | null;
  closesAt: number | null;
  questions: HeldQuestion[];
}

/** @throws DomainError "not-found" */
export async function holdState(tx: Queryable, stageId: number): Promise<HeldState> {
  await lockPoll(tx, stageId);
  const [row] = await tx.$queryRawUnsafe<HeldState[]>(sql.HELD_STATE, stageId);
  if (!row) throw new DomainError("not-found", "polls:refusal.unknown-code");
  return row;
}

export interface NewState {
  mode: Mode;
  questionId: number | null;
  phase: QuestionPhase;
  closesAt: Date | null;
  onlineUntil?: Date | undefined;
}

export const setState = (
  tx: Queryable,
  stageId: number,
  { mode, questionId, phase, closesAt, onlineUntil }: NewState,
) => tx.$executeRawUnsafe(sql.SET_STATE, stageId, mode, questionId, phase, closesAt, onlineUntil ?? null);
export const setBlank = (tx: Queryable, stageId: number, on: boolean) =>
  tx.$executeRawUnsafe(sql.SET_BLANK, stageId, on);
export const setRevealed = (tx: Queryable, questionId: number, on: boolean) =>
  tx.$executeRawUnsafe(sql.SET_REVEALED, questionId, on);
export const nextRound = (tx: Queryable, questionId: number) =>
  tx.$executeRawUnsafe(sql.NEXT_ROUND, questionId);
export const setWord = (tx: Queryable, questionId: number, word: string, hidden: boolean) =>
  tx.$executeRawUnsafe(hidden ? sql.HIDE_WORD : sql.SHOW_WORD, questionId, word);
/** @returns whether there is such a text */
export const setText = async (
  tx: Queryable,
  stageId: number,
  textId: number,
  status: TextStatus,
): Promise<boolean> => (await tx.$executeRawUnsafe(sql.SET_TEXT, stageId, textId, status)) > 0;
export const answersOfRound = (tx: Queryable, { id, round }: HeldQuestion) =>
  tx.$queryRawUnsafe<{ key: string; questionId: number; choices: string[]; setting: Setting }[]>(
    sql.ROUND,
    id,
    round,
  );
