import type { z } from "zod";
import { problemsOf } from "~/modules/consultation";
import type { Key } from "~/platform/i18n/catalogue";

/** What is wrong with a field: a key of the catalogues and what fills its blanks, but for the field's own name. */
export interface FieldProblem {
  /** "" for the whole form. */
  readonly field: string;
  readonly reason: Key;
  readonly values: Readonly<Record<string, string | number>>;
}

export type ReadForm<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A field that may be posted once. */
export const one = (fields: Fields, name: string): string => {
  const value = fields[name];
  return (typeof value === "string" ? value : value?.[0]) ?? "";
};

/** Holds what a form posted against a schema. `fieldOf` says which field a path of the schema came from. */
export function readForm<T>(
  schema: z.ZodType<T>,
  input: unknown,
  fieldOf = (path: readonly PropertyKey[]) => String(path[0] ?? ""),
): ReadForm<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = problemsOf(parsed.error).map(({ reason, values: { path: _path, ...values } }, index) => ({
    field: fieldOf(parsed.error.issues[index]?.path ?? []),
    reason,
    values,
  }));
  return { ok: false, problems };
}

/** Lines of a text area: trimmed, without the empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter(Boolean);
