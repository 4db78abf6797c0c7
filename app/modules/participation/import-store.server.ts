import { db, longUnitOfWork, unitOfWork, type Queryable } from "~/platform/db/index.server";
import { DomainError } from "~/platform/errors";
import type { Contribution } from "./contributions";
import * as sql from "./import-sql";
import { commentsOf, peopleOf, voiceOf } from "./import-batch";
import type { Window } from "./policy";
import { HOLD } from "./sql";
import { writeVoices } from "./voices-store.server";

/** What an import was judged by; it must still stand when a batch is written. */
export interface Target extends Window {
  id: number;
  slug: string;
}

/**
 * Rows of one transaction. On PostgreSQL few enough that a voter hardly waits for them. The embedded database has nobody
 * else to serve while a command has it open, and a figure that a statement touches costs the same for one voice or a
 * hundred: there, many.
 */
export const mostTogether = (): number => (db().kind === "embedded" ? 20_000 : 2_000);

/** Writes contributions that were checked, and tells how many of them were not known yet. Their ids differ. */
export type Save = (batch: readonly Contribution[]) => Promise<number>;

/** Writes a batch in one transaction. @throws DomainError "conflict" when the consultation's dates have changed. */
export const saveIn =
  (target: Target): Save =>
  (batch) =>
    unitOfWork(async (tx) => {
      await hold(tx, target);
      const fresh = await onlyNew(tx, sql.KEEP_IDS, target.id, batch);
      const write = async (statement: string, rows: readonly object[]) => {
        if (rows.length > 0) await tx.$executeRawUnsafe(statement, target.id, JSON.stringify(rows));
      };
      await write(sql.MEET_PEOPLE, peopleOf(fresh));
      await writeVoices(tx, target.id, fresh.map(voiceOf), "instant");
      await write(sql.IMPORT_COMMENTS, commentsOf(fresh));
      return fresh.length;
    });

/** Runs `work` with a way to save that counts what it would write, and writes nothing. */
export const rehearse = <T>(target: Target, work: (save: Save) => Promise<T>): Promise<T> =>
  longUnitOfWork(async (tx) => {
    await tx.$executeRawUnsafe(sql.REHEARSED_IDS);
    return work(async (batch) => (await onlyNew(tx, sql.REHEARSE_IDS, target.id, batch)).length);
  });

async function hold(tx: Queryable, target: Target): Promise<void> {
  const [row] = await tx.$queryRawUnsafe<(Window & { id: number })[]>(HOLD, target.slug, []);
  const same =
    row?.id === target.id &&
    Number(row.opensAt) === Number(target.opensAt) &&
    Number(row.closesAt) === Number(target.closesAt);
  if (!same) throw new DomainError("conflict", "cli:import.changed");
}

async function onlyNew(
  tx: Queryable,
  statement: string,
  consultationId: number,
  batch: readonly Contribution[],
): Promise<Contribution[]> {
  const [row] = await tx.$queryRawUnsafe<{ ids: string }[]>(
    statement,
    consultationId,
    JSON.stringify(batch.map(({ id }) => id)),
  );
  const fresh = new Set(JSON.parse(row?.ids ?? "[]") as string[]);
  return batch.filter(({ id }) => fresh.has(id));
}
