import { REF, type Consultation, type Item } from "~/modules/consultation";
import { getRoadmap, listConsultations } from "~/modules/consultation/index.server";
import { authorise, can, type Actor, type Scope } from "~/modules/identity";
import { DomainError } from "~/platform/errors";
import {
  deleteStageRow,
  findStageSlugs,
  insertStage,
  unitOfWork,
  updateStage,
  type Transaction,
} from "./manage-store.server";
import { dropStages } from "./read.server";
import { slugOf } from "~/platform/slugs";
import type { StageFacts } from "./stage-form";
import { findStage, findStages } from "./store.server";
import type { Stage } from "./types";

/** A stage in the hands of its organisers. */
export interface ManagedStage {
  readonly consultation: Consultation;
  readonly items: readonly Item[];
  readonly stage: Stage;
}

const mustManage = (actor: Actor, scope: Scope): void =>
  authorise(actor, "stage.manage", scope, "stages:refusal.forbidden");

/** Every stage that the actor manages by consultation, the newest consultation first. @throws DomainError forbidden */
export async function listManagedStages(
  actor: Actor,
): Promise<{ consultation: Consultation; stages: Stage[] }[]> {
  mustManage(actor, "any");
  const consultations = await listConsultations(actor);
  const theirs = consultations.filter(({ id }) => can(actor, "stage.manage", id));
  return Promise.all(
    theirs.map(async (consultation) => ({ consultation, stages: await findStages(consultation.id) })),
  );
}

/** A stage, for those who hold it. @throws DomainError forbidden, not-found */
export async function manageStage(actor: Actor, slug: string, stageSlug: string): Promise<ManagedStage> {
  mustManage(actor, "any");
  const { consultation, items } = await getRoadmap(actor, slug);
  mustManage(actor, consultation.id);
  const stage = REF.test(stageSlug) ? await findStage(consultation.id, stageSlug) : null;
  if (!stage) throw new DomainError("not-found", "stages:not-found");
  return { consultation, items, stage };
}

/** Makes a stage; its address comes from its title. Returns its slug. @throws DomainError forbidden, not-found */
export async function createStage(actor: Actor, slug: string, facts: StageFacts): Promise<string> {
  mustManage(actor, "any");
  const { consultation } = await getRoadmap(actor, slug);
  mustManage(actor, consultation.id);
  const taken = await findStageSlugs(consultation.id);
  for (;;) {
    const stageSlug = slugOf(facts.title, taken, "etape");
    if (await insertStage(consultation.id, stageSlug, facts)) {
      dropStages();
      return stageSlug;
    }
    taken.add(stageSlug);
  }
}

/** Changes what is told of a stage; its address stays. @throws DomainError forbidden, not-found */
export async function changeStage(
  actor: Actor,
  slug: string,
  stageSlug: string,
  facts: StageFacts,
): Promise<void> {
  const { stage } = await manageStage(actor, slug, stageSlug);
  await updateStage(stage.id, facts);
  dropStages();
}

/**
 * Removes a stage with its testimonies and all that hangs on it. `allow` runs first, in the same transaction, and throws
 * when something is there that must stay. @throws DomainError forbidden, not-found
 */
export async function deleteStage(
  actor: Actor,
  slug: string,
  stageSlug: string,
  allow: (tx: Transaction, stage: Stage) => Promise<void>,
): Promise<void> {
  const { stage } = await manageStage(actor, slug, stageSlug);
  await unitOfWork(async (tx, afterCommit) => {
    afterCommit(dropStages);
    await allow(tx, stage);
    await deleteStageRow(tx, stage.id);
  });
}
