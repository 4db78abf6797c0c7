import type { Transaction } from "~/platform/db/index.server";

/**
 * Accounts of participants, never of staff, that nobody has used for so many months, and that no device is signed in to. Locked: until the
 * transaction ends, nobody signs in to them or takes part by them.
 */
export async function holdIdleAccounts(tx: Transaction, months: number, at: Date): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT a.id FROM account AS a
    WHERE NOT EXISTS (SELECT FROM staff_grant AS g WHERE g.account_id = a.id)
      AND (a.used_at AT TIME ZONE 'UTC' + make_interval(months => ${months}::int)) AT TIME ZONE 'UTC' <= ${at}::timestamptz
      AND NOT EXISTS (SELECT FROM session AS s WHERE s.account_id = a.id AND s.expires_at > ${at}::timestamptz)
    ORDER BY a.id FOR UPDATE OF a`;
  return rows.map(({ id }) => id);
}
