import { useFormat, useT } from "~/ui/i18n";
import { ControlGroup } from "~/ui/kit/Control";
import type { InputProps } from "./input";

/** The steps of a scale in a row that wraps; the words of its ends stand above, with their number. */
export function ScaleInput({ question, values, id, error }: InputProps) {
  const t = useT();
  const { text } = useFormat();
  const { from, to, low, high } = question.scale ?? { from: 1, to: 10, low: null, high: null };
  const end = (step: number, label: string | null) =>
    label ? <span>{t("polls:phone.answer.scale-end", { step, label: text(label) })}</span> : null;
  const steps = Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
  return (
    <ControlGroup
      className="poll-scale"
      label={t("polls:phone.answer.choose.scale", { from, to })}
      hint={
        low || high ? (
          <span className="poll-scale__ends">
            {end(from, low)} {end(to, high)}
          </span>
        ) : undefined
      }
      id={id}
      error={error}
    >
      <div
        className="poll-scale__steps"
        data-columns={steps.length > 6 ? Math.ceil(steps.length / 2) : steps.length}
      >
        {steps.map((step) => (
          <label key={step} className="choice__card poll-scale__step">
            <input type="radio" name="choice" value={step} defaultChecked={values.includes(step)} />
            <span data-label="">{step}</span>
          </label>
        ))}
      </div>
    </ControlGroup>
  );
}
