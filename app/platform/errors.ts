import type { Key } from "./i18n/catalogue";

/** The closed set of ways in which a command refuses. Only `http` and `cli` know what they become outside. */
export const ERROR_CODES = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "not-found",
  "conflict",
  "closed",
  "too-many",
  "too-large",
  "unavailable",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A refusal that a person can act on. `reason` is a key of the catalogues, `values` fill its blanks. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly reason: Key,
    readonly values: Record<string, string | number> = {},
  ) {
    super(`${code}: ${reason}`);
    this.name = "DomainError";
  }

  /** All that is wrong; the first is this error's own. */
  get reasons(): readonly Pick<DomainError, "reason" | "values">[] {
    return [this];
  }
}

/** Why a process cannot do its work at all (a setting, a folder, a server); the message is one clear line for its operator. */
export class CannotRun extends Error {}
