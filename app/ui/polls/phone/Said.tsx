import type { QuestionView } from "~/modules/polls";
import { useFormat, useT } from "~/ui/i18n";
import { sayValue } from "./said";

/** What was answered, in words. Its element is always there: a script fills it without asking the server again. */
export function Said({
  question,
  values,
}: {
  question: Pick<QuestionView, "kind" | "options">;
  values: readonly string[];
}) {
  const t = useT();
  const format = useFormat();
  const Tag = question.kind === "ranking" ? "ol" : "ul";
  return (
    <Tag className="poll-said" data-said="" hidden={values.length === 0}>
      {values.map((value) => (
        <li key={value}>{sayValue(t, format, question, value)}</li>
      ))}
    </Tag>
  );
}
