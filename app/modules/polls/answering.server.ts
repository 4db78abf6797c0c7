import { whileCounting } from "~/modules/participation/index.server";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { lastOf } from "~/platform/line.server";
import { parseAnswer, type AnswerFields } from "./answer";
import { writeChoices, writeTexts, type Accepted, type Writing } from "./answer-writing.server";
import { joinPoll } from "./answers-store.server";
import { announce, holdPoll, unitOfWork, type Poll, type Queryable } from "./poll-store.server";
import { pollByCode } from "./reading.server";
import { settingAt } from "./rules";
import type { Setting } from "./values";
import { isTied } from "./voices";
import { newcomer, type Respondent } from "./who.server";

/** An answer as it is posted. `round`, when the form knows it, tells an answer to a question that was reset since. */
export type AnswerInput = AnswerFields & { question: string; round?: number | undefined };

type Given = Respondent & AnswerInput;

/** Holds an answer against the poll of this moment. @throws DomainError not-found, closed, invalid */
function accept(poll: Poll, setting: Setting | null, input: Given): Accepted {
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
  const { actor, key, deviceKey } = input;
  return { actor, key, deviceKey, question, answer: parseAnswer(question, input) };
}

/**
 * Answers questions of a poll: in the room while they are on the screens and open, online while the poll goes on online.
 * Those that arrived together are one transaction; each is refused or kept by itself. The latest answer replaces the one
 * before; texts add up. The same post again is the same answer.
 * @returns of each true, or why it is refused. @throws DomainError not-found, when there is no such poll
 */
export async function answerQuestions(code: string, given: readonly Given[]): Promise<(true | Error)[]> {
  const { place, questions } = await pollByCode(code);
  const refs = [...new Set(given.map(({ question }) => question))];
  // Likely to be voices in the consultation, which is then held first: whoever resets a question takes the same order.
  const tied = questions.some((question) => refs.includes(question.ref) && isTied(question));
  const write = async (tx: Queryable, counts: boolean): Promise<(true | Error)[]> => {
    const poll = await holdPoll(tx, place.stageId, refs);
    const setting: Setting | null = poll.mode === "online" ? "online" : poll.mode === "room" ? "room" : null;
    const outcomes = given.map((one): Accepted | Error => {
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
    const people = lastOf(accepted, ({ key }) => key).map((one) => newcomer(one, poll.place));
    const writing: Writing = { poll, setting, counts, profiles: await joinPoll(tx, place.stageId, people) };
    await writeChoices(tx, writing, accepted);
    const refused = await writeTexts(tx, writing, accepted);
    await announce(tx, place.stageId, "answers");
    return outcomes.map((outcome) => (outcome instanceof Error ? outcome : (refused.get(outcome) ?? true)));
  };
  return tied ? whileCounting(place.consultationSlug, write) : unitOfWork((tx) => write(tx, false));
}
