import { now } from "~/platform/clock";
import { unitOfWork } from "~/platform/db/index.server";
import { deleteAccount, holdIdleAccounts } from "~/modules/identity/index.server";

/** Consultations that were closed so many months ago, by the calendar of their place, and still know somebody. $1 months, $2 now. */
const PAST = `
  SELECT c.id FROM consultation AS c
  WHERE (c.closes_at AT TIME ZONE c.time_zone + make_interval(months => $1::int)) AT TIME ZONE c.time_zone <= $2::timestamptz
    AND EXISTS (SELECT FROM participant AS p WHERE p.consultation_id = c.id AND (p.account_id, p.external_key, p.display_name) IS DISTINCT FROM (NULL, NULL, NULL))
  ORDER BY c.id`;

/** As FORGET, for all who took part. An import's key goes too: it may be an address. $1 consultation. */
const FORGET_ALL = `
  UPDATE participant SET account_id = NULL, external_key = NULL, display_name = NULL
  WHERE consultation_id = $1::int AND (account_id, external_key, display_name) IS DISTINCT FROM (NULL, NULL, NULL)`;

/** Forgets who took part in what closed so many months ago; what they said stays counted, by nobody. @returns how many. */
export function forgetParticipants(months: number): Promise<number> {
  return unitOfWork(async (tx) => {
    let forgotten = 0;
    for (const { id } of await tx.$queryRawUnsafe<{ id: number }[]>(PAST, months, now())) {
      // The order of every writer: the consultation first.
      await tx.$queryRawUnsafe("SELECT pg_advisory_xact_lock(1, $1::int)::text", id);
      forgotten += await tx.$executeRawUnsafe(FORGET_ALL, id);
    }
    return forgotten;
  });
}

/** Which of these accounts a consultation still knows. $1 accounts. */
const BOUND = `SELECT DISTINCT account_id AS id FROM participant WHERE account_id = ANY($1::int[])`;

/** Deletes accounts that nobody has used for so many months, and that no consultation knows any more. @returns how many. */
export function deleteIdleAccounts(months: number): Promise<number> {
  return unitOfWork(async (tx) => {
    const idle = await holdIdleAccounts(tx, months);
    const bound = new Set((await tx.$queryRawUnsafe<{ id: number }[]>(BOUND, idle)).map(({ id }) => id));
    const free = idle.filter((id) => !bound.has(id));
    for (const id of free) await deleteAccount(tx, id);
    return free.length;
  });
}
