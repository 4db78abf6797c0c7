import { data } from "./remix/answer.server";
import { DomainError } from "~/platform/errors";
import { statusOf } from "./errors.server";
import type { FormErrors } from "./forms.server";

/** What a form shows again when it was refused. */
export interface FormAnswer {
  /** Keys of the catalogues by field name; "" stands for the whole form. */
  errors: FormErrors;
  values: Record<string, string>;
  /** What fills the blanks of the errors. */
  blanks: Record<string, string | number>;
}

/** A form with its errors beside its fields. */
export const formAnswer = ({ errors, values }: Pick<FormAnswer, "errors" | "values">) =>
  data<FormAnswer>({ errors, values, blanks: {} }, { status: 400 });

/** A form with the refusal of a command, at a field or at its top. Any other error goes on its way. */
export function refusedForm(error: unknown, values: Record<string, string>, field = "") {
  if (!(error instanceof DomainError)) throw error;
  return data<FormAnswer>(
    { errors: { [field]: [error.reason] }, values, blanks: error.values },
    { status: statusOf(error) },
  );
}
