import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { lastOf, linedUp } from "~/platform/line.server";
import { joinPoll, questionsOfTexts, setTextSupports } from "./answers-store.server";
import { announce, holdPoll, unitOfWork } from "./poll-store.server";
import { pollByCode } from "./reading.server";
import { settingAt } from "./rules";
import { GATHERED } from "./values";
import { keysOf, newcomer, type Who } from "./who.server";

interface Support {
  who: Who;
  key: string;
  text: number;
  on: boolean;
}

/** A text that everybody likes is one row: those who support it at once are counted together. */
const support = linedUp<number, Support>(
  (stageId, supports) =>
    unitOfWork(async (tx) => {
      const refs = await questionsOfTexts(
        tx,
        stageId,
        supports.map(({ text }) => text),
      );
      const poll = await holdPoll(tx, stageId, [...new Set(refs.values())]);
      const instant = now().getTime();
      const outcomes = supports.map(({ text }): true | Error => {
        const question = poll.questions.find(({ ref }) => ref === refs.get(text));
        if (!question) return new DomainError("not-found", "polls:refusal.no-text");
        return settingAt(poll, question.id === poll.questionId, instant) === null
          ? new DomainError("closed", "polls:refusal.closed")
          : true;
      });
      const standing = supports.filter((_, index) => outcomes[index] === true);
      if (standing.length === 0) return outcomes;
      await joinPoll(
        tx,
        stageId,
        lastOf(standing, ({ key }) => key).map(({ key, who }) => newcomer(key, who, poll.place)),
      );
      await setTextSupports(
        tx,
        stageId,
        lastOf(standing, ({ key, text }) => `${key} ${text}`),
      );
      await announce(tx, stageId, "answers");
      return outcomes;
    }),
  GATHERED,
);

/**
 * Supports a text that others can read, or takes the support back, while its question takes answers.
 * @throws DomainError not-found, closed, invalid
 */
export async function supportText(
  who: Who,
  code: string,
  { text, on }: { text: number; on: boolean },
): Promise<void> {
  const { key } = keysOf(who);
  const { place } = await pollByCode(code);
  await support(place.stageId, { who, key, text, on });
}
