import { log } from "~/platform/log.server";
import { DomainError, type ErrorCode } from "~/platform/errors";
import type { Key } from "~/platform/i18n/catalogue";

const STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  closed: 409,
  "too-many": 429,
  "too-large": 413,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>;

export const statusOf = ({ code }: Pick<DomainError, "code">): (typeof STATUS)[ErrorCode] => STATUS[code];

/** What the error page needs: a key of the catalogues and what fills its blanks. */
export interface Refusal {
  reason: Key;
  values: Record<string, string | number>;
}

/** A refusal as the Response that Remix's error boundary takes. */
export function refusal(error: DomainError): Response {
  const body: Refusal = { reason: error.reason, values: error.values };
  return Response.json(body, { status: statusOf(error) });
}

/** Runs a loader or an action; a DomainError becomes the error page of its status. */
export async function handled<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) throw refusal(error);
    throw error;
  }
}

/** Logs what nobody expected. */
export const logUnexpected = (error: unknown): void => log().error({ err: error }, "unexpected error");
