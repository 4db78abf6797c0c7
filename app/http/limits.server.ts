import { RateLimiterMemory } from "rate-limiter-flexible";
import { DomainError } from "~/platform/errors";

const MINUTE = 60;

/**
 * How often one key (an address, an account) may do a thing, and how often one IP may: high for an IP, because a whole
 * hospital may stand behind one. Counted in each process by itself.
 */
const limits = {
  "sign-in": { key: limiter(10, 15 * MINUTE), ip: limiter(300, 15 * MINUTE) },
  "sign-up": { key: limiter(5, 60 * MINUTE), ip: limiter(300, 60 * MINUTE) },
  post: { key: limiter(120, MINUTE), ip: null },
} as const;

export type Limit = keyof typeof limits;

function limiter(points: number, duration: number) {
  return new RateLimiterMemory({ points, duration });
}

/** Counts one act. @throws DomainError "too-many", with the seconds to wait, when there were too many. */
export async function takeFrom(kind: Limit, key: string, ip: string): Promise<void> {
  const { key: byKey, ip: byIp } = limits[kind];
  try {
    await byKey.consume(key);
    await byIp?.consume(ip);
  } catch (refusal) {
    const wait = refusal instanceof Error ? 60_000 : (refusal as { msBeforeNext: number }).msBeforeNext;
    throw new DomainError("too-many", "errors:too-many", { count: Math.max(1, Math.ceil(wait / 60_000)) });
  }
}
