import { ambient, reader, writer } from "../db/index.server";
import { MANY_ATTEMPTS } from "./pauses";
import * as sql from "./sql";

/** What a process knows to do, by name. */
export interface Kind {
  run(payload: unknown): Promise<void>;
  /** Milliseconds from its end to its next beginning, when it recurs. */
  every?: number;
}

// On globalThis, because the development server loads modules again when they change.
const shared = globalThis as typeof globalThis & { concertationJobs?: Map<string, Kind> };
export const kinds = (shared.concertationJobs ??= new Map<string, Kind>());

/**
 * Declares work that is done after a commit, by any process, at least once: `run` must bear a second time, for the process
 * may die between doing and saying so. An error has it tried again, after pauses that grow.
 * @returns what writes the promise into the unit of work that is under way.
 */
export function job<Payload>(
  name: string,
  run: (payload: Payload) => Promise<void>,
): (payload: Payload) => Promise<void> {
  kinds.set(name, { run: (payload) => run(payload as Payload) });
  return async (payload) => {
    if (ambient() !== "unit of work") throw new Error(`The job ${name} is promised by no unit of work`);
    await sql.ENQUEUE.one(writer(), name, payload);
  };
}

/** Declares work that recurs: by one process at a time, however many there are. */
export function recurring(name: string, every: number, run: () => Promise<void>): void {
  kinds.set(name, { run, every });
}

/** What a job throws when it can never be done: it is given up at once. Its cause is what staff are told of. */
export class PermanentFailure extends Error {
  override name = "PermanentFailure";

  constructor(cause: unknown) {
    super("given up at once", { cause });
  }
}

/** Work that was given up, or that recurs and fails each time. It tells no one's name. */
export interface FailedJob {
  id: number;
  name: string;
  createdAt: Date;
  attempts: number;
  /** The kind of error that it met last. */
  problem: string;
}

export const failedJobs = (): Promise<FailedJob[]> => sql.FAILED.all(reader(), MANY_ATTEMPTS);

/** Has it, or (null) all that failed, tried again now, but for what somebody is doing. @returns how many. */
export const retryJobs = async (id: number | null): Promise<number> =>
  (await sql.RETRY.all(writer(), id, MANY_ATTEMPTS)).length;

const FAILED_KEPT_DAYS = 30;
recurring(
  "delete-failed-jobs",
  86_400_000,
  async () => void (await sql.DELETE_FAILED.run(writer(), FAILED_KEPT_DAYS)),
);
