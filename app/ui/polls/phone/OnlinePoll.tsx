import type { PollView, OwnAnswers, QuestionResults, QuestionView } from "~/modules/polls";
import { useFormat, useT } from "~/ui/i18n";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Progress } from "~/ui/kit/Progress";
import { AnswerForm } from "./AnswerForm";
import type { Refused } from "./refused";
import { leftTexts } from "./RoomPoll";
import { Outcome } from "./Outcome";
import { QuestionHead } from "./QuestionHead";
import { isWritten, valuesOf } from "./said";
import { useUntil } from "./States";
import { Texts } from "./Texts";

/** After the room: the whole questionnaire, each question with a form of its own. */
export function OnlinePoll({
  view,
  questions,
  results,
  own,
  refused,
}: {
  view: PollView;
  questions: readonly QuestionView[];
  /** Of the questions whose results are shown. */
  results: readonly QuestionResults[];
  own?: OwnAnswers | undefined;
  refused?: Refused | undefined;
}) {
  const t = useT();
  const { number } = useFormat();
  const until = useUntil(view);
  const done = questions.filter((question) => valuesOf(own, question).length > 0).length;
  const progress = (count: number, told: string, of: string) =>
    t("polls:phone.online.progress", { count, number: told, of });
  return (
    <>
      <header className="poll-online">
        <h1>{t("polls:phone.online.title")}</h1>
        {until ? <p>{until}</p> : null}
        <p className="meta">{t("polls:phone.online.intro")}</p>
        <poll-progress one={progress(1, "{number}", "{of}")} other={progress(2, "{number}", "{of}")}>
          <Progress
            label={progress(done, number(done), number(questions.length))}
            value={done}
            max={questions.length}
          />
        </poll-progress>
      </header>
      <poll-left {...leftTexts(t)} />
      <ol className="poll-list">
        {questions.map((question) => (
          <li key={question.key} className="poll">
            <QuestionHead question={question} place={view.place} as="h2" linked />
            <AnswerForm {...{ question, code: view.code, own, refused }} />
            <Shown {...{ question, results, code: view.code, own }} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** What others said, where it is shown. */
function Shown({
  question,
  results,
  code,
  own,
}: {
  question: QuestionView;
  results: readonly QuestionResults[];
  code: string;
  own?: OwnAnswers | undefined;
}) {
  const t = useT();
  const found = results.find(({ question: { ref } }) => ref === question.ref);
  if (!found) return null;
  if (isWritten(question))
    return <Texts kind={question.kind as "open" | "questions"} texts={found.texts} open {...{ code, own }} />;
  // Who has not answered is not steered by those who have.
  return (
    <Disclosure summary={t("polls:phone.online.results")} open={valuesOf(own, question).length > 0}>
      <Outcome {...{ question, code, own }} results={{ total: found.total, texts: found.texts }} open />
    </Disclosure>
  );
}
