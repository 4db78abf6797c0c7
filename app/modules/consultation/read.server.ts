import type { Actor } from "~/modules/identity";
import { DomainError } from "~/platform/errors";
import { canSee } from "./policy";
import { REF } from "./roadmap";
import { placeOf } from "./rules";
import { shortLived } from "~/platform/short-lived.server";
import { findConsultations, findEarlierTexts, findRoadmap } from "./store.server";
import type { Consultation, ItemPage, ItemText, Roadmap } from "./types";

const roadmaps = shortLived(findRoadmap);
const consultations = shortLived(() => findConsultations());

/** Drops what is kept of roadmaps in this process: after they were written otherwise than by `importRoadmap`. */
export function dropRoadmaps(): void {
  roadmaps.drop();
  consultations.drop();
}

/** The consultations that `actor` may see, the one that closes last first. */
export async function listConsultations(actor: Actor): Promise<Consultation[]> {
  const all = await consultations.get("all");
  return all.filter((consultation) => canSee(actor, consultation));
}

/**
 * A consultation with all its items. Shared by everybody for a tenth of a second: never change what it returns.
 * @throws DomainError not-found, also when it is a draft that `actor` may not see.
 */
export async function getRoadmap(actor: Actor, slug: string): Promise<Roadmap> {
  // What could not be a name costs no query, and no entry among what is kept.
  const roadmap = REF.test(slug) ? await roadmaps.get(slug) : null;
  // One answer for what does not exist and what is not shown yet: a draft's name stays unknown.
  if (!roadmap || !canSee(actor, roadmap.consultation))
    throw new DomainError("not-found", "errors:consultation-not-found");
  return roadmap;
}

/** An item in its place: what stands above, below, before and after it. @throws DomainError not-found */
export async function getItemPage(actor: Actor, slug: string, ref: string): Promise<ItemPage> {
  const place = placeOf(await getRoadmap(actor, slug), ref);
  if (!place) throw new DomainError("not-found", "errors:item-not-found");
  return place;
}

/** An item and every text it had, the one that stands first. @throws DomainError not-found */
export async function getItemTexts(
  actor: Actor,
  slug: string,
  ref: string,
): Promise<ItemPage & { texts: ItemText[] }> {
  const place = await getItemPage(actor, slug, ref);
  const { version, title, body } = place.item;
  return {
    ...place,
    texts: [{ version, title, body, replacedAt: null }, ...(await findEarlierTexts(place.item.id))],
  };
}
