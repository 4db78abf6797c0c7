import type { Key } from "~/platform/i18n";
import { useT } from "~/ui/i18n";
import { fieldId } from "~/ui/kit/Control";
import type { SummaryError } from "~/ui/kit/ErrorSummary";

/** What a form's action answers when it refuses. */
export interface Answer {
  errors: Record<string, Key[]>;
  values: Record<string, string>;
  blanks: Record<string, string | number>;
}

/** A refusal in the reader's words: for the summary, for each field, and what was typed. */
export function useAnswer(answer: Answer | undefined) {
  const t = useT();
  const say = (key: Key) => t(key, answer?.blanks ?? {});
  const errors = Object.entries(answer?.errors ?? {});
  const summary: SummaryError[] = errors.flatMap(([name, [first]]) =>
    first === undefined ? [] : [{ ...(name && { id: fieldId(name) }), message: say(first) }],
  );
  return {
    summary,
    /** What is wrong with a field. */
    error(name: string): string | undefined {
      const first = answer?.errors[name]?.[0];
      return first === undefined ? undefined : say(first);
    },
    /** What was typed in it, else what it holds. */
    value: (name: string, stored = ""): string => answer?.values[name] ?? stored,
  };
}

export type FormState = ReturnType<typeof useAnswer>;
