import type { FormState } from "~/ui/form";

/** What a plain form posted and the server refused, to show it again. */
export interface Refused {
  /** The question's ref; "" for anything else. */
  readonly question: string;
  /** In the reader's language. */
  readonly message: string;
  readonly values: readonly string[];
}

/** What a page's form says that was refused, if anything. */
export function refusedOf(form: FormState): Refused | undefined {
  const [refusal] = form.summary;
  return (
    refusal && {
      question: form.value("question"),
      message: refusal.message,
      values: form.typed("stars", "position", "choice", "ranking", "text"),
    }
  );
}
