import type { Actor, Profile } from "~/modules/identity";
import { requireFreshProof } from "~/modules/identity/index.server";
import { requireAccount } from "./opinions.server";
import { anonymise, writeProfile } from "./profile-store.server";

/**
 * Changes who speaks, all or nothing. The new name stands beside all that was written; voices in consultations that are
 * not closed move to the new region and stakeholder, and what was counted at a closing stays as it was.
 */
export const changeProfile = async (actor: Actor, profile: Profile): Promise<void> =>
  writeProfile(requireAccount(actor), profile);

/**
 * Deletes one's account. What one said stays counted and readable, without a name.
 * @throws DomainError forbidden without a fresh proof; conflict: the last administrator stays.
 */
export async function leave(actor: Actor): Promise<void> {
  const account = requireAccount(actor);
  requireFreshProof(account);
  await anonymise(account);
}
