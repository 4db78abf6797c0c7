import { isReadable } from "~/modules/participation";
import { DomainError } from "~/platform/errors";
import { shortLived } from "~/platform/short-lived.server";
import { countResults } from "./counting";
import type { OwnAnswers, PollText, QuestionResults, Snapshot } from "./poll";
import { findOwn } from "./answers-store.server";
import {
  findPoll,
  findPollOf,
  findQuestions,
  findScreenKey,
  readCounts,
  type Poll,
  type StoredQuestion,
} from "./poll-store.server";
import { parseCode, questionKey } from "./rules";
import { TEXTS_SHOWN, UNMODERATED_SHOWN, type Setting } from "./values";
import { respondentOf, type Who } from "./who.server";

const polls = shortLived(findPoll);
const snapshots = shortLived(async (code) => {
  const poll = await findPoll(code);
  return poll && toSnapshot(poll);
});

/** Drops what is kept of polls in this process. */
export function dropPolls(): void {
  polls.drop();
  snapshots.drop();
}

const unknownCode = () => new DomainError("not-found", "polls:refusal.unknown-code");

/** A poll without its answers, shared for a moment. @throws DomainError "not-found" */
export async function pollByCode(typed: string): Promise<Poll> {
  const code = parseCode(typed);
  const poll = code && (await polls.get(code));
  if (!poll) throw unknownCode();
  return poll;
}

/** One whole moment of a poll, shared for a tenth of a second. @throws DomainError "not-found" */
export async function readPoll(typed: string): Promise<Snapshot> {
  const code = parseCode(typed);
  const snapshot = code && (await snapshots.get(code));
  if (!snapshot) throw unknownCode();
  return snapshot;
}

/** One whole moment of a poll, as it is now. @throws DomainError "not-found" */
export async function readPollNow(typed: string): Promise<Snapshot> {
  const code = parseCode(typed);
  const poll = code && (await findPoll(code));
  if (!poll) throw unknownCode();
  return toSnapshot(poll);
}

/** One whole moment of a stage's poll, as it is now; null when there is none any more. */
export async function readPollOf(stageId: number): Promise<Snapshot | null> {
  const poll = await findPollOf(stageId);
  return poll && toSnapshot(poll);
}

async function toSnapshot({ questions, questionId, ...poll }: Poll): Promise<Snapshot> {
  const onScreen = questions.find(({ id }) => id === questionId);
  const [current] = onScreen ? await count([onScreen], UNMODERATED_SHOWN) : [];
  return { ...poll, questions: questions.map(withoutItemId), current: current ?? null };
}

const withoutItemId = ({ itemId: _itemId, ...question }: StoredQuestion) => question;

/** Counts the answers to some questions: the only place where a poll's figures come from. */
async function count(questions: readonly StoredQuestion[], most: number): Promise<QuestionResults[]> {
  if (questions.length === 0) return [];
  const { tallies, respondents, texts } = await readCounts(
    questions.map(({ id }) => id),
    most,
  );
  return questions.map((question) => {
    const of = <T extends { questionId: number }>(rows: T[]) =>
      rows.filter(({ questionId }) => questionId === question.id);
    const results = (setting: Setting | null) =>
      countResults(
        question,
        of(respondents).find((row) => row.setting === setting)?.n ?? 0,
        of(tallies).filter((row) => setting === null || row.setting === setting),
      );
    return {
      question: withoutItemId(question),
      total: results(null),
      bySetting: { room: results("room"), online: results("online") },
      texts: of(texts).map(({ questionId: _question, ...text }): PollText => text),
    };
  });
}

/** Every question of a stage with its answers: what staff may know. */
export const pollResults = async (stageId: number): Promise<QuestionResults[]> =>
  count(await findQuestions(stageId), UNMODERATED_SHOWN);

/** The questions whose results are shown to everybody, with the texts and words that everybody may read. */
export async function publicResults(stageId: number): Promise<QuestionResults[]> {
  const shown = (await findQuestions(stageId)).filter(({ revealed }) => revealed);
  return (await count(shown, TEXTS_SHOWN)).map(({ question, total, bySetting, texts }) => ({
    question,
    total: withoutHiddenWords(total),
    bySetting: { room: withoutHiddenWords(bySetting.room), online: withoutHiddenWords(bySetting.online) },
    texts: texts.filter(({ standing }) => isReadable(standing)),
  }));
}

const withoutHiddenWords = <R extends QuestionResults["total"]>(results: R): R => ({
  ...results,
  words: results.words.filter(({ hidden }) => !hidden),
});

/** What a respondent has said so far. @throws DomainError not-found, invalid */
export async function readOwn(who: Who, code: string): Promise<OwnAnswers> {
  const { place } = await pollByCode(code);
  const row = await findOwn(place.stageId, respondentOf(who).key);
  const texts: Record<string, string[]> = {};
  for (const { body, ...question } of row?.texts ?? []) (texts[questionKey(question)] ??= []).push(body);
  return {
    choices: Object.fromEntries(
      (row?.answers ?? []).map(({ choices, ...question }) => [questionKey(question), choices]),
    ),
    texts,
    supported: row?.supported ?? [],
    region: row?.region ?? place.region,
    stakeholder: row?.stakeholder ?? "unknown",
  };
}

/** Whether this is the secret of a poll's projector. */
export async function checkScreenKey(typed: string, key: string | null): Promise<boolean> {
  const code = parseCode(typed);
  return code !== null && key !== null && key.length > 0 && (await findScreenKey(code)) === key;
}
