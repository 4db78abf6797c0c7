import type { AccountActor } from "./actor";
import { checked } from "./checked";
import { displayNameSchema } from "./fields";
import { now } from "~/platform/clock";
import { lucia } from "./lucia.server";
import * as store from "./store.server";

/** Changes the name shown beside what one writes; null shows none. */
export async function changeDisplayName(actor: AccountActor, displayName: string | null): Promise<void> {
  await store.setDisplayName(actor.id, checked(displayNameSchema, displayName));
}

/** Erases address, name, password, sessions and links, within the transaction of who keeps the account's voices. */
export const deleteAccount = (tx: store.Transaction, accountId: number): Promise<void> => store.deleteAccountRow(tx, accountId);

/** Says who speaks, within the transaction of who moves the account's voices from one count to the other. */
export const updateProfile = (
  tx: store.Transaction,
  accountId: number,
  { region, stakeholder }: { region: string; stakeholder: string },
): Promise<void> => store.setProfile(tx, accountId, { region, stakeholder });

/** Forgets sessions, sign-ups and links past their time. To be called now and then: none of them works anyhow. */
export async function forgetExpired(): Promise<void> {
  await lucia.deleteExpiredSessions();
  await store.deleteExpiredLinks(now());
}
