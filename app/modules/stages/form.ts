import type { z } from "zod";
import { parse, type Fields, type ParsedForm } from "~/platform/forms";

/** A field that may be posted once. */
export const one = (fields: Fields, name: string): string => {
  const value = fields[name];
  return (typeof value === "string" ? value : value?.[0]) ?? "";
};

/** Holds what a form posted against a schema of ours. `fieldOf` says which field a path of the schema came from. */
export const readForm = <T>(
  schema: z.ZodType<T>,
  input: unknown,
  fieldOf?: (path: readonly PropertyKey[]) => string,
): ParsedForm<T> =>
  parse(schema, input, { otherwise: "consultation:input.wrong", ...(fieldOf && { fieldOf }) });

/** Lines of a text area: trimmed, without the empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter(Boolean);
