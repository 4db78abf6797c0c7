import type { z } from "zod";
import { DomainError } from "~/platform/errors";
import { keyOr } from "~/platform/i18n/catalogue";

/** What a command was given, by its schema, whoever calls. @throws DomainError "invalid" with the first reason. */
export function checked<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new DomainError("invalid", keyOr(parsed.error.issues[0]?.message, "identity:errors.field"));
}
