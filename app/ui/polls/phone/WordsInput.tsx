import { DEFAULT_WORDS } from "~/modules/polls";
import { useFormat, useT } from "~/ui/i18n";
import { ControlGroup } from "~/ui/kit/Control";
import { Field } from "~/ui/kit/Field";
import type { InputProps } from "./input";

/** A few words for the cloud: a field each. */
export function WordsInput({ question, values, id, error }: InputProps) {
  const t = useT();
  const { number } = useFormat();
  const most = question.most ?? DEFAULT_WORDS;
  const places = Array.from({ length: most }, (_, place) => place);
  return (
    <ControlGroup
      className="poll-words"
      label={t("polls:phone.words.legend", { count: most, number: number(most) })}
      id={id}
      error={error}
    >
      {places.map((place) => (
        <Field
          key={place}
          name="text"
          id={`${id}-${place + 1}`}
          label={
            most === 1
              ? t("polls:phone.words.one")
              : t("polls:phone.words.label", { number: number(place + 1) })
          }
          defaultValue={values[place] ?? ""}
          autoComplete="off"
          autoCapitalize="none"
        />
      ))}
    </ControlGroup>
  );
}
