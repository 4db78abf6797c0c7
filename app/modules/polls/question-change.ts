import type { Key } from "~/platform/i18n/catalogue";
import { choicesOf } from "./counting";
import type { QuestionDefinition } from "./questionnaire";

/** A question as it stands, with what its answers hold. */
export interface ManagedQuestion {
  readonly id: number;
  readonly definition: QuestionDefinition;
  /** Answers and texts since it was last reset. */
  readonly answers: number;
  /** Those and the ones that were kept apart at each reset: they would go with the question. */
  readonly held: number;
  /** What was chosen in `answers`. */
  readonly used: readonly string[];
}

export interface Loss {
  /** Where in the question. */
  readonly path: readonly string[];
  readonly reason: Key;
  readonly values: Record<string, string | number>;
}

/** What a change would take from answers that were given, or null. Wording may be mended at any time. */
export function lossOf(
  { definition: before, answers, used }: Pick<ManagedQuestion, "definition" | "answers" | "used">,
  after: QuestionDefinition,
): Loss | null {
  if (answers === 0) return null;
  if (before.kind !== after.kind)
    return { path: ["kind"], reason: "polls:refusal.kind", values: { count: answers } };
  // Stars and positions count in the results of their item.
  const counted = before.kind === "stars" || before.kind === "position";
  if (counted && before.item !== after.item)
    return { path: ["item"], reason: "polls:refusal.item", values: { count: answers } };
  if (before.kind === "words") return null;
  const left = new Set(choicesOf({ ...after, hiddenWords: [] }).map(({ ref }) => ref));
  const lost = used.find((choice) => !left.has(choice));
  if (lost === undefined) return null;
  if (before.kind === "scale")
    return { path: ["scale"], reason: "polls:refusal.scale", values: { step: lost } };
  const label = before.options.find(({ ref }) => ref === lost)?.label ?? lost;
  return { path: ["options"], reason: "polls:refusal.option", values: { option: label } };
}
