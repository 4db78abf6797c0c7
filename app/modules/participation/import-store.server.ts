import { db, longUnitOfWork, unitOfWork, type Queryable } from "~/platform/db/index.server";
import { DomainError } from "~/platform/errors";
import type { Contribution } from "./contributions";
import { hold } from "./hold-store.server";
import { commentsOf, peopleOf, voiceOf } from "./import-batch";
import { IMPORT_COMMENTS, KEEP_IDS, REHEARSE_IDS } from "./import-sql";
import { meetPeople } from "./participants-store.server";
import type { Window } from "./policy";
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
      await holdAsJudged(tx, target);
      const fresh = await onlyNew(tx, KEEP_IDS, target.id, batch);
      await meetPeople(tx, target.id, peopleOf(fresh));
      await writeVoices(tx, target.id, fresh.map(voiceOf), "instant");
      const comments = commentsOf(fresh);
      if (comments.length > 0) await IMPORT_COMMENTS.run(tx, target.id, comments);
      return fresh.length;
    });

/** Runs `work` with a way to save that counts what it would write, and writes nothing. */
export const rehearse = <T>(target: Target, work: (save: Save) => Promise<T>): Promise<T> =>
  longUnitOfWork(async (tx) => {
    await REHEARSE_IDS.prepare(tx);
    return work(async (batch) => (await onlyNew(tx, REHEARSE_IDS, target.id, batch)).length);
  });

async function holdAsJudged(tx: Queryable, target: Target): Promise<void> {
  const held = await hold(tx, target.slug);
  const same =
    held?.id === target.id &&
    Number(held.opensAt) === Number(target.opensAt) &&
    Number(held.closesAt) === Number(target.closesAt);
  if (!same) throw new DomainError("conflict", "cli:import.changed");
}

async function onlyNew(
  tx: Queryable,
  statement: typeof KEEP_IDS,
  consultationId: number,
  batch: readonly Contribution[],
): Promise<Contribution[]> {
  const row = await statement.one(
    tx,
    consultationId,
    batch.map(({ id }) => id),
  );
  const fresh = new Set(row?.ids);
  return batch.filter(({ id }) => fresh.has(id));
}
