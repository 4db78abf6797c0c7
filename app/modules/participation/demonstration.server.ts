import { getRoadmap } from "~/modules/consultation/index.server";
import { can, UNKNOWN, type Actor } from "~/modules/identity";
import { DomainError } from "~/platform/errors";
import { fill, type Demonstration } from "./demonstration-store.server";

export type { Demonstration } from "./demonstration-store.server";

/**
 * Fills a consultation with made-up contributions, in one transaction: only one that says on every page that it is a
 * demonstration, and in which nobody has taken part.
 * @returns whether it did.
 */
export async function fillDemonstration(actor: Actor, slug: string, made: Demonstration): Promise<boolean> {
  const { consultation, items } = await getRoadmap(actor, slug);
  if (!can(actor, "contributions.transfer", consultation.id) || !consultation.demonstration)
    throw new DomainError("forbidden", "cli:import.forbidden");
  const itemIds = new Map(items.map(({ ref, id }) => [ref, id]));
  const voices = made.voices.map(({ person, ref, ...voice }) => {
    const itemId = itemIds.get(ref);
    if (itemId === undefined) throw new DomainError("invalid", "cli:rows.reference", { reference: ref });
    return { ...voice, itemId, voter: { imported: person }, region: UNKNOWN, stakeholder: UNKNOWN };
  });
  return fill(consultation.id, voices, made);
}
