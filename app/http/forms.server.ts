import type { z } from "zod";
import { DomainError } from "~/platform/errors";
import { keyOr, type Key } from "~/platform/i18n/catalogue";

export type FormErrors = Record<string, Key[]>;

export type ParsedForm<T> =
  | { ok: true; value: T }
  /** `errors` are keys of the catalogues by field name ("" for the whole form); `values` what was typed, to show again. */
  | { ok: false; errors: FormErrors; values: Record<string, string> };

const SECRET = /password|jeton|token/i;

/**
 * The fields of a posted form. Names that repeat become arrays.
 * @throws DomainError "invalid" when the body is no form.
 */
export async function readFields(request: Request): Promise<Record<string, string | string[]>> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw new DomainError("invalid", "errors:not-a-form");
  }
  const fields: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    const known = fields[name];
    fields[name] = known === undefined ? value : [...[known].flat(), value];
  }
  return fields;
}

/** Parses fields that were read already. */
export function parseFields<T>(
  fields: Record<string, string | string[]>,
  schema: z.ZodType<T>,
): ParsedForm<T> {
  const parsed = schema.safeParse({ ...fields });
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: FormErrors = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? "");
    (errors[field] ??= []).push(keyOr(issue.message, "errors:field"));
  }
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields))
    if (typeof value === "string" && !SECRET.test(name)) values[name] = value;
  return { ok: false, errors, values };
}

/** Reads and parses a posted form. @throws DomainError "invalid" when the body is no form. */
export async function parseForm<T>(request: Request, schema: z.ZodType<T>): Promise<ParsedForm<T>> {
  return parseFields(await readFields(request), schema);
}
