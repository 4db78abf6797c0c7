import { readFileSync } from "node:fs";
import path from "node:path";
import { importRoadmap, listConsultations } from "~/modules/consultation/index.server";
import { ANONYMOUS, OPERATOR } from "~/modules/identity";
import {
  answerQuestions,
  control,
  importQuestionnaire,
  manageQuestionnaire,
  respondentOf,
  startFromAxes,
} from "~/modules/polls/index.server";
import { importStages } from "~/modules/stages/index.server";
import { fillDemonstration } from "~/modules/participation/index.server";
import { now } from "~/platform/clock";
import { prismaFolder } from "~/platform/db/schema-engine.server";
import { getT } from "~/platform/i18n";
import { readInstant } from "~/platform/instants";
import { makeComments, type WrittenComment } from "./demonstration/comments";
import { makeRespondents } from "./demonstration/melee";
import { makePeople } from "./demonstration/people";
import { Random } from "./demonstration/random";
import { makeVoices, type Period } from "./demonstration/voices";

const ZONE = "Europe/Paris";
const OPEN = "feuille-de-route-2023-2027";
const LYON = "etape-15-lyon";

/**
 * Loads the demonstration into a database without a consultation: the roadmap, open, with a stage at Lyon and one at
 * Toulouse whose poll goes on online; and a smaller one that is closed. The same each time, but for the dates, which stand around today. The open one is published once
 * all is there: a loading that was cut short is completed at the next start.
 * @returns whether it was loaded.
 */
export async function loadDemonstration(): Promise<boolean> {
  const existing = await listConsultations(OPERATOR);
  if (
    existing.some(
      ({ demonstration, slug, status }) => !demonstration || (slug === OPEN && status === "published"),
    )
  )
    return false;
  const roadmap = read<Roadmap>("roadmap.json");
  const firstCircle = read<Roadmap>("premier-cercle.json");
  const tour = read<{ events: object[] }>("tour-des-regions.json");
  const comments = read<Record<string, WrittenComment[]>>("comments.json");
  const today = now();
  const meeting = dayFrom(today, -6, "14:00");

  const before = { opensAt: dayFrom(today, -75), closesAt: dayFrom(today, -30) };
  await importRoadmap(OPERATOR, {
    ...firstCircle,
    opensAt: before.opensAt.toISOString(),
    closesAt: before.closesAt.toISOString(),
  });
  await fill(
    firstCircle,
    comments[firstCircle.slug] ?? [],
    { from: before.opensAt, to: before.closesAt, meeting: null },
    { seed: 2022, count: 110 },
  );

  const opensAt = dayFrom(today, -21);
  const dated = { ...roadmap, opensAt: opensAt.toISOString(), closesAt: dayFrom(today, 13).toISOString() };
  await importRoadmap(OPERATOR, { ...dated, status: "draft" });
  await importStages(OPERATOR, {
    ...tour,
    events: tour.events.map((event) => ({ ...event, startsAt: meeting.toISOString() })),
  });
  await fill(
    roadmap,
    comments[roadmap.slug] ?? [],
    { from: opensAt, to: today, meeting },
    { seed: 2027, count: 400 },
  );
  const poll = read<MeleeFile>("questionnaire-melee.json");
  const afternoon = dayFrom(today, -2, "14:00");
  await importStages(OPERATOR, {
    consultation: OPEN,
    events: [{ slug: poll.slug, ...poll.event, startsAt: afternoon.toISOString() }],
  });
  await prepareQuestionnaires(poll);
  await importRoadmap(OPERATOR, dated);
  // What people say in a poll counts in the consultation while it is open: their answers come last.
  await holdMelee(poll, dayFrom(today, 5));
  return true;
}

/** A file of the demonstration; what it holds is checked where it is imported. */
const read = <T>(name: string): T =>
  JSON.parse(readFileSync(path.join(prismaFolder(), "demo", name), "utf8")) as T;

interface MeleeFile {
  slug: string;
  event: { startsAt: string };
}

/** That of the afternoon at Toulouse, and for the stage at Lyon the one that comes from the roadmap. */
async function prepareQuestionnaires(poll: MeleeFile): Promise<void> {
  await importQuestionnaire([OPERATOR, OPEN, poll.slug], poll);
  if ((await manageQuestionnaire(OPERATOR, OPEN, LYON)).questions.length > 0) return;
  const t = getT("fr");
  await startFromAxes([OPERATOR, OPEN, LYON], {
    title: t("polls:template.title"),
    stars: t("polls:template.stars"),
    open: t("polls:template.open"),
  });
}

/** The afternoon at Toulouse: each question is asked in the room and shown, then the questionnaire goes on online. */
async function holdMelee({ slug }: MeleeFile, until: Date): Promise<void> {
  const { poll, questions } = await manageQuestionnaire(OPERATOR, OPEN, slug);
  if (!poll) return;
  const respondents = makeRespondents(new Random(2023));
  const answer = async (inRoom: boolean, question: string) => {
    const given = respondents
      .filter((one) => one.inRoom === inRoom)
      .flatMap(({ device, answers }) =>
        answers.filter((one) => one.question === question).map((one) => ({ device, ...one })),
      );
    const outcomes = await answerQuestions(
      poll.code,
      given.map(({ device, ...input }) => ({
        ...respondentOf({ actor: ANONYMOUS, device }),
        ranking: [],
        ...input,
      })),
    );
    for (const outcome of outcomes) if (outcome instanceof Error) throw outcome;
  };
  for (const {
    definition: { ref: question },
  } of questions) {
    await control(OPERATOR, poll.code, { act: "open", question });
    await answer(true, question);
    await control(OPERATOR, poll.code, { act: "close", question });
    await control(OPERATOR, poll.code, { act: "reveal", question });
  }
  await control(OPERATOR, poll.code, { act: "online", until });
  for (const { definition } of questions) await answer(false, definition.ref);
}

interface Branch {
  ref: string;
  children?: Branch[];
}
type Roadmap = { slug: string; items: Branch[] };

async function fill(
  roadmap: Roadmap,
  written: readonly WrittenComment[],
  period: Period,
  { seed, count }: { seed: number; count: number },
): Promise<void> {
  const random = new Random(seed);
  const people = makePeople(random, count, "demonstration");
  const voices = makeVoices(random, people, refsOf(roadmap.items), period);
  await fillDemonstration(OPERATOR, roadmap.slug, {
    people,
    voices,
    ...makeComments(random, people, written, period),
  });
}

const refsOf = (items: readonly Branch[]): string[] =>
  items.flatMap(({ ref, children = [] }) => [ref, ...refsOf(children)]);

/** Midnight, or another time, in Paris, so many days after the day of an instant. */
function dayFrom(instant: Date, days: number, time = "00:00"): Date {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(instant);
  const day = new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  return readInstant(`${day}T${time}`, ZONE) ?? instant;
}
