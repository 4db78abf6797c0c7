import { OPERATOR } from "~/modules/identity";
import { readStageForm } from "~/modules/stages";
import { dropRoadmaps, importRoadmap } from "~/modules/consultation/index.server";
import { control, managePoll, manageQuestionnaire } from "~/modules/polls/index.server";
import { createStage } from "~/modules/stages/index.server";
import { account } from "./actors";
import { emptyDatabase } from "./participation";
import { answerAs } from "./polls";
import { ROADMAP } from "./roadmap";

export const slug = ROADMAP.slug;
export const organiser = account("organiser");

/** The form of a stage, filled in. */
export const FORM = {
  stage: "16",
  title: "16e étape : Occitanie",
  city: "Toulouse",
  region: "76",
  day: "2023-09-28",
  time: "14:00",
  place: "",
  organisers: "ARS Occitanie\n\n  GRADeS ",
  partners: "",
  programme: "- accueil",
  attendance: "",
  attendanceQualifier: "",
  replayUrl: "",
};
export function facts(fields: Partial<typeof FORM> = {}) {
  const form = readStageForm({ ...FORM, ...fields });
  if (!form.ok) throw new Error(JSON.stringify(form.errors));
  return form.value;
}

/** A stage of the real roadmap, in the hands of an organiser. */
export async function makeStage() {
  await emptyDatabase();
  dropRoadmaps();
  await importRoadmap(OPERATOR, ROADMAP);
  const event = await createStage(organiser, slug, facts());
  const place = () => [organiser, slug, event] as const;
  const questions = async () => (await manageQuestionnaire(...place())).questions;
  const poll = async () => {
    const { poll } = await managePoll(...place());
    if (!poll) throw new Error("No poll");
    return poll;
  };
  /** Opens a question and lets devices answer it. */
  async function answered(
    question: string,
    answers: Partial<{ choice: string[]; stars: string; text: string[] }>[],
  ): Promise<void> {
    const { code } = await poll();
    await control(organiser, code, { act: "open", question });
    for (const [index, answer] of answers.entries())
      await answerAs(`device-${question}-${index}`.padEnd(32, "x"), question, answer, { code });
  }
  return {
    event,
    place,
    questions,
    poll,
    answered,
    refs: async () => (await questions()).map(({ definition }) => definition.ref),
  };
}
