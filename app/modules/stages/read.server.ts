import { REF } from "~/modules/consultation";
import { getRoadmap } from "~/modules/consultation/index.server";
import type { Actor } from "~/modules/identity";
import { DomainError } from "~/platform/errors";
import { shortLived } from "~/platform/short-lived.server";
import { findStage, findStages, findTestimoniesOfItem, findTestimoniesOfStage } from "./store.server";
import type { Stage, StagePage } from "./types";

const stages = shortLived((consultationId) => findStages(Number(consultationId)));
const testimonies = shortLived((itemId) => findTestimoniesOfItem(Number(itemId)));

/** Drops what is kept of stages in this process. */
export function dropStages(): void {
  stages.drop();
  testimonies.drop();
}

/** The stages of a consultation, in the order of the tour. @throws DomainError not-found */
export async function listStages(actor: Actor, slug: string): Promise<Stage[]> {
  const { consultation } = await getRoadmap(actor, slug);
  return stages.get(String(consultation.id));
}

/** A stage with what was said there of each item. @throws DomainError not-found */
export async function getStage(actor: Actor, slug: string, stageSlug: string): Promise<StagePage> {
  const { consultation, items } = await getRoadmap(actor, slug);
  const stage = REF.test(stageSlug) ? await findStage(consultation.id, stageSlug) : null;
  if (!stage) throw new DomainError("not-found", "stages:not-found");
  const said = await findTestimoniesOfStage(stage.id);
  const groups = items.flatMap((item) => {
    const ofItem = said.filter(({ itemId }) => itemId === item.id);
    return ofItem.length > 0 ? [{ item, testimonies: ofItem }] : [];
  });
  return { consultation, stage, groups };
}

/** What was said of an item at the stages, in the order of the tour. The caller checks that the item may be seen. */
export const testimoniesOf = (itemId: number) => testimonies.get(String(itemId));
