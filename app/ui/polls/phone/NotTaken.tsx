import { useFormat, useT } from "~/ui/i18n";
import { ErrorSummary } from "~/ui/kit/ErrorSummary";
import { isWritten, sayValue } from "./said";
import type { Asked } from "./own";
import type { Refused } from "./refused";

/** What was refused, first thing on the page. When its form is gone, what was typed stands here to be copied. */
export function NotTaken({
  refused,
  asked,
  form,
}: {
  refused: Refused;
  asked: readonly Asked[];
  form?: string | undefined;
}) {
  const t = useT();
  const format = useFormat();
  const question = asked.find(({ ref }) => ref === refused.question);
  const kept = form === undefined && question !== undefined && refused.values.length > 0;
  const typed = question && (isWritten(question) || question.kind === "words");
  return (
    <div className="poll-not-taken">
      <ErrorSummary
        title={t("polls:phone.refused.title")}
        errors={[{ ...(form !== undefined && { id: form }), message: refused.message }]}
      />
      {kept && typed ? (
        <label className="field">
          <span className="field__label">{t("polls:phone.refused.copy")}</span>
          <textarea className="field__input" readOnly rows={4} defaultValue={refused.values.join("\n")} />
        </label>
      ) : null}
      {kept && !typed ? (
        <p>
          {t("polls:phone.refused.chosen", {
            said: refused.values.map((value) => sayValue(t, format, question, value)).join(", "),
          })}
        </p>
      ) : null}
    </div>
  );
}
