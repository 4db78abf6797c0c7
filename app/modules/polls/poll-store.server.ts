import { now } from "~/platform/clock";
import { db, reader, unitOfWork, type Queryable } from "~/platform/db/index.server";
import { DomainError } from "~/platform/errors";
import type { PollPlace, PollQuestion, Snapshot } from "./poll";
import * as sql from "./poll-sql";
import type { QuestionRow } from "./poll-sql";
import type { Setting } from "./values";

export { unitOfWork, type Queryable, type Transaction } from "~/platform/db/index.server";

/** A process's count of phones that is older than this counts no more, in milliseconds. */
const PRESENCE = 12_000;

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

/** Since when a process's count of phones holds. */
const since = () => new Date(now().getTime() - PRESENCE);

export async function findPoll(code: string): Promise<Poll | null> {
  const row = await sql.POLL.one(reader(), code, since());
  return row ? toPoll(row) : null;
}

export async function findPollOf(stageId: number): Promise<Poll | null> {
  const row = await sql.POLL_OF.one(reader(), stageId, since());
  return row ? toPoll(row) : null;
}

export async function findQuestions(stageId: number): Promise<StoredQuestion[]> {
  const row = await sql.QUESTIONS_OF.one(reader(), stageId);
  return (row?.questions ?? []).map(toQuestion);
}

export async function findScreenKey(code: string): Promise<string | null> {
  const row = await sql.SCREEN_KEY.one(reader(), code);
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
    sql.TALLIES.all(on, questionIds),
    sql.RESPONDENTS.all(on, questionIds),
    sql.TEXTS.all(on, questionIds, texts),
  ]);
  return { tallies, respondents, texts: written };
}

/** Tells every process, once the transaction is committed, that a poll's state or answers have changed. */
export async function announce(
  tx: Queryable,
  stageId: number,
  what: "state" | "answers" = "state",
): Promise<void> {
  await sql.ANNOUNCE.one(tx, stageId, what);
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
  await sql.LOCK_POLL.one(tx, stageId);
}

/** Every screen of a poll has something new to show. */
export const nextVersion = (tx: Queryable, stageId: number) => sql.NEXT_VERSION.run(tx, stageId);

/** Holds a poll until the transaction ends, with the questions asked for. @throws DomainError "not-found" */
export async function holdPoll(tx: Queryable, stageId: number, refs: readonly string[]): Promise<Poll> {
  await sql.HOLD_POLL.one(tx, stageId);
  const row = await sql.HELD_POLL.one(tx, stageId, refs);
  if (!row) throw new DomainError("not-found", "polls:refusal.unknown-code");
  return toPoll(row);
}

/** How many phones this process holds; processes that have been silent for long are deleted. */
export async function writePresence(process: string, phones: ReadonlyMap<number, number>): Promise<void> {
  const instant = now();
  await unitOfWork(async (tx) => {
    for (const [stageId, connected] of phones) {
      await sql.PRESENT.run(tx, process, stageId, connected, instant);
      await announce(tx, stageId, "answers");
    }
    await sql.DELETE_ABSENT.run(tx, new Date(instant.getTime() - 10 * PRESENCE));
  });
}
