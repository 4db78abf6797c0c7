import type { AccountActor, Actor } from "~/modules/identity";
import { ANONYMOUS } from "~/modules/identity";
import { questionnaireSchema, type AnswerFields } from "~/modules/live";
import { answerQuestion } from "~/modules/live/index.server";
import { db } from "~/platform/db/index.server";
import { seedAccount } from "./participation";

export const CODE = "K7M4QX";
export const SCREEN_KEY = "cle-de-l-ecran";

/** A stage of a consultation in Toulouse, with a poll of these questions, nothing shown yet. */
export async function seedPoll(consultation: { id: number; itemId(ref: string): number }, questions: readonly object[], { code = CODE, slug = "etape" } = {}) {
  const parsed = questionnaireSchema.parse({ title: "Questionnaire", questions });
  const { id: eventId } = await db().prisma.event.create({
    data: { consultationId: consultation.id, slug, title: "Étape", city: "Toulouse", region: "76", startsAt: new Date() },
  });
  for (const [position, definition] of parsed.questions.entries()) {
    const itemId = definition.item === null ? null : consultation.itemId(definition.item);
    await db().prisma.liveQuestion.create({ data: { eventId, position, ref: definition.ref, definition, itemId } });
  }
  await db().prisma.liveState.create({ data: { eventId, code, screenKey: SCREEN_KEY, title: parsed.title } });
  return { eventId, code };
}

export async function seedOrganiser(): Promise<AccountActor> {
  const account = await seedAccount();
  await db().prisma.account.update({ where: { id: account.id }, data: { role: "organiser" } });
  return { ...account, role: "organiser" };
}

const NOTHING: AnswerFields = { choice: [], ranking: [], text: [] };

/** Answers as this device, or as an account on it. */
export const answerAs = (device: string, question: string, fields: Partial<AnswerFields & { round: number }>, { actor = ANONYMOUS as Actor, code = CODE } = {}) =>
  answerQuestion({ actor, device }, code, { ...NOTHING, ...fields, question });
