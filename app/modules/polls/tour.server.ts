import type { Consultation } from "~/modules/consultation";
import { getRoadmap } from "~/modules/consultation/index.server";
import type { Actor } from "~/modules/identity";
import type { Stage } from "~/modules/stages";
import { listStages } from "~/modules/stages/index.server";
import { shortLived } from "~/platform/short-lived.server";
import { findManagedPoll } from "./questionnaire-store.server";
import { modeAt } from "./rules";
import type { TourStage } from "./tour";
import { findFigures } from "./tour-store.server";

const figures = shortLived((consultationId) => findFigures(Number(consultationId)));
const NONE = { testimonies: 0, respondents: 0, answers: 0 };

/** The stages of a tour by date, each with what it gathered. @throws DomainError not-found */
export async function getTour(
  actor: Actor,
  slug: string,
): Promise<{ consultation: Consultation; stages: TourStage[] }> {
  const { consultation } = await getRoadmap(actor, slug);
  const [stages, gathered] = await Promise.all([
    listStages(actor, slug),
    figures.get(String(consultation.id)),
  ]);
  return { consultation, stages: stages.map((stage) => ({ ...stage, ...(gathered.get(stage.id) ?? NONE) })) };
}

/** The room is expected to fill, or not yet empty, so many milliseconds from the hour of a stage. */
const AROUND = 12 * 3_600_000;

/**
 * Where people can answer a stage's poll now: in the room once a question was shown or around the stage's hour, then
 * online. Null before, after, and without a poll.
 */
export async function openPollOf(
  stage: Pick<Stage, "id" | "startsAt">,
  now: Date,
): Promise<{ code: string; mode: "room" | "online"; onlineUntil: Date | null } | null> {
  const poll = await findManagedPoll(stage.id);
  if (!poll) return null;
  const { code, phase, onlineUntil } = poll;
  const mode = modeAt(
    { mode: poll.mode, phase, closesAt: null, onlineUntil: onlineUntil?.getTime() ?? null },
    now.getTime(),
  );
  const inRoom = poll.questionId !== null || Math.abs(now.getTime() - stage.startsAt.getTime()) < AROUND;
  return mode === "online" || (mode === "room" && inRoom)
    ? { code, mode, onlineUntil: mode === "online" ? onlineUntil : null }
    : null;
}
