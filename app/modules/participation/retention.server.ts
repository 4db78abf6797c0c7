import { deleteIdleAccounts, anonymiseParticipants } from "./retention-store.server";

/**
 * Once the period of retention has passed, anonymises who took part in a consultation, so many months after its closing,
 * and deletes an account that nobody has used for as long, when no consultation knows it any more. Staff stay. To be
 * called now and then. @returns how many of each.
 */
export async function anonymisePast(months: number): Promise<{ participants: number; accounts: number }> {
  const participants = await anonymiseParticipants(months);
  return { participants, accounts: await deleteIdleAccounts(months) };
}
