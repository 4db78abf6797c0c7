import { holdForPoll } from "~/modules/participation/index.server";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { lastOf, linedUp } from "~/platform/line.server";
import { parseAnswer, type AnswerFields } from "./answer";
import { writeChoices, writeTexts, type Accepted, type Writing } from "./answer-writing.server";
import { joinPoll } from "./answers-store.server";
import { announce, holdPoll, unitOfWork, type Poll } from "./poll-store.server";
import { pollByCode } from "./reading.server";
import { settingAt } from "./rules";
import { GATHERED, type Setting } from "./values";
import { isTied } from "./voices";
import { keysOf, newcomer, type Who } from "./who.server";

/** An answer as it is posted. `round`, when the form knows it, tells an answer to a question that was reset since. */
export type AnswerInput = AnswerFields & { question: string; round?: number | undefined };

interface Waiting {
  who: Who;
  key: string;
  deviceKey: string | null;
  input: AnswerInput;
  slug: string;
  /** Whether it is likely to be a voice in the consultation, which is then held first. */
  tied: boolean;
}

/** Holds an answer against the poll of this moment. @throws DomainError not-found, closed, invalid */
function accept(poll: Poll, setting: Setting | null, waiting: Waiting): Accepted {
  const { input } = waiting;
  const question = poll.questions.find(({ ref }) => ref === input.question);
  if (!question) throw new DomainError("not-found", "polls:refusal.unknown-question");
  if (input.round !== undefined && input.round !== question.round)
    throw new DomainError("closed", "polls:refusal.reset");
  const onScreen = question.id === poll.questionId;
  if (setting === null || settingAt(poll, onScreen, now().getTime()) !== setting) {
    throw new DomainError(
      "closed",
      poll.mode === "room" && onScreen && poll.phase === "ready"
        ? "polls:refusal.not-open"
        : "polls:refusal.closed",
    );
  }
  return { ...waiting, question, answer: parseAnswer(question, input) };
}

/** One transaction for the answers that arrived together at one poll; each is refused or kept by itself. */
const answer = linedUp<number, Waiting>(async (stageId, waiting) => {
  const refs = [...new Set(waiting.map(({ input }) => input.question))];
  return unitOfWork(async (tx) => {
    // Consultations before polls, as everywhere: whoever resets a question takes the same order.
    const counts = waiting.some(({ tied }) => tied) && (await holdForPoll(tx, waiting[0]?.slug ?? ""));
    const poll = await holdPoll(tx, stageId, refs);
    const setting: Setting | null = poll.mode === "online" ? "online" : poll.mode === "room" ? "room" : null;
    const outcomes = waiting.map((one): Accepted | Error => {
      try {
        return accept(poll, setting, one);
      } catch (error) {
        if (error instanceof DomainError) return error;
        throw error;
      }
    });
    const accepted = outcomes.filter((outcome): outcome is Accepted => !(outcome instanceof Error));
    if (accepted.length === 0 || setting === null)
      return outcomes.map((outcome) => (outcome instanceof Error ? outcome : true));
    const people = lastOf(accepted, ({ key }) => key).map(({ key, who }) => newcomer(key, who, poll.place));
    const writing: Writing = { poll, setting, counts, profiles: await joinPoll(tx, stageId, people) };
    await writeChoices(tx, writing, accepted);
    const refused = await writeTexts(tx, writing, accepted);
    await announce(tx, stageId, "answers");
    return outcomes.map((outcome) => (outcome instanceof Error ? outcome : (refused.get(outcome) ?? true)));
  });
}, GATHERED);

/**
 * Answers a question of a poll: in the room while it is on the screens and open, online while the poll goes on online.
 * The latest answer replaces the one before; texts add up. The same post again is the same answer.
 * @throws DomainError not-found, closed, invalid, conflict.
 */
export async function answerQuestion(who: Who, code: string, input: AnswerInput): Promise<void> {
  const { place, questions } = await pollByCode(code);
  const asked = questions.find(({ ref }) => ref === input.question);
  await answer(place.stageId, {
    who,
    ...keysOf(who),
    input,
    slug: place.consultationSlug,
    tied: asked !== undefined && isTied(asked),
  });
}
