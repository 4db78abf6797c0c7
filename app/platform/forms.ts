import type { z } from "zod";
import { DomainError } from "./errors";
import { keyOr, type Key } from "./i18n/catalogue";

/** Why something is refused: a key of the words, and what fills its blanks. */
export interface Reason {
  readonly reason: Key;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What is wrong with a form, by field; "" stands for the whole form. */
export type FormErrors = Readonly<Record<string, readonly Reason[]>>;

/** What a form posted; a name that repeats has several. */
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A form that was refused, as routes answer it and pages show it again: what is wrong, and what it held. */
export interface RefusedForm {
  errors: FormErrors;
  values: Fields;
}

export type ParsedForm<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: FormErrors };

/** An issue of Zod in a person's words: its message when that is a key, else `otherwise`; its blanks are what Zod knows. */
export function reasonOf(issue: z.core.$ZodIssue, otherwise: Key): Reason {
  const values: Record<string, string | number> = {};
  if (issue.code === "too_big") values.max = Number(issue.maximum);
  if (issue.code === "too_small") values.min = Number(issue.minimum);
  if (issue.code === "invalid_value") values.choices = issue.values.map(String).join(", ");
  if (issue.code === "custom") Object.assign(values, issue.params);
  return { reason: keyOr(issue.message, otherwise), values };
}

interface Reading {
  /** Which field a path of the schema came from: its first step, unless told otherwise. */
  fieldOf?: (path: readonly PropertyKey[]) => string;
  /** What is said of an issue without words of its own. */
  otherwise?: Key;
}

/** Holds what was posted against a schema. */
export function parse<T>(
  schema: z.ZodType<T>,
  input: unknown,
  { fieldOf = ([first]) => String(first ?? ""), otherwise = "errors:field" }: Reading = {},
): ParsedForm<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: Record<string, Reason[]> = {};
  for (const issue of parsed.error.issues)
    (errors[fieldOf(issue.path)] ??= []).push(reasonOf(issue, otherwise));
  return { ok: false, errors };
}

/** What a command was given, by its schema, whoever calls. @throws DomainError "invalid" with the first reason. */
export function checked<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = parse(schema, input);
  if (parsed.ok) return parsed.value;
  const [first] = Object.values(parsed.errors).flat();
  throw new DomainError("invalid", first?.reason ?? "errors:field", { ...first?.values });
}
