import type { QuestionView } from "~/modules/polls";
import { Content } from "~/ui/consultation/Content";
import { useFormat, useT } from "~/ui/i18n";
import { ControlGroup } from "~/ui/kit/Control";
import type { InputProps } from "./input";

/** Options one under the other, each as large as a thumb: radios, or boxes where several may be chosen. */
export function ChoiceInput({ question, values, id, error }: InputProps) {
  const legend = useLegend(question);
  return (
    <ControlGroup className="poll-options" label={legend} id={id} error={error}>
      {question.options.map(({ ref, label }) => (
        <label key={ref} className="poll-option">
          <input
            type={question.kind === "multiple" ? "checkbox" : "radio"}
            name="choice"
            value={ref}
            defaultChecked={values.includes(ref)}
          />
          <span data-label="">
            <Content text={label} />
          </span>
        </label>
      ))}
    </ControlGroup>
  );
}

function useLegend({ kind, most }: Pick<QuestionView, "kind" | "most">): string {
  const t = useT();
  const { number } = useFormat();
  return most !== null && kind === "multiple"
    ? t("polls:phone.answer.choose.most", { number: number(most) })
    : t(`polls:phone.answer.choose.${kind as "single" | "multiple" | "quiz"}`);
}
