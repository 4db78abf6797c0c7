import type { FieldProblem } from "~/modules/live";
import { textOf, type T } from "~/platform/i18n";
import { useT } from "~/ui/i18n";
import { fieldId } from "~/ui/kit/Control";

/** What an action answers when it refuses a form. */
export interface Refused {
  problems: readonly FieldProblem[];
  typed: Record<string, string>;
}

/** What the form calls a field; nothing for one that it does not show. */
export const fieldLabel = (t: T, field: string): string => textOf(t, `stages:field.${field}`, "");

/** A refusal in the reader's words, for the summary and for each field. `labelOf` names a field. */
export function useProblems(
  refused: Refused | undefined,
  labelOf: (field: string) => string,
  stored: Readonly<Record<string, string>> = {},
) {
  const t = useT();
  const say = ({ field, reason, values }: FieldProblem) => t(reason, { path: labelOf(field), ...values });
  const problems = refused?.problems ?? [];
  return {
    summary: problems.map((problem) => ({
      ...(problem.field && { id: fieldId(problem.field) }),
      message: say(problem),
    })),
    error(field: string): string | undefined {
      const problem = problems.find((each) => each.field === field);
      return problem && say(problem);
    },
    /** What was typed, else what is stored. */
    value: (field: string): string => (refused ? (refused.typed[field] ?? "") : (stored[field] ?? "")),
  };
}

export type FormProblems = ReturnType<typeof useProblems>;
