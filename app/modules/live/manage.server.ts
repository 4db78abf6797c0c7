import { REF, type Consultation, type Item } from "~/modules/consultation";
import { getRoadmap, listConsultations } from "~/modules/consultation/index.server";
import { authorise, can, type Actor, type Scope } from "~/modules/identity";
import { DomainError } from "~/platform/errors";
import {
  deleteUnansweredStage,
  findStageSlugs,
  hasAnswers,
  insertStage,
  unitOfWork,
  updateStage,
} from "./manage-store.server";
import { announce } from "./poll-store.server";
import { findCodes, findManagedPoll, type ManagedPoll } from "./questionnaire-store.server";
import { forgetStages } from "./read.server";
import { slugOf } from "./slugs";
import type { StageFacts } from "./stage-form";
import { findStage, findStages } from "./store.server";
import type { Stage } from "./types";

/** A stage in the hands of its organisers. */
export interface ManagedStage {
  readonly consultation: Consultation;
  readonly items: readonly Item[];
  readonly stage: Stage;
  readonly poll: ManagedPoll | null;
}

const mustManage = (actor: Actor, scope: Scope): void =>
  authorise(actor, "stage.manage", scope, "stages:refusal.forbidden");

/** Every stage that the actor manages by consultation, the newest consultation first, with the code of its poll. @throws DomainError forbidden */
export async function listManagedStages(
  actor: Actor,
): Promise<{ consultation: Consultation; stages: (Stage & { code: string | null })[] }[]> {
  mustManage(actor, "any");
  const consultations = await listConsultations(actor);
  const theirs = consultations.filter(({ id }) => can(actor, "stage.manage", id));
  return Promise.all(
    theirs.map(async (consultation) => {
      const stages = await findStages(consultation.id);
      const codes = await findCodes(stages.map(({ id }) => id));
      return {
        consultation,
        stages: stages.map((stage) => ({ ...stage, code: codes.get(stage.id) ?? null })),
      };
    }),
  );
}

/** A stage, for those who hold it. @throws DomainError forbidden, not-found */
export async function manageStage(actor: Actor, slug: string, eventSlug: string): Promise<ManagedStage> {
  mustManage(actor, "any");
  const { consultation, items } = await getRoadmap(actor, slug);
  mustManage(actor, consultation.id);
  const stage = REF.test(eventSlug) ? await findStage(consultation.id, eventSlug) : null;
  if (!stage) throw new DomainError("not-found", "live:not-found");
  return { consultation, items, stage, poll: await findManagedPoll(stage.id) };
}

/** Makes a stage; its address comes from its title. Returns its slug. @throws DomainError forbidden, not-found */
export async function createStage(actor: Actor, slug: string, facts: StageFacts): Promise<string> {
  mustManage(actor, "any");
  const { consultation } = await getRoadmap(actor, slug);
  mustManage(actor, consultation.id);
  const taken = await findStageSlugs(consultation.id);
  for (;;) {
    const eventSlug = slugOf(facts.title, taken, "etape");
    if (await insertStage(consultation.id, eventSlug, facts)) {
      forgetStages();
      return eventSlug;
    }
    taken.add(eventSlug);
  }
}

/** Changes what is told of a stage; its address stays. @throws DomainError forbidden, not-found */
export async function changeStage(
  actor: Actor,
  slug: string,
  eventSlug: string,
  facts: StageFacts,
): Promise<void> {
  const { stage } = await manageStage(actor, slug, eventSlug);
  await updateStage(stage.id, facts);
  forgetStages();
}

/** Whether anybody has answered at a stage. */
export const isAnswered = (stage: Pick<Stage, "id">): Promise<boolean> => hasAnswers(stage.id);

/** Removes a stage with its testimonies and its questionnaire. @throws DomainError conflict once somebody has answered there. */
export async function deleteStage(actor: Actor, slug: string, eventSlug: string): Promise<void> {
  const { stage } = await manageStage(actor, slug, eventSlug);
  await unitOfWork(async (tx, afterCommit) => {
    afterCommit(forgetStages);
    if (!(await deleteUnansweredStage(tx, stage.id)))
      throw new DomainError("conflict", "stages:refusal.answered-stage");
    await announce(tx, stage.id);
  });
}
