import { textOf, type T } from "~/platform/i18n";

/** What the form of a question, or of a questionnaire, calls a field; nothing for one that it does not show. */
export const questionFieldLabel = (t: T, field: string): string => textOf(t, `polls:field.${field}`, "");
