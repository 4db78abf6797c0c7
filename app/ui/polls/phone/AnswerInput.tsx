import { useT } from "~/ui/i18n";
import { Choice } from "~/ui/kit/Choice";
import { StarsInput } from "~/ui/kit/StarsInput";
import { positionOptions, starLabels } from "~/ui/participation/labels";
import { ChoiceInput } from "./ChoiceInput";
import type { InputProps } from "./input";
import { RankingInput } from "./RankingInput";
import { ScaleInput } from "./ScaleInput";
import { TextInput } from "./TextInput";
import { WordsInput } from "./WordsInput";

/** The fields of a question, by its kind. */
export function AnswerInput(props: InputProps) {
  const t = useT();
  const {
    question,
    values: [value],
    id,
    error,
  } = props;
  switch (question.kind) {
    case "single":
    case "multiple":
    case "quiz":
      return <ChoiceInput {...props} />;
    case "position":
      return (
        <Choice
          name="position"
          legend={t("polls:phone.answer.choose.position")}
          options={positionOptions(t)}
          {...{ id, error, value }}
        />
      );
    case "stars":
      return (
        <StarsInput
          name="stars"
          legend={t("polls:phone.answer.choose.stars")}
          labels={starLabels(t)}
          value={value ? Number(value) : null}
          empty={t("participation:stars.empty")}
          {...{ id, error }}
        />
      );
    case "ranking":
      return <RankingInput {...props} />;
    case "scale":
      return <ScaleInput {...props} />;
    case "words":
      return <WordsInput {...props} />;
    case "open":
    case "questions":
      return <TextInput {...props} />;
  }
}
