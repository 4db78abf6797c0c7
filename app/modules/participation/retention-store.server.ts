import { now } from "~/platform/clock";
import { unitOfWork } from "~/platform/db/index.server";
import { int4, list, statement, timestamptz } from "~/platform/db/sql.server";
import { deleteAccount, holdIdleAccounts } from "~/modules/identity/index.server";
import { takeTurn } from "./hold-store.server";

/** Consultations that were closed so many months ago, by the calendar of their place, and still know somebody. $1 months, $2 now. */
const PAST = statement("participation.past-consultations", {
  sql: `
    SELECT c.id FROM consultation_facts AS c
    WHERE (c.closes_at AT TIME ZONE c.time_zone + make_interval(months => $1::int)) AT TIME ZONE c.time_zone <= $2::timestamptz
      AND EXISTS (SELECT FROM participant AS p WHERE p.consultation_id = c.id AND (p.account_id, p.external_key, p.display_name) IS DISTINCT FROM (NULL, NULL, NULL))
    ORDER BY c.id`,
  takes: [int4, timestamptz],
  gives: { id: int4 },
});

/** All who took part become nobody. An import's key goes too: it may be an address. $1 consultation. */
const ANONYMISE_ALL = statement("participation.anonymise-all", {
  sql: `
    UPDATE participant SET account_id = NULL, external_key = NULL, display_name = NULL
    WHERE consultation_id = $1::int AND (account_id, external_key, display_name) IS DISTINCT FROM (NULL, NULL, NULL)`,
  takes: [int4],
});

/** Which of these accounts a consultation still knows. $1 accounts. */
const BOUND = statement("participation.bound-accounts", {
  sql: `SELECT DISTINCT account_id AS id FROM participant WHERE account_id = ANY($1::int[])`,
  takes: [list(int4)],
  gives: { id: int4 },
});

/** Anonymises who took part in what closed so many months ago; what they said stays counted. @returns how many. */
export function anonymiseParticipants(months: number): Promise<number> {
  return unitOfWork(async (tx) => {
    let anonymised = 0;
    for (const { id } of await PAST.all(tx, months, now())) {
      // The order of every writer: the consultation first.
      await takeTurn(tx, id);
      anonymised += await ANONYMISE_ALL.run(tx, id);
    }
    return anonymised;
  });
}

/** Deletes accounts that nobody has used for so many months, and that no consultation knows any more. @returns how many. */
export function deleteIdleAccounts(months: number): Promise<number> {
  return unitOfWork(async (tx) => {
    const idle = await holdIdleAccounts(tx, months);
    const bound = new Set((await BOUND.all(tx, idle)).map(({ id }) => id));
    const free = idle.filter((id) => !bound.has(id));
    for (const id of free) await deleteAccount(tx, id);
    return free.length;
  });
}
