import type { PollQuestion, QuestionResults } from "~/modules/polls";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { ActForm, consoleHref } from "./ActForm";
import { OneQuestion } from "./OneQuestion";

/** A question that is not on the screens, as an organiser looks at it: before, after or beside the room. */
export function Examined({
  code,
  results,
  questions,
}: {
  code: string;
  results: QuestionResults;
  questions: readonly PollQuestion[];
}) {
  const t = useT();
  const { ref, revealed } = results.question;
  const act = revealed ? "hide" : "reveal";
  return (
    <div className="console__live">
      <OneQuestion results={results} questions={questions}>
        <div className="console__row">
          <ActForm id={`${act}-${ref}`} fields={{ act, question: ref }}>
            {t(`polls:console.acts.${act}`)}
          </ActForm>
          <ButtonLink kind="quiet" href={`${consoleHref(code)}?remettre=${encodeURIComponent(ref)}`}>
            {t("polls:console.acts.reset")}
          </ButtonLink>
          <ButtonLink kind="plain" href={consoleHref(code)}>
            {t("polls:console.close")}
          </ButtonLink>
        </div>
      </OneQuestion>
    </div>
  );
}
