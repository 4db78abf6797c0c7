import { now } from "~/platform/clock";
import { reader, type Queryable } from "~/platform/db/index.server";
import * as sql from "./answers-sql";
import type { KeptAnswer, KeptText, Whereabouts } from "./answers-sql";
import type { Setting } from "./values";

export type { KeptAnswer, KeptText, Whereabouts };

/** Makes respondents of those who are not yet. @returns what each said of themselves. */
export async function joinPoll(
  tx: Queryable,
  stageId: number,
  people: readonly Whereabouts[],
): Promise<Map<string, Whereabouts>> {
  const rows = await sql.JOIN_POLL.all(
    tx,
    stageId,
    people.map(({ key }) => key),
    people.map(({ region }) => region),
    people.map(({ stakeholder }) => stakeholder),
  );
  return new Map(rows.map((row) => [row.key, row]));
}

export const keepAnswers = (
  tx: Queryable,
  stageId: number,
  setting: Setting,
  answers: readonly KeptAnswer[],
) => sql.KEEP_ANSWERS.run(tx, stageId, setting, now(), answers);

export const dropAnswers = (tx: Queryable, stageId: number, of: readonly Omit<KeptAnswer, "choices">[]) =>
  sql.DROP_ANSWERS.run(tx, stageId, of);

export const textsGiven = (
  tx: Queryable,
  stageId: number,
  keys: readonly string[],
  questions: readonly number[],
) => sql.TEXTS_GIVEN.all(tx, stageId, keys, questions);

export const keepTexts = (tx: Queryable, stageId: number, setting: Setting, texts: readonly KeptText[]) =>
  sql.KEEP_TEXTS.run(tx, stageId, setting, now(), texts);

/** The questions of those texts that the public may support. */
export async function questionsOfTexts(
  tx: Queryable,
  stageId: number,
  textIds: readonly number[],
): Promise<Map<number, string>> {
  const rows = await sql.SUPPORTABLE.all(tx, stageId, textIds);
  return new Map(rows.map(({ id, ref }) => [id, ref]));
}

/** Gives and takes supports, at most one of each respondent and text. */
export async function setTextSupports(
  tx: Queryable,
  stageId: number,
  supports: readonly { key: string; text: number; on: boolean }[],
): Promise<void> {
  for (const [statement, given] of [
    [sql.SUPPORT_TEXTS, true],
    [sql.UNSUPPORT_TEXTS, false],
  ] as const) {
    const rows = supports.filter(({ on }) => on === given).map(({ key, text }) => ({ key, text }));
    if (rows.length > 0) await statement.run(tx, stageId, rows);
  }
}

export const moveRespondents = (tx: Queryable, stageId: number, people: readonly Whereabouts[]) =>
  sql.MOVE_RESPONDENTS.run(tx, stageId, people);

export const findOwn = async (stageId: number, key: string) =>
  (await sql.OWN.one(reader(), stageId, key)) ?? null;
