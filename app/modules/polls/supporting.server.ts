import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { lastOf } from "~/platform/line.server";
import { joinPoll, questionsOfTexts, setTextSupports } from "./answers-store.server";
import { announce, holdPoll, unitOfWork } from "./poll-store.server";
import { pollByCode } from "./reading.server";
import { settingAt } from "./rules";
import { newcomer, type Respondent } from "./who.server";

type Support = Respondent & { text: number; on: boolean };

/**
 * Supports texts that others can read, or takes the support back, while their question takes answers. A text that everybody
 * likes is one row: those who support it at once are counted together.
 * @returns of each true, or why it is refused. @throws DomainError not-found
 */
export async function supportTexts(code: string, supports: readonly Support[]): Promise<(true | Error)[]> {
  const { stageId } = (await pollByCode(code)).place;
  return unitOfWork(async (tx) => {
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
      lastOf(standing, ({ key }) => key).map((one) => newcomer(one, poll.place)),
    );
    await setTextSupports(
      tx,
      stageId,
      lastOf(standing, ({ key, text }) => `${key} ${text}`),
    );
    await announce(tx, stageId, "answers");
    return outcomes;
  });
}
