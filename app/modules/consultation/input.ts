import { z } from "zod";
import { reasonOf } from "~/platform/forms";
import type { Key } from "~/platform/i18n/catalogue";

/** What is wrong in data that came from outside: where, and a key of the catalogues with what fills its blanks. */
export interface Problem {
  reason: Key;
  values: Record<string, string | number> & { path: string };
}

/** Messages of a field that must have a type: one for its absence, one for another type. */
export const typed = (type: "text" | "number" | "boolean" | "object" | "list" | "choice" | "instant") => ({
  error: (issue: { input?: unknown }): Key =>
    issue.input === undefined ? "consultation:input.missing" : `consultation:input.${type}`,
});

// NUL cannot be stored, a lone surrogate is no character, and the other control characters only spoil what they touch.
const UNREADABLE = /[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

const checked = (field: z.ZodString, max: number, min: number) =>
  field
    .refine((text) => !UNREADABLE.test(text), { error: "consultation:input.unreadable", abort: true })
    .refine((text) => text.length >= min, { error: "consultation:input.empty", abort: true })
    .refine((text) => !exceeds(text, max), { error: "consultation:input.too-long", params: { max } });

/** Whether a text has more than `max` characters; one outside the basic plane, such as an emoji, counts once. */
const exceeds = (text: string, max: number): boolean =>
  text.length > 2 * max || (text.length > max && [...text].length > max);

/** One line of text: trimmed, in normal form, line breaks and tabs made spaces. */
export const lineField = (max: number, min = 1) =>
  checked(
    z.string(typed("text")).overwrite((text) =>
      text
        .normalize("NFC")
        .replace(/[\r\n\t]+/g, " ")
        .trim(),
    ),
    max,
    min,
  );

/** Text of several lines: trimmed, in normal form, with plain line breaks. */
export const textField = (max: number, min = 0) =>
  checked(
    z.string(typed("text")).overwrite((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").trim()),
    max,
    min,
  );

/** A path as one would write it in JavaScript: `items[2].children[0].title`; `$` for the whole document. */
export function pathOf(path: readonly PropertyKey[]): string {
  const steps = path.map((step) =>
    typeof step === "number"
      ? `[${step}]`
      : /^[A-Za-z_$][\w$]*$/.test(String(step))
        ? `.${String(step)}`
        : `[${JSON.stringify(String(step))}]`,
  );
  return steps.join("").replace(/^\./, "") || "$";
}

/** Zod's issues as problems that a person can find and mend. */
export function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.map((issue) => {
    const { reason, values } = reasonOf(issue, "consultation:input.wrong");
    return { reason, values: { path: pathOf(issue.path), ...values } };
  });
}
