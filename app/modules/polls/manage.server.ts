import type { Actor } from "~/modules/identity";
import type { Consultation } from "~/modules/consultation";
import type { Stage } from "~/modules/stages";
import {
  deleteStage,
  listManagedStages,
  lockStage,
  manageStage,
  type ManagedStage,
} from "~/modules/stages/index.server";
import { DomainError } from "~/platform/errors";
import { announce, lockPoll } from "./poll-store.server";
import { findCodes, findManagedPoll, hasAnswers, type ManagedPoll } from "./questionnaire-store.server";

/** Who changes which stage: its consultation's slug, then its own. */
export type Place = readonly [actor: Actor, slug: string, stage: string];

/** A stage with its poll, in the hands of its organisers. */
export interface ManagedPlace extends ManagedStage {
  readonly poll: ManagedPoll | null;
}

/** A stage and its poll, for those who hold it. @throws DomainError forbidden, not-found */
export async function managePoll(...place: Place): Promise<ManagedPlace> {
  const managed = await manageStage(...place);
  return { ...managed, poll: await findManagedPoll(managed.stage.id) };
}

/** Every stage by consultation, the newest consultation first, with the code of its poll. @throws DomainError forbidden */
export async function listManagedPolls(
  actor: Actor,
): Promise<{ consultation: Consultation; stages: (Stage & { code: string | null })[] }[]> {
  const groups = await listManagedStages(actor);
  const codes = await findCodes(groups.flatMap(({ stages }) => stages.map(({ id }) => id)));
  return groups.map(({ consultation, stages }) => ({
    consultation,
    stages: stages.map((stage) => ({ ...stage, code: codes.get(stage.id) ?? null })),
  }));
}

/** Whether anybody has answered at a stage. */
export const isAnswered = (stage: { readonly id: number }): Promise<boolean> => hasAnswers(stage.id);

/** Removes a stage with its testimonies and its questionnaire. @throws DomainError conflict once somebody has answered there. */
export const deleteUnansweredStage = (...place: Place): Promise<void> =>
  deleteStage(...place, async (tx, { id }) => {
    // Answers that are on their way wait, and are refused.
    await lockPoll(tx, id);
    await lockStage(tx, id);
    if (await hasAnswers(id, tx)) throw new DomainError("conflict", "stages:refusal.answered-stage");
    await announce(tx, id);
  });
