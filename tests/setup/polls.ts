import type { AccountActor, Actor } from "~/modules/identity";
import { ANONYMOUS } from "~/modules/identity";
import { questionnaireSchema, type Act, type AnswerFields } from "~/modules/polls";
import { control, pollResults, POSTS_TOGETHER, takePosts } from "~/modules/polls/index.server";
import { db } from "~/platform/db/index.server";
import { linedUp } from "~/platform/line.server";
import { as } from "./actors";
import { emptyDatabase, seedAccount, seedConsultation } from "./participation";

export const CODE = "K7M4QX";
export const SCREEN_KEY = "cle-de-l-ecran";

/** A stage of a consultation in Toulouse, with a poll of these questions, nothing shown yet. */
export async function seedPoll(
  consultation: { id: number; itemId(ref: string): number },
  questions: readonly object[],
  { code = CODE, slug = "etape" } = {},
) {
  const parsed = questionnaireSchema.parse({ title: "Questionnaire", questions });
  const { id: stageId } = await db().prisma.stage.create({
    data: {
      consultationId: consultation.id,
      slug,
      title: "Étape",
      city: "Toulouse",
      region: "76",
      startsAt: new Date(),
    },
  });
  for (const [position, definition] of parsed.questions.entries()) {
    const itemId = definition.item === null ? null : consultation.itemId(definition.item);
    await db().prisma.pollQuestion.create({
      data: { stageId, position, ref: definition.ref, definition, itemId },
    });
  }
  await db().prisma.poll.create({ data: { stageId, code, screenKey: SCREEN_KEY, title: parsed.title } });
  return { stageId, code };
}

export async function seedOrganiser(): Promise<AccountActor> {
  const account = await seedAccount();
  await db().prisma.staffGrant.create({ data: { accountId: account.id, role: "organiser" } });
  return as(account, "organiser");
}

const inLine = linedUp(takePosts, POSTS_TOGETHER);

type Fields = Record<string, string | number | readonly string[] | undefined>;

/** Posts to the room as this device, or as an account on it: in its line, as the server does. */
export async function postAs(
  device: string,
  posted: Fields,
  { actor = ANONYMOUS as Actor, code = CODE } = {},
): Promise<void> {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(posted))
    for (const one of value === undefined ? [] : [value].flat()) fields.append(name, String(one));
  await inLine(code, { who: { actor, device }, fields });
}

export const answerAs = (
  device: string,
  question: string,
  answer: Partial<AnswerFields & { round: number }>,
  by?: Parameters<typeof postAs>[2],
) => postAs(device, { question, ...answer }, by);

export const supportAs = (device: string, text: number, on = true) =>
  postAs(device, { support: text, on: on ? "1" : "0" });

/** A question of each kind; two are about items. */
const QUESTIONS = [
  {
    ref: "evoque",
    kind: "single",
    title: "Évoque…",
    options: [
      { ref: "ambition", label: "une ambition" },
      { ref: "labyrinthe", label: "un labyrinthe" },
    ],
  },
  {
    ref: "concerne",
    kind: "multiple",
    title: "Qui ?",
    most: 2,
    options: [
      { ref: "pros", label: "pros" },
      { ref: "public", label: "public" },
      { ref: "prive", label: "privé" },
    ],
  },
  { ref: "priorite", kind: "stars", item: "action-1", title: "Priorité ?" },
  { ref: "accord", kind: "position", item: "action-2", title: "D'accord ?" },
  {
    ref: "ordre",
    kind: "ranking",
    title: "Ordre ?",
    options: [
      { ref: "a", label: "A" },
      { ref: "b", label: "B" },
      { ref: "c", label: "C" },
    ],
  },
  { ref: "note", kind: "scale", title: "Note ?", scale: { from: 0, to: 10 } },
  { ref: "mots", kind: "words", title: "En un mot ?" },
  { ref: "libre", kind: "open", title: "Une remarque ?" },
  { ref: "salle", kind: "questions", title: "Vos questions", moderated: true },
];

/** A stage of an open consultation with a question of each kind, and an organiser who holds it. */
export async function holdRoom() {
  await emptyDatabase();
  const consultation = await seedConsultation();
  const organiser = await seedOrganiser();
  const { stageId } = await seedPoll(consultation, QUESTIONS);
  const act = (given: Act) => control(organiser, CODE, given);
  const resultsOf = async (ref: string) => {
    const found = (await pollResults(stageId)).find(({ question }) => question.ref === ref);
    if (!found) throw new Error(`No question ${ref}`);
    return found;
  };
  return {
    consultation,
    organiser,
    stageId,
    act,
    resultsOf,
    open: (question: string) => act({ act: "open", question }),
    /** How many chose each option. */
    counts: async (ref: string) =>
      Object.fromEntries((await resultsOf(ref)).total.rows.map((row) => [row.ref, row.n])),
  };
}
