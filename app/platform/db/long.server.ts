import { db, type Transaction } from "./index.server";

const HOUR = 3_600_000;

/** Runs `work` in one transaction that may take hours: an operator's command over the whole database. Not tried again. */
export const longTransaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  db().prisma.$transaction(work, { maxWait: 60_000, timeout: 24 * HOUR });

/** The same, only reading: all that it reads stands as it stood at its first query, whoever writes meanwhile. */
export const snapshot = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  longTransaction(async (tx) => {
    // Not by Prisma's option: the embedded database's adapter sets it before the transaction, where it has no effect.
    await tx.$executeRawUnsafe("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    return work(tx);
  });
