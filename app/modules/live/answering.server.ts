import { givePollVoices, holdForPoll, takePollVoices, type PollVoice } from "~/modules/participation/index.server";
import { batched } from "~/platform/batch.server";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { log } from "~/platform/log.server";
import { parseAnswer, type AnswerFields, type ParsedAnswer } from "./answer";
import { pollByCode } from "./reading.server";
import {
  announce, dropAnswers, holdPoll, joinPoll, keepAnswers, keepTexts, textsGiven, transaction,
  type KeptAnswer, type KeptText, type NewRespondent, type Poll, type Queryable, type StoredQuestion,
} from "./poll-store.server";
import { channelAt } from "./rules";
import { MOST_TEXTS } from "./values";
import { takenVoices, voicePart } from "./voices";
import { keysOf, voterOf, type Who } from "./who.server";

export type AnswerInput = AnswerFields & { question: string };

interface Waiting {
  who: Who;
  key: string;
  deviceKey: string | null;
  input: AnswerInput;
}

/** An answer that stands, as it will be written. */
interface Accepted extends Waiting {
  question: StoredQuestion;
  answer: ParsedAnswer;
}

/** Holds an answer against the poll of this moment. @throws DomainError not-found, closed, invalid */
function accept(poll: Poll, channel: "event" | "online" | null, waiting: Waiting): Accepted {
  const question = poll.questions.find(({ ref }) => ref === waiting.input.question);
  if (!question) throw new DomainError("not-found", "live:refusal.unknown-question");
  const onScreen = question.id === poll.questionId;
  if (channelAt(poll, onScreen, now().getTime()) !== channel || channel === null) {
    throw new DomainError("closed", poll.mode === "room" && onScreen && poll.phase === "ready" ? "live:refusal.not-open" : "live:refusal.closed");
  }
  return { ...waiting, question, answer: parseAnswer(question, waiting.input) };
}

/** Of several answers by one respondent to one question, the last. */
const lastOf = <T>(rows: readonly T[], keyOf: (row: T) => string): T[] => [...new Map(rows.map((row) => [keyOf(row), row])).values()];

/** One transaction for the answers that arrived together at one poll; each is refused or kept by itself. */
async function answerTogether(eventId: number, consultationSlug: string, waiting: Waiting[]): Promise<(true | Error)[]> {
  const refs = [...new Set(waiting.map(({ input }) => input.question))];
  return transaction(async (tx) => {
    // Consultations before polls, as everywhere: whoever resets a question takes the same order.
    const counts = await holdForPoll(tx, consultationSlug);
    const poll = await holdPoll(tx, eventId, refs);
    const channel = poll.mode === "online" ? "online" : poll.mode === "room" ? "event" : null;
    const outcomes = waiting.map((one): Accepted | Error => {
      try {
        return accept(poll, channel, one);
      } catch (error) {
        if (error instanceof DomainError) return error;
        throw error;
      }
    });
    const accepted = outcomes.filter((outcome): outcome is Accepted => !(outcome instanceof Error));
    if (accepted.length === 0 || channel === null) return outcomes.map(asOutcome);
    const profiles = await joinPoll(tx, eventId, lastOf(accepted.map((one) => newcomer(one, poll)), ({ key }) => key));
    const choices = accepted.flatMap((one) => ("choices" in one.answer ? [{ ...one, choices: one.answer.choices }] : []));
    await writeChoices(tx, { poll, channel, counts, profiles }, lastOf(choices, ({ key, question }) => `${key} ${question.id}`));
    const refused = await writeTexts(tx, eventId, channel, accepted);
    await announce(tx, eventId, "answers");
    return outcomes.map((outcome) => (outcome instanceof Error ? outcome : (refused.get(outcome) ?? true)));
  });
}

const asOutcome = (outcome: Accepted | Error): true | Error => (outcome instanceof Error ? outcome : true);

const newcomer = ({ key, who: { actor } }: Accepted, { place }: Poll): NewRespondent => ({
  key,
  region: actor.kind === "account" ? actor.region : place.region,
  stakeholder: actor.kind === "account" ? actor.stakeholder : "unknown",
});

const NOT_TIED = { kind: "single", itemId: null } as const;

interface Writing {
  poll: Poll;
  channel: "event" | "online";
  /** Whether the consultation takes voices now. */
  counts: boolean;
  profiles: ReadonlyMap<string, NewRespondent>;
}

async function writeChoices(tx: Queryable, { poll, channel, counts, profiles }: Writing, answers: (Accepted & { choices: readonly string[] })[]): Promise<void> {
  if (answers.length === 0) return;
  const { eventId, consultationId } = poll.place;
  const rows = answers.map(({ key, question, choices }): KeptAnswer => ({ key, question: question.id, round: question.round, choices }));
  await keepAnswers(tx, eventId, channel, rows);
  // Somebody who has signed in since: one person, one answer.
  const left = answers.filter(({ key, deviceKey }) => deviceKey !== null && deviceKey !== key);
  const dropped = left.length === 0 ? [] : await dropAnswers(tx, eventId, left.map(({ deviceKey, question }) => ({ key: deviceKey as string, question: question.id, round: question.round })));
  if (!counts) return;
  const questions = new Map(poll.questions.map((question) => [question.id, question]));
  const taken = dropped.flatMap((row) => takenVoices(questions.get(row.questionId) ?? NOT_TIED, [row]));
  if (taken.length > 0) await takePollVoices(tx, consultationId, taken);
  const voices = answers.flatMap(({ key, who, question, choices }): PollVoice[] => {
    const part = voicePart(question, choices);
    const { region, stakeholder } = profiles.get(key) ?? { region: poll.place.region, stakeholder: "unknown" };
    return part ? [{ voter: voterOf(key, who.actor), region, stakeholder, ...part }] : [];
  });
  // Two questions may be about one item: each person has one voice on it, the latest.
  const latest = lastOf(voices, ({ voter, itemId, stars }) => `${"key" in voter ? voter.key : voter.accountId} ${itemId} ${stars === undefined}`);
  for (const part of [latest.filter(({ stars }) => stars !== undefined), latest.filter(({ stars }) => stars === undefined)]) {
    if (part.length > 0) await givePollVoices(tx, consultationId, channel, part);
  }
}

/** @returns those that are refused because their author has given enough texts. */
async function writeTexts(tx: Queryable, eventId: number, channel: "event" | "online", accepted: Accepted[]): Promise<Map<Accepted, Error>> {
  const refused = new Map<Accepted, Error>();
  const texts = accepted.flatMap((one) => ("text" in one.answer ? [{ one, text: one.answer.text }] : []));
  if (texts.length === 0) return refused;
  const given = await textsGiven(tx, eventId, texts.map(({ one }) => one.key), texts.map(({ one }) => one.question.id));
  const said = new Map<string, Set<string>>();
  const ofRespondent = (key: string, question: number) => {
    const known = said.get(`${key} ${question}`) ?? new Set<string>();
    said.set(`${key} ${question}`, known);
    return known;
  };
  for (const { key, questionId, body } of given) ofRespondent(key, questionId).add(body);
  const rows: KeptText[] = [];
  for (const { one, text } of texts) {
    const before = ofRespondent(one.key, one.question.id);
    if (before.has(text)) continue;
    if (before.size >= MOST_TEXTS) {
      refused.set(one, new DomainError("conflict", "live:refusal.enough-texts", { count: MOST_TEXTS }));
      continue;
    }
    before.add(text);
    rows.push({ key: one.key, question: one.question.id, round: one.question.round, body: text, status: one.question.moderated ? "pending" : "visible" });
  }
  if (rows.length > 0) await keepTexts(tx, eventId, channel, rows);
  return refused;
}

/** Answers that fail alone, one after the other, until it is plain that the reason is everybody's: the database is away. */
const MOST_FAILURES = 2;

/** As `answerTogether`; when the whole fails for a reason that is one answer's, each of the others gets its chance alone. */
async function answerEach(eventId: number, slug: string, waiting: Waiting[]): Promise<(true | Error)[]> {
  try {
    return await answerTogether(eventId, slug, waiting);
  } catch (error) {
    const failed = error instanceof Error ? error : new Error(String(error));
    if (failed instanceof DomainError || waiting.length === 1) return waiting.map(() => failed);
    log().warn({ err: failed, answers: waiting.length }, "answers failed together, trying each alone");
    const outcomes: (true | Error)[] = [];
    let failures = 0;
    for (const one of waiting) {
      const [outcome = failed] = failures < MOST_FAILURES ? await answerTogether(eventId, slug, [one]).catch((alone: Error) => [alone]) : [failed];
      failures = outcome === true || outcome instanceof DomainError ? 0 : failures + 1;
      outcomes.push(outcome);
    }
    return outcomes;
  }
}

/** Milliseconds for which answers gather: nobody feels them, and a transaction costs the same for one as for forty. */
const GATHER = 10;

/** One line of answers per poll, kept while somebody stands in it. */
const lines = new Map<number, { answer: (waiting: Waiting) => Promise<true>; waiting: number }>();

/**
 * Answers a question of a poll: in the room while it is on the screens and open, online while the poll goes on online.
 * The latest answer replaces the one before; texts add up. The same post again is the same answer.
 * @throws DomainError not-found, closed, invalid, conflict.
 */
export async function answerQuestion(who: Who, code: string, input: AnswerInput): Promise<void> {
  const { place } = await pollByCode(code);
  const { eventId, consultationSlug } = place;
  let line = lines.get(eventId);
  if (!line) {
    line = { answer: batched<Waiting, true>((waiting) => answerEach(eventId, consultationSlug, waiting), { most: 400, wait: GATHER }), waiting: 0 };
    lines.set(eventId, line);
  }
  line.waiting += 1;
  try {
    await line.answer({ who, ...keysOf(who), input });
  } finally {
    line.waiting -= 1;
    if (line.waiting === 0) lines.delete(eventId);
  }
}
