import type { Fields, RefusedForm } from "~/platform/forms";
import { useT } from "~/ui/i18n";
import { fieldId } from "~/ui/kit/Control";
import type { SummaryError } from "~/ui/kit/ErrorSummary";

interface Shown {
  /** What the fields hold before anything was sent. */
  stored?: Fields;
  /** A field's name, for words that tell where something is wrong. */
  labelOf?: (field: string) => string;
}

const first = (value: Fields[string]): string | undefined => (typeof value === "string" ? value : value?.[0]);

/** A form in the reader's words, after it was refused or before it is sent: for the summary, for each field, and what it holds. */
export function useForm(refused?: RefusedForm | undefined, { stored = {}, labelOf }: Shown = {}) {
  const t = useT();
  const errors = Object.entries(refused?.errors ?? {}).map(
    ([field, reasons]) =>
      [
        field,
        reasons.map(({ reason, values }) =>
          t(reason, { ...(labelOf && { path: labelOf(field) }), ...values }),
        ),
      ] as const,
  );
  const messages = new Map(errors);
  return {
    summary: errors.flatMap(([field, said]) =>
      said.map((message): SummaryError => ({ ...(field && { id: fieldId(field) }), message })),
    ),
    /** What is wrong with a field. */
    error: (field: string): string | undefined => messages.get(field)?.[0],
    /** What was typed, else `otherwise`: what is stored, and after a refusal nothing, as of a box that was unticked. */
    value: (field: string, otherwise = refused ? "" : (first(stored[field]) ?? "")): string =>
      first(refused?.values[field]) ?? otherwise,
    /** All that was typed or ticked under these names, without what was left empty. */
    typed: (...fields: string[]): string[] =>
      fields.flatMap((field) => refused?.values[field] ?? []).filter((value) => value !== ""),
  };
}

export type FormState = ReturnType<typeof useForm>;
