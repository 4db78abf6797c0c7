import type { z } from "zod";
import { DomainError, type ErrorCode } from "~/platform/errors";
import { parse, type Fields, type FormErrors, type ParsedForm, type RefusedForm } from "~/platform/forms";
import { statusOf } from "./errors.server";
import { data } from "./remix/answer.server";

export type PostedFields = Record<string, string | string[]>;

/** Never shown again. */
const SECRET = /password|jeton|token/i;

/**
 * The fields of a posted form. Names that repeat become arrays.
 * @throws DomainError "invalid" when the body is no form.
 */
export async function readFields(request: Request): Promise<PostedFields> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw new DomainError("invalid", "errors:not-a-form");
  }
  return fieldsOf(form);
}

/** No form of ours has nearly as many fields: whoever sends more wants to keep us busy. */
const MOST_FIELDS = 2_000;

/** The same of what was read already. Files are none. @throws DomainError "invalid" when there are too many. */
export function fieldsOf(pairs: Iterable<[string, unknown]>): PostedFields {
  const fields = Object.create(null) as PostedFields;
  let count = 0;
  for (const [name, value] of pairs) {
    if (++count > MOST_FIELDS) throw new DomainError("invalid", "errors:not-a-form");
    if (typeof value !== "string") continue;
    const known = fields[name];
    if (known === undefined) fields[name] = value;
    else if (typeof known === "string") fields[name] = [known, value];
    else known.push(value);
  }
  return fields;
}

/** Parses fields that were read already; what is refused comes with what was typed. */
export function parseFields<T>(
  fields: PostedFields,
  schema: z.ZodType<T>,
): Extract<ParsedForm<T>, { ok: true }> | ({ ok: false } & RefusedForm) {
  const parsed = parse(schema, { ...fields });
  return parsed.ok ? parsed : { ...parsed, values: fields };
}

/** Reads and parses a posted form. @throws DomainError "invalid" when the body is no form. */
export const parseForm = async <T>(request: Request, schema: z.ZodType<T>) =>
  parseFields(await readFields(request), schema);

/** The answer of a route that refuses a form: the page again, with what is wrong and what the form held. */
export const refuseForm = ({ errors, values }: RefusedForm, code: ErrorCode = "invalid") =>
  data<RefusedForm>({ errors, values: shown(values) }, { status: statusOf({ code }) });

/** The same for the refusal of a command, at a field or at the form's top. Any other error goes on its way. */
export function refuseError(error: unknown, values: Fields, field = "") {
  if (!(error instanceof DomainError)) throw error;
  const errors: FormErrors = { [field]: error.reasons.map(({ reason, values }) => ({ reason, values })) };
  return refuseForm({ errors, values }, error.code);
}

const shown = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !SECRET.test(name)));
