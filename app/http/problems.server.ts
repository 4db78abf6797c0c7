import { data } from "./remix/answer.server";
import { DomainError } from "~/platform/errors";
import type { Key } from "~/platform/i18n/catalogue";
import { statusOf } from "./errors.server";

interface Problem {
  field: string;
  reason: Key;
  values: Readonly<Record<string, string | number>>;
}

/** A form that was refused: what is wrong with which field, and what was typed, to show again. */
export interface ProblemAnswer {
  problems: readonly Problem[];
  typed: Record<string, string>;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

const typedIn = (fields: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );

/** A form with what is wrong beside its fields. */
export const problemAnswer = (problems: readonly Problem[], fields: Fields) =>
  data<ProblemAnswer>({ problems, typed: typedIn(fields) }, { status: 400 });

/** A form with the refusal of a command, which may name several problems. Any other error goes on its way. */
export function refusedAnswer(error: unknown, fields: Fields, field = "") {
  if (!(error instanceof DomainError)) throw error;
  const all =
    "problems" in error && Array.isArray(error.problems)
      ? (error.problems as Pick<Problem, "reason" | "values">[])
      : [error];
  return data<ProblemAnswer>(
    { problems: all.map(({ reason, values }) => ({ field, reason, values })), typed: typedIn(fields) },
    { status: statusOf(error) },
  );
}
