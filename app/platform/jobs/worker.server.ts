import { db } from "../db/index.server";
import { log } from "../log.server";
import { kinds, PermanentFailure, type Kind } from "./index.server";
import { MOST_ATTEMPTS, pauseAfter } from "./pauses";
import * as sql from "./sql";

/** Seconds after which one that is held by a process that fell silent is taken over. */
const LEASE = 30;
/** Milliseconds between looks for what is due; what is promised now is told at once. */
const LOOK = 1_000;
/** Jobs at once in a process. */
const PARALLEL = 4;

interface Claimed {
  id: number;
  name: string;
  payload: unknown;
  attempts: number;
}

/** Does what is due, until it is stopped. @returns how to stop: what is under way is waited for. */
export function startJobs(): () => Promise<void> {
  const running = new Set<Promise<void>>();
  let stopped = false;
  let looking: Promise<void> | undefined;
  let again = false;

  async function look(): Promise<void> {
    do {
      again = false;
      while (!stopped && running.size < PARALLEL) {
        const claimed = await claim();
        if (!claimed) break;
        const done = perform(claimed).finally(() => {
          running.delete(done);
          wake();
        });
        running.add(done);
      }
    } while (again && !stopped);
  }

  function wake(): void {
    again = true;
    if (stopped || looking) return;
    looking = look()
      .catch((error: unknown) => log().warn({ err: error }, "jobs wait: the database does not answer"))
      .finally(() => (looking = undefined));
  }

  /** A restored database has lost them. */
  const recur = () =>
    sql.RECUR.run(
      db().prisma,
      [...kinds].filter(([, { every }]) => every !== undefined).map(([name]) => name),
    ).catch((error: unknown) => log().warn({ err: error }, "jobs wait: the database does not answer"));

  const unlisten = db().listen("jobs", { heard: wake, back: wake });
  let looks = 0;
  const timer = setInterval(() => {
    if (++looks % 60 === 0) void recur();
    wake();
  }, LOOK).unref();
  void recur().then(wake);

  return async () => {
    stopped = true;
    clearInterval(timer);
    await unlisten();
    await looking;
    await Promise.all(running);
  };
}

/** Does all that is due, here and now: for tests. @returns how many were done. */
export async function performDue(): Promise<number> {
  for (let done = 0; ; done++) {
    const claimed = await claim();
    if (!claimed) return done;
    await perform(claimed);
  }
}

const claim = (): Promise<Claimed | undefined> => sql.CLAIM.one(db().prisma, [...kinds.keys()], LEASE);

/** Never rejects: what cannot be written down is taken over when its lease ends. */
async function perform({ id, name, payload, attempts }: Claimed): Promise<void> {
  const on = db().prisma;
  const kind = kinds.get(name) as Kind;
  const beat = setInterval(
    () => void sql.RENEW.run(on, id, attempts, LEASE).catch(() => {}),
    (LEASE * 1_000) / 3,
  ).unref();
  try {
    await kind.run(payload).then(
      () =>
        kind.every === undefined
          ? sql.DONE.run(on, id, attempts)
          : sql.AGAIN.run(on, id, attempts, kind.every / 1_000, 0, null),
      (error: unknown) => failed({ id, name, attempts }, kind, error),
    );
  } catch (error) {
    log().warn({ err: error, job: name }, "what became of a job could not be kept");
  } finally {
    clearInterval(beat);
  }
}

function failed(
  { id, name, attempts }: Omit<Claimed, "payload">,
  { every }: Kind,
  error: unknown,
): Promise<number> {
  log().warn({ err: error, job: name, attempts }, "a job failed");
  if (error instanceof PermanentFailure)
    return sql.GIVE_UP.run(db().prisma, id, attempts, kindOf(error.cause));
  if (every === undefined && attempts >= MOST_ATTEMPTS)
    return sql.GIVE_UP.run(db().prisma, id, attempts, kindOf(error));
  const pause = Math.min(pauseAfter(attempts), (every ?? Infinity) / 1_000);
  return sql.AGAIN.run(db().prisma, id, attempts, pause, attempts, kindOf(error));
}

/** Its name and code: words may quote an address. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return "Error";
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  const answer =
    "responseCode" in error && typeof error.responseCode === "number" ? ` ${error.responseCode}` : "";
  return `${error.name}${code}${answer}`.slice(0, 100);
}
