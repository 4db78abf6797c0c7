import type { OwnAnswers, QuestionView } from "~/modules/polls";
import { useFormat, useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import { Hidden } from "~/ui/kit/Hidden";
import { AnswerInput } from "./AnswerInput";
import { pollHref, questionId } from "./address";
import { Said } from "./Said";
import type { Refused } from "./refused";
import { isWritten, valuesOf } from "./said";

/** The round of a question's key: an answer to what was reset meanwhile is no answer to what is asked now. */
const roundOf = (key: string): string => key.slice(key.lastIndexOf(".") + 1);

/**
 * The form of a question, before and after it was answered: then it says what was answered, and the form folds. The part
 * is the same for everybody until somebody answers, so that a stream leaves alone what is being typed.
 */
export function AnswerForm({
  question,
  code,
  own,
  refused,
}: {
  question: QuestionView;
  code: string;
  own?: OwnAnswers | undefined;
  refused?: Refused | undefined;
}) {
  const t = useT();
  const { text } = useFormat();
  const { key, ref } = question;
  const written = isWritten(question);
  const values = valuesOf(own, question);
  const typed = refused?.question === ref ? refused.values : undefined;
  const answered = values.length > 0;
  const savedText = t(written ? "polls:phone.text.saved" : "polls:phone.saved");
  return (
    <poll-answer
      data-part={`answer-${key}`}
      id={`answer-${key}`}
      answer={key}
      about={text(question.title)}
      many={written ? "" : undefined}
      saved={savedText}
      sending={t("polls:phone.sending.sending")}
      offline={t("polls:phone.sending.offline")}
      failed={t("polls:phone.sending.failed")}
    >
      <p
        className={answered ? "poll-state poll-state--saved" : "poll-state"}
        role="status"
        data-answer-state=""
      >
        {answered ? savedText : null}
      </p>
      <Said question={question} values={values} />
      <details className="poll-form" open={!answered || typed !== undefined}>
        <summary hidden={!answered}>
          {t(written ? "polls:phone.answer.another" : "polls:phone.answer.change")}
        </summary>
        <form
          method="post"
          action={`${pollHref(code)}#${questionId(ref)}`}
          noValidate
          aria-labelledby={questionId(ref)}
        >
          <Hidden fields={{ question: ref, round: roundOf(key) }} />
          <AnswerInput
            question={question}
            values={typed ?? values}
            typed={typed}
            id={`f-${key}`}
            error={typed && refused?.message}
          />
          <Button wide>{t(written ? "polls:phone.answer.send" : "polls:phone.answer.submit")}</Button>
        </form>
      </details>
    </poll-answer>
  );
}
