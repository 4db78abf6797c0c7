import type { AccountActor, Actor } from "~/modules/identity";
import { changeDisplayName as changeAccountName } from "~/modules/identity/index.server";
import { requireAccount } from "./opinions.server";
import { forget, renameParticipants, writeProfile } from "./store.server";

/**
 * Changes who speaks. Voices in consultations that are not closed move to the new region and stakeholder at once, in
 * the same transaction; what was counted at a closing stays as it was.
 */
export const changeProfile = async (actor: Actor, profile: { region: string; stakeholder: string }): Promise<void> =>
  writeProfile(requireAccount(actor), profile);

/** Changes the name shown beside what one wrote and will write; null shows none. */
export async function changeDisplayName(actor: AccountActor, displayName: string | null): Promise<void> {
  await changeAccountName(actor, displayName);
  await renameParticipants(actor.id, displayName);
}

/** Deletes one's account. What one said stays counted and readable, without a name. */
export const leave = async (actor: Actor): Promise<void> => forget(requireAccount(actor));
