import { now } from "~/platform/clock";
import { beforeCommit, isSqlState, unitOfWork, type Queryable } from "~/platform/db/index.server";
import { int4, json, list, oneOf, statement, text, timestamptz } from "~/platform/db/sql.server";
import { DomainError } from "~/platform/errors";
import { isKeepable } from "./input";
import type { Person } from "./participants-store.server";
import type { Opening, Window } from "./policy";
import { refuseUnlessOpen } from "./rules";

export interface HeldItem extends Opening {
  id: number;
  ref: string;
}

/** A consultation that cannot change until the transaction ends, with the items asked for. */
export interface Held extends Window {
  id: number;
  items: Map<string, HeldItem>;
}

/** A transaction that holds an open consultation. */
export interface Holding {
  tx: Queryable;
  held: Held;
}

/** Somebody who writes in it. */
export interface Writing extends Holding {
  person: Person;
}

/**
 * Holds a consultation until the transaction ends: its dates cannot change, since a lock on a view's row is one on the
 * table's, and writers come one after the other, in the order in which every writing transaction starts, so that none
 * deadlocks. $1 slug, $2 refs of the items to read.
 */
const HOLD = statement("participation.hold", {
  sql: `
    SELECT c.id, c.status, c.opens_at AS "opensAt", c.closes_at AS "closesAt", pg_advisory_xact_lock(1, c.id)::text AS held,
           (SELECT coalesce(json_agg(json_build_object('id', i.id, 'ref', i.ref, 'opens', json_build_object(
                     'vote', i.opens_vote, 'stars', i.opens_stars, 'comments', i.opens_comments))), '[]')
            FROM item_facts AS i WHERE i.consultation_id = c.id AND i.ref = ANY($2::text[])) AS items
    FROM consultation_facts AS c WHERE c.slug = $1::text FOR SHARE`,
  takes: [text, list(text)],
  gives: {
    id: int4,
    status: oneOf("draft", "published"),
    opensAt: timestamptz,
    closesAt: timestamptz,
    held: text,
    items: json<HeldItem[]>(),
  },
});

/**
 * Holds, as HOLD does, every consultation that is not closed: somebody may be joining one at this very moment, and their
 * voice must not keep a profile that has changed. $1 now.
 */
const HOLD_ALL = statement("participation.hold-all", {
  sql: `
    SELECT h.closes_at AS "closesAt", pg_advisory_xact_lock(1, h.id)::text AS held FROM (
      SELECT c.id, c.closes_at FROM consultation_facts AS c WHERE c.closes_at > $1::timestamptz ORDER BY c.id FOR SHARE) AS h`,
  takes: [timestamptz],
  gives: { closesAt: timestamptz, held: text },
});

/** One's turn among the writers of a consultation, for who asks nothing of its dates. $1 consultation. */
const TAKE_TURN = statement("participation.take-turn", {
  sql: `SELECT pg_advisory_xact_lock(1, $1::int)::text AS held`,
  takes: [int4],
  gives: { held: text },
});

/** Holds a consultation, if there is one of this name. */
export async function hold(
  tx: Queryable,
  slug: string,
  refs: readonly string[] = [],
): Promise<Held | undefined> {
  // One impossible address must not break the statement for all who share it.
  const row = isKeepable(slug) ? await HOLD.one(tx, slug, refs.filter(isKeepable)) : undefined;
  return row && { ...row, items: new Map(row.items.map((item) => [item.ref, item])) };
}

/** Holds every consultation that is not closed. */
export const holdAll = (tx: Queryable) => HOLD_ALL.all(tx, now());

/** Waits for one's turn among the writers of a consultation. */
export const takeTurn = async (tx: Queryable, consultationId: number): Promise<void> =>
  void (await TAKE_TURN.one(tx, consultationId));

/**
 * Runs `work` in one transaction on a consultation that is open when it starts and still open when it is about to
 * commit: what arrives before the closing instant and ends after it leaves nothing.
 */
export function whileOpen<T>(
  slug: string,
  refs: readonly string[],
  work: (tx: Queryable, held: Held) => Promise<T>,
): Promise<T> {
  return unitOfWork(async (tx) => {
    const held = await hold(tx, slug, refs);
    if (!held) throw new DomainError("not-found", "errors:consultation-not-found");
    refuseUnlessOpen(held, now());
    beforeCommit(() => refuseUnlessOpen(held, now()));
    return work(tx, held).catch(tellSignedOut);
  });
}

/** What is missing is an account that was deleted since its owner was recognised: all else is held. Nobody is signed in. */
export function tellSignedOut(error: unknown): never {
  throw isSqlState(error, "23503")
    ? new DomainError("unauthenticated", "participation:errors.sign-in")
    : error;
}

/** The item `ref` of a consultation that is held. @throws DomainError "not-found" when it has none. */
export function heldItem({ items }: Held, ref: string): HeldItem {
  const item = items.get(ref);
  if (!item) throw new DomainError("not-found", "errors:item-not-found");
  return item;
}
