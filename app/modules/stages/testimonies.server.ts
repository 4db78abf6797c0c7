import type { Actor } from "~/modules/identity";
import { DomainError } from "~/platform/errors";
import { manageStage, type ManagedStage } from "./manage.server";
import {
  deleteTestimony,
  findTestimonies,
  insertTestimony,
  lockStage,
  orderTestimonies,
  unitOfWork,
  updateTestimony,
  type Transaction,
} from "./manage-store.server";
import { moved } from "~/platform/moves";
import { dropStages } from "./read.server";
import type { TestimonyFacts } from "./stage-form";
import type { Testimony } from "./types";

/** A stage and its testimonies in the order that its organisers gave them. */
export async function manageTestimonies(
  actor: Actor,
  slug: string,
  stageSlug: string,
): Promise<ManagedStage & { testimonies: (Testimony & { itemId: number })[] }> {
  const managed = await manageStage(actor, slug, stageSlug);
  return { ...managed, testimonies: await findTestimonies(managed.stage.id) };
}

async function change(
  actor: Actor,
  slug: string,
  stageSlug: string,
  work: (tx: Transaction, managed: ManagedStage) => Promise<void>,
): Promise<void> {
  const managed = await manageStage(actor, slug, stageSlug);
  await unitOfWork(async (tx, afterCommit) => {
    afterCommit(dropStages);
    await lockStage(tx, managed.stage.id);
    await work(tx, managed);
  });
}

/** Adds a testimony (`id` null) or changes one. @throws DomainError forbidden, not-found, invalid: no such item */
export const saveTestimony = (
  actor: Actor,
  slug: string,
  stageSlug: string,
  id: number | null,
  facts: TestimonyFacts,
): Promise<void> =>
  change(actor, slug, stageSlug, async (tx, { stage, items }) => {
    const item = items.find(({ ref }) => ref === facts.item);
    if (!item) throw new DomainError("invalid", "stages:errors.item");
    if (id === null) await insertTestimony(tx, stage.id, item.id, facts);
    else if (!(await updateTestimony(tx, stage.id, id, item.id, facts)))
      throw new DomainError("not-found", "stages:refusal.no-testimony");
  });

/** Removes a testimony; one that is gone stays gone. */
export const removeTestimony = (actor: Actor, slug: string, stageSlug: string, id: number): Promise<void> =>
  change(actor, slug, stageSlug, (tx, { stage }) => deleteTestimony(tx, stage.id, id));

/** Puts a testimony one place up (-1) or down (1). */
export const moveTestimony = (
  actor: Actor,
  slug: string,
  stageSlug: string,
  id: number,
  by: -1 | 1,
): Promise<void> =>
  change(actor, slug, stageSlug, async (tx, { stage }) => {
    const ids = (await findTestimonies(stage.id, tx)).map((testimony) => testimony.id);
    await orderTestimonies(tx, stage.id, moved(ids, id, by));
  });
