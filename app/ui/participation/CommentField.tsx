import { MOST_CHARACTERS } from "~/modules/participation";
import { useFormat, useT } from "~/ui/i18n";
import { fieldId } from "~/ui/kit/Control";
import { CharCounter, RichText } from "~/ui/kit/Enhanced";
import { TextArea } from "~/ui/kit/TextArea";
import { counterTexts, editorTexts } from "./texts";

/** Where one writes: a plain textarea, an editor where the browser can, the limit before it is hit, the warning on health. */
export function CommentField({
  label,
  value,
  error,
  optional,
  id = fieldId("body"),
}: {
  label: string;
  value: string;
  error?: string | undefined;
  optional?: boolean;
  id?: string;
}) {
  const t = useT();
  const { number } = useFormat();
  return (
    <TextArea
      name="body"
      id={id}
      label={label}
      mark={optional ? t("participation:panel.optional") : undefined}
      note={t("participation:panel.health")}
      error={error}
      defaultValue={value}
      max={MOST_CHARACTERS}
      counter={
        <CharCounter field={id} max={MOST_CHARACTERS} texts={counterTexts(t, number(MOST_CHARACTERS))} />
      }
      wrap={(area) => <RichText texts={editorTexts(t)}>{area}</RichText>}
    />
  );
}
