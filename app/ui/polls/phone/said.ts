import type { OwnAnswers, QuestionView } from "~/modules/polls";
import { POSITIONS, STARS } from "~/modules/participation";
import type { T } from "~/platform/i18n";
import type { useFormat } from "~/ui/i18n";

/** Questions that are answered by texts, several of them. */
export const isWritten = ({ kind }: Pick<QuestionView, "kind">): boolean =>
  kind === "open" || kind === "questions";

/** What a device has answered to a question, as its form posts it. */
export const valuesOf = (
  own: OwnAnswers | undefined,
  question: Pick<QuestionView, "kind" | "key">,
): readonly string[] => (isWritten(question) ? own?.texts : own?.choices)?.[question.key] ?? [];

interface Asked extends Pick<QuestionView, "kind"> {
  readonly options: readonly { readonly ref: string; readonly label: string }[];
}

/** The words of one answer: what its radio is called. */
export function sayValue(
  t: T,
  { text }: ReturnType<typeof useFormat>,
  { kind, options }: Asked,
  value: string,
): string {
  const position = kind === "position" && POSITIONS.find((each) => each === value);
  if (position) return t(`participation:position.${position}`);
  const stars = kind === "stars" && STARS.find((each) => String(each) === value);
  if (stars) return t(`participation:stars.${stars}`);
  return text(options.find(({ ref }) => ref === value)?.label ?? value);
}
