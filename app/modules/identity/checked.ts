import type { z } from "zod";
import { DomainError } from "~/platform/errors";

/** What a command was given, by its schema, whoever calls. @throws DomainError "invalid" with the first reason. */
export function checked<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DomainError(
    "invalid",
    issue?.message.startsWith("identity:") ? issue.message : "identity:errors.field",
  );
}
