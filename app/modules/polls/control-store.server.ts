import type { Queryable } from "~/platform/db/index.server";
import { DomainError } from "~/platform/errors";
import * as sql from "./control-sql";
import type { HeldQuestion } from "./control-sql";
import { lockPoll } from "./poll-store.server";
import type { Mode, QuestionPhase } from "./values";

export type { HeldQuestion };
export { unitOfWork, type AfterCommit, type Queryable } from "~/platform/db/index.server";
export { announce, nextVersion } from "./poll-store.server";

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
  const row = await sql.HELD_STATE.one(tx, stageId);
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
) => sql.SET_STATE.run(tx, stageId, mode, questionId, phase, closesAt, onlineUntil ?? null);
export const setBlank = (tx: Queryable, stageId: number, on: boolean) => sql.SET_BLANK.run(tx, stageId, on);
export const setRevealed = (tx: Queryable, questionId: number, on: boolean) =>
  sql.SET_REVEALED.run(tx, questionId, on);
export const nextRound = (tx: Queryable, questionId: number) => sql.NEXT_ROUND.run(tx, questionId);
export const setWord = (tx: Queryable, questionId: number, word: string, hidden: boolean) =>
  (hidden ? sql.HIDE_WORD : sql.SHOW_WORD).run(tx, questionId, word);
/** @returns whether there is such a text */
export const setText = async (
  tx: Queryable,
  stageId: number,
  textId: number,
  verdict: "published" | "refused" | "answered",
): Promise<boolean> => {
  const answered = verdict === "answered";
  return (await sql.SET_TEXT.run(tx, stageId, textId, answered ? "published" : verdict, answered)) > 0;
};
export const answersOfRound = (tx: Queryable, { id, round }: HeldQuestion) => sql.ROUND.all(tx, id, round);
