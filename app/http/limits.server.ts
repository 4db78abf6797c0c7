import { RateLimiterMemory } from "rate-limiter-flexible";
import { DomainError } from "~/platform/errors";

const MINUTE = 60;

/**
 * How often one key (an address, an account) may do a thing from one IP, from everywhere together, and how often one IP
 * may for all keys: high, because a hall of 500 or a hospital stands behind one. That a key is counted per IP first keeps
 * strangers from locking somebody out. Counted in each process by itself.
 */
const limits = {
  "sign-in": {
    here: limiter(10, 15 * MINUTE),
    key: limiter(200, 15 * MINUTE),
    ip: limiter(2_000, 15 * MINUTE),
  },
  "sign-up": {
    here: limiter(5, 60 * MINUTE),
    key: limiter(20, 60 * MINUTE),
    ip: limiter(2_000, 60 * MINUTE),
  },
  // A tap each second, for a while; halls of thousands stand behind one IP.
  answer: { here: limiter(20, 10), key: limiter(40, 10), ip: limiter(200_000, MINUTE) },
  post: { here: limiter(120, MINUTE), key: limiter(240, MINUTE), ip: null },
} as const;

/** Posts of people who are not signed in, by IP. */
const unsigned = limiter(2_000, MINUTE);

export type Limit = keyof typeof limits;

function limiter(points: number, duration: number) {
  return new RateLimiterMemory({ points, duration });
}

/**
 * Counts one act. A key that is the IP itself means that nobody is signed in.
 * @throws DomainError "too-many", with the minutes to wait, when there were too many.
 */
export async function takeFrom(kind: Limit, key: string, ip: string): Promise<void> {
  const { here, key: everywhere, ip: fromHere } = limits[kind];
  try {
    if (key === ip) await unsigned.consume(ip);
    else {
      await here.consume(`${key} ${ip}`);
      await everywhere.consume(key);
      await fromHere?.consume(ip);
    }
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    const { msBeforeNext } = refusal as { msBeforeNext: number };
    throw new DomainError("too-many", "errors:too-many", {
      count: Math.max(1, Math.ceil(msBeforeNext / 60_000)),
    });
  }
}
