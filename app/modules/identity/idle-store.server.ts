import type { Transaction } from "~/platform/db/index.server";
import { HOLD_IDLE_ACCOUNTS } from "./sql";

/**
 * Accounts of participants, never of staff, that nobody has used for so many months, and that no device is signed in to. Locked: until the
 * transaction ends, nobody signs in to them or takes part by them.
 */
export async function holdIdleAccounts(tx: Transaction, months: number, at: Date): Promise<number[]> {
  return (await HOLD_IDLE_ACCOUNTS.all(tx, months, at)).map(({ id }) => id);
}
