import { now } from "~/platform/clock";
import { db, reader, unitOfWork, type Queryable } from "~/platform/db/index.server";
import { DomainError } from "~/platform/errors";
import type { PollItem, PollPlace, PollQuestion, PollText, Snapshot } from "./poll";
import * as sql from "./poll-sql";
import type { QuestionDefinition } from "./questionnaire";
import type { Setting } from "./values";

export { unitOfWork, type Queryable, type Transaction } from "~/platform/db/index.server";

/** A process's count of phones that is older than this counts no more, in milliseconds. */
const PRESENCE = 12_000;

interface QuestionRow {
  id: number;
  /** Written only after it was checked by the questionnaire's schema. */
  definition: QuestionDefinition;
  revealed: boolean;
  round: number;
  hiddenWords: string[];
  itemId: number | null;
  item: PollItem | null;
}

/** A question with the number of its item. */
export type StoredQuestion = PollQuestion & { readonly itemId: number | null };

type StateRow = PollPlace &
  Pick<Snapshot, "code" | "title" | "version" | "mode" | "phase" | "closesAt" | "onlineUntil" | "blank"> & {
    questionId: number | null;
  };

/** A poll without its answers. */
export interface Poll extends Omit<Snapshot, "current" | "questions"> {
  readonly questions: readonly StoredQuestion[];
  readonly questionId: number | null;
}

const toQuestion = ({ definition, ...row }: QuestionRow): StoredQuestion => ({ ...definition, ...row });

function toPoll(row: StateRow & { questions: QuestionRow[]; connected?: number }): Poll {
  const {
    stageId,
    consultationId,
    consultationSlug,
    stageSlug,
    stageTitle,
    city,
    region,
    demonstration,
    questions,
    connected,
    ...state
  } = row;
  const place = {
    stageId,
    consultationId,
    consultationSlug,
    stageSlug,
    stageTitle,
    city,
    region,
    demonstration,
  };
  return { ...state, place, questions: questions.map(toQuestion), connected: connected ?? 0 };
}

async function readPoll(statement: string, key: string | number): Promise<Poll | null> {
  const since = new Date(now().getTime() - PRESENCE);
  const [row] = await reader().$queryRawUnsafe<Parameters<typeof toPoll>[0][]>(statement, key, since);
  return row ? toPoll(row) : null;
}

export const findPoll = (code: string) => readPoll(sql.POLL, code);
export const findPollOf = (stageId: number) => readPoll(sql.POLL_OF, stageId);

export async function findQuestions(stageId: number): Promise<StoredQuestion[]> {
  const [row] = await reader().$queryRawUnsafe<{ questions: QuestionRow[] }[]>(sql.QUESTIONS_OF, stageId);
  return (row?.questions ?? []).map(toQuestion);
}

export async function findScreenKey(code: string): Promise<string | null> {
  const [row] = await reader().$queryRawUnsafe<{ key: string }[]>(sql.SCREEN_KEY, code);
  return row?.key ?? null;
}

export interface CountedRow {
  questionId: number;
  setting: Setting;
  value: string;
  place: number;
  n: number;
}

/** What is counted of some questions: choices, respondents (setting null: together), texts. */
export async function readCounts(questionIds: readonly number[], texts: number) {
  const on = reader();
  const [tallies, respondents, written] = await Promise.all([
    on.$queryRawUnsafe<CountedRow[]>(sql.TALLIES, questionIds),
    on.$queryRawUnsafe<{ questionId: number; setting: Setting | null; n: number }[]>(
      sql.RESPONDENTS,
      questionIds,
    ),
    on.$queryRawUnsafe<(PollText & { questionId: number })[]>(sql.TEXTS, questionIds, texts),
  ]);
  return { tallies, respondents, texts: written };
}

/** Tells every process, once the transaction is committed, that a poll's state or answers have changed. */
export async function announce(
  tx: Queryable,
  stageId: number,
  what: "state" | "answers" = "state",
): Promise<void> {
  await tx.$queryRawUnsafe(sql.ANNOUNCE, stageId, what);
}

/** Hears of changes, on any process. @returns how to stop. */
export const listenToPolls = (heard: (stageId: number, what: string) => void, back: () => void) =>
  db().listen("poll", {
    heard: (message) => {
      const [stageId, what = ""] = message.split(" ");
      heard(Number(stageId), what);
    },
    back,
  });

/**
 * Holds a poll alone, before anything else of its stage: those who answer start there too, so that they wait for a change
 * or the change for them, never each for the other, and no answer slips in behind it.
 */
export async function lockPoll(tx: Queryable, stageId: number): Promise<void> {
  await tx.$queryRawUnsafe(sql.LOCK_POLL, stageId);
}

/** Every screen of a poll has something new to show. */
export const nextVersion = (tx: Queryable, stageId: number) =>
  tx.$executeRawUnsafe(sql.NEXT_VERSION, stageId);

/** Holds a poll until the transaction ends, with the questions asked for. @throws DomainError "not-found" */
export async function holdPoll(tx: Queryable, stageId: number, refs: readonly string[]): Promise<Poll> {
  await tx.$queryRawUnsafe(sql.HOLD_POLL, stageId);
  const [row] = await tx.$queryRawUnsafe<Parameters<typeof toPoll>[0][]>(sql.HELD_POLL, stageId, refs);
  if (!row) throw new DomainError("not-found", "polls:refusal.unknown-code");
  return toPoll(row);
}

export interface NewRespondent {
  key: string;
  region: string;
  stakeholder: string;
}

/** Makes respondents of those who are not yet. @returns what each said of themselves. */
export async function joinPoll(
  tx: Queryable,
  stageId: number,
  people: readonly NewRespondent[],
): Promise<Map<string, NewRespondent>> {
  const keys = people.map(({ key }) => key);
  const columns = [keys, people.map(({ region }) => region), people.map(({ stakeholder }) => stakeholder)];
  const rows = await tx.$queryRawUnsafe<NewRespondent[]>(sql.JOIN_POLL, stageId, ...columns);
  return new Map(rows.map((row) => [row.key, row]));
}

export interface KeptAnswer {
  key: string;
  question: number;
  round: number;
  choices: readonly string[];
}

export const keepAnswers = (
  tx: Queryable,
  stageId: number,
  setting: Setting,
  answers: readonly KeptAnswer[],
) => tx.$executeRawUnsafe(sql.KEEP_ANSWERS, stageId, setting, now(), JSON.stringify(answers));

export const dropAnswers = (tx: Queryable, stageId: number, of: readonly Omit<KeptAnswer, "choices">[]) =>
  tx.$executeRawUnsafe(sql.DROP_ANSWERS, stageId, JSON.stringify(of));

export interface KeptText {
  key: string;
  question: number;
  round: number;
  body: string;
  status: "pending" | "visible";
}

export const textsGiven = (
  tx: Queryable,
  stageId: number,
  keys: readonly string[],
  questions: readonly number[],
) =>
  tx.$queryRawUnsafe<{ key: string; questionId: number; body: string }[]>(
    sql.TEXTS_GIVEN,
    stageId,
    keys,
    questions,
  );

export const keepTexts = (tx: Queryable, stageId: number, setting: Setting, texts: readonly KeptText[]) =>
  tx.$executeRawUnsafe(sql.KEEP_TEXTS, stageId, setting, now(), JSON.stringify(texts));

/** The questions of those texts that the public may support. */
export async function questionsOfTexts(
  tx: Queryable,
  stageId: number,
  textIds: readonly number[],
): Promise<Map<number, string>> {
  const rows = await tx.$queryRawUnsafe<{ id: number; ref: string }[]>(sql.SUPPORTABLE, stageId, textIds);
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
    if (rows.length > 0) await tx.$executeRawUnsafe(statement, stageId, JSON.stringify(rows));
  }
}

export const moveRespondents = (tx: Queryable, stageId: number, people: readonly NewRespondent[]) =>
  tx.$executeRawUnsafe(sql.MOVE_RESPONDENTS, stageId, JSON.stringify(people));

export interface OwnRow {
  region: string;
  stakeholder: string;
  answers: { ref: string; round: number; choices: string[] }[];
  texts: { ref: string; round: number; body: string }[];
  supported: number[];
}

export async function findOwn(stageId: number, key: string): Promise<OwnRow | null> {
  const [row] = await reader().$queryRawUnsafe<OwnRow[]>(sql.OWN, stageId, key);
  return row ?? null;
}

/** How many phones this process holds; forgets processes that have been silent for long. */
export async function writePresence(process: string, phones: ReadonlyMap<number, number>): Promise<void> {
  const instant = now();
  await unitOfWork(async (tx) => {
    for (const [stageId, connected] of phones) {
      await tx.$executeRawUnsafe(sql.PRESENT, process, stageId, connected, instant);
      await announce(tx, stageId, "answers");
    }
    await tx.$executeRawUnsafe(sql.FORGET_PRESENCE, new Date(instant.getTime() - 10 * PRESENCE));
  });
}
