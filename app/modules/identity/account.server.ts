import { displayNameSchema, type Profile } from "./fields";
import { now } from "~/platform/clock";
import { checked } from "~/platform/forms";
import { lucia } from "./lucia.server";
import * as idle from "./idle-store.server";
import * as store from "./store.server";

/** Erases address, name, password, sessions and links, within the transaction of who keeps the account's voices. */
export const deleteAccount = (tx: store.Transaction, accountId: number): Promise<void> =>
  store.deleteAccountRow(tx, accountId);

/** Accounts of participants, never of staff, that nobody has used for so many months; locked within this transaction. */
export const holdIdleAccounts = (tx: store.Transaction, months: number): Promise<number[]> =>
  idle.holdIdleAccounts(tx, months, now());

/** Says who speaks, under which name if any, within the transaction of who moves the account's voices from one count to the other. */
export const updateProfile = async (
  tx: store.Transaction,
  accountId: number,
  { displayName, region, stakeholder }: Profile,
): Promise<void> =>
  store.setProfile(tx, accountId, {
    displayName: checked(displayNameSchema, displayName),
    region,
    stakeholder,
  });

/** Deletes sessions, sign-ups and links past their time. To be called now and then: none of them works anyhow. */
export async function deleteExpired(): Promise<void> {
  await lucia.deleteExpiredSessions();
  await store.deleteExpiredLinks(now());
}
