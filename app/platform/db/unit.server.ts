import { AsyncLocalStorage } from "node:async_hooks";
import { db, type Transaction } from "./open.server";
import { isSqlState } from "./sql-state.server";

type Effect = () => void | Promise<void>;

/** Hands over what this process does once all is committed, such as dropping what it kept in memory. */
export type AfterCommit = (effect: Effect) => void;

type Work<T> = (tx: Transaction, afterCommit: AfterCommit) => Promise<T>;

interface Unit {
  kind: "unit of work" | "snapshot";
  tx: Transaction;
  checks: Effect[];
  effects: Effect[];
  /** Why a part of it failed: then all of it does, even if whoever asked for the part goes on. */
  failed?: { error: unknown };
  /** What its work left running (a timer, a promise that nobody awaits) no longer belongs to it. */
  ended: boolean;
}

const units = new AsyncLocalStorage<Unit>();

function current(): Unit | undefined {
  const unit = units.getStore();
  return unit?.ended ? undefined : unit;
}

/** What the caller is in, if anything. */
export const ambient = (): Unit["kind"] | undefined => current()?.kind;

/**
 * What a store reads by: the unit of work or the snapshot that is under way, else the client. So a store reads what its
 * caller has written, and several modules read the same moment.
 */
export const reader = (): Transaction => current()?.tx ?? db().prisma;

/** What a store writes a single statement by: the unit of work that is under way, else the client. */
export function writer(): Transaction {
  const unit = current();
  if (unit?.kind === "snapshot") throw new Error("A snapshot is only read");
  return unit?.tx ?? db().prisma;
}

/**
 * Hands over what must still hold when all is about to be committed, however much of the unit of work comes after: what it
 * throws undoes all.
 * @throws Error outside of a unit of work
 */
export function beforeCommit(check: Effect): void {
  const unit = current();
  if (unit?.kind !== "unit of work") throw new Error("Nothing is about to be committed");
  unit.checks.push(check);
}

const RETRIED = ["40001", "40P01"];
const HOUR = 3_600_000;
const LONG = { maxWait: 60_000, timeout: 24 * HOUR };

/**
 * Runs `work` in one transaction, or within the one that is under way: what commands of several modules write is kept
 * together, or not at all. A deadlock or a serialisation failure is tried again, twice, from the outermost start. What
 * leaves the process is a job written within; `afterCommit` is for this process's own memory.
 */
export async function unitOfWork<T>(work: Work<T>): Promise<T> {
  const unit = current();
  if (unit) return join(unit, work);
  for (let more = 2; ; more--) {
    try {
      return await begin("unit of work", work);
    } catch (error) {
      if (more === 0 || !RETRIED.some((state) => isSqlState(error, state))) throw error;
    }
  }
}

/** The same for an operator's command over the whole database: it may take hours, and is not tried again. */
export const longUnitOfWork = <T>(work: Work<T>): Promise<T> => begin("unit of work", work, LONG);

/** All that `work` reads stands as it stood at its first query, whoever writes meanwhile; it cannot write. */
export function snapshot<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const unit = current();
  if (unit?.kind === "snapshot") return work(unit.tx);
  return begin(
    "snapshot",
    async (tx) => {
      // Not by Prisma's option: the embedded database's adapter sets it before the transaction, where it has no effect.
      await tx.$executeRawUnsafe("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      return work(tx);
    },
    LONG,
  );
}

async function begin<T>(
  kind: Unit["kind"],
  work: Work<T>,
  options?: { maxWait: number; timeout: number },
): Promise<T> {
  // The embedded database has one connection: a second transaction would wait for the first for ever.
  if (ambient()) throw new Error(`A ${kind} cannot start within a ${ambient()}`);
  const effects: Effect[] = [];
  const result = await db().prisma.$transaction(async (tx) => {
    const unit: Unit = { kind, tx, checks: [], effects, ended: false };
    try {
      return await units.run(unit, async () => {
        const done = await work(tx, (effect) => effects.push(effect));
        if (unit.failed) throw unit.failed.error;
        for (const check of unit.checks) await check();
        return done;
      });
    } finally {
      unit.ended = true;
    }
  }, options);
  for (const effect of effects) await effect();
  return result;
}

async function join<T>(unit: Unit, work: Work<T>): Promise<T> {
  if (unit.kind === "snapshot") throw new Error("A snapshot is only read: no unit of work starts within it");
  try {
    return await work(unit.tx, (effect) => unit.effects.push(effect));
  } catch (error) {
    unit.failed ??= { error };
    throw error;
  }
}
