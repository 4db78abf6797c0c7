import { getRoadmap } from "~/modules/consultation/index.server";
import { authorise, type Actor } from "~/modules/identity";
import { recountFigures, type Recount } from "./recount-store.server";

export type { Difference, Recount } from "./recount-store.server";

/** Differences of each kind that are listed; all of them are counted. */
const LISTED = 100;

/** Recomputes every published figure of a consultation from its contributions, and tells which are off. Writes nothing. */
export async function recount(actor: Actor, slug: string): Promise<Recount> {
  const { consultation } = await getRoadmap(actor, slug);
  authorise(actor, "figures.recount", consultation.id, "cli:recount.forbidden");
  return recountFigures(consultation.id, LISTED);
}
