import { MOST_TEXT } from "~/modules/polls";
import { useFormat, useT } from "~/ui/i18n";
import { CharCounter } from "~/ui/kit/Enhanced";
import { TextArea } from "~/ui/kit/TextArea";
import { counterTexts } from "~/ui/participation/texts";
import type { InputProps } from "./input";

/** A text or a question of one's own. What was sent before is listed above it, so it starts empty. */
export function TextInput({ question, typed, id, error }: InputProps) {
  const t = useT();
  const { number } = useFormat();
  return (
    <TextArea
      name="text"
      id={id}
      label={t(`polls:phone.text.${question.kind as "open" | "questions"}`)}
      hint={question.moderated ? t("polls:phone.text.moderated") : undefined}
      note={t("participation:panel.health")}
      error={error}
      rows={4}
      max={MOST_TEXT}
      counter={<CharCounter field={id} max={MOST_TEXT} texts={counterTexts(t, number(MOST_TEXT))} />}
      defaultValue={typed?.[0] ?? ""}
    />
  );
}
