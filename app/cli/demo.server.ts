import { readFileSync } from "node:fs";
import path from "node:path";
import { importRoadmap, listConsultations } from "~/modules/consultation/index.server";
import { OPERATOR } from "~/modules/identity";
import { importStages } from "~/modules/live/index.server";
import { fillDemonstration } from "~/modules/participation/index.server";
import { now } from "~/platform/clock";
import { prismaFolder } from "~/platform/db/schema-engine.server";
import { readInstant } from "~/platform/instants";
import { makeComments, type WrittenComment } from "./demonstration/comments";
import { makePeople } from "./demonstration/people";
import { Random } from "./demonstration/random";
import { makeVoices, type Period } from "./demonstration/voices";

const ZONE = "Europe/Paris";
const OPEN = "feuille-de-route-2023-2027";

/**
 * Loads the demonstration into a database without a consultation: the roadmap, open, with the Lyon stage; and a smaller
 * one that is closed. The same each time, but for the dates, which stand around today. The open one is published once
 * all is there: a loading that was cut short is completed at the next start.
 * @returns whether it was loaded.
 */
export async function loadDemonstration(): Promise<boolean> {
  const existing = await listConsultations(OPERATOR);
  if (existing.some(({ demonstration, slug, status }) => !demonstration || (slug === OPEN && status === "published"))) return false;
  const roadmap = read<Roadmap>("roadmap.json");
  const firstCircle = read<Roadmap>("premier-cercle.json");
  const tour = read<{ events: object[] }>("tour-des-regions.json");
  const comments = read<Record<string, WrittenComment[]>>("comments.json");
  const today = now();
  const meeting = dayFrom(today, -6, "14:00");

  const before = { opensAt: dayFrom(today, -75), closesAt: dayFrom(today, -30) };
  await importRoadmap(OPERATOR, { ...firstCircle, opensAt: before.opensAt.toISOString(), closesAt: before.closesAt.toISOString() });
  await fill(firstCircle, comments[firstCircle.slug] ?? [], { from: before.opensAt, to: before.closesAt, meeting: null }, { seed: 2022, count: 110 });

  const opensAt = dayFrom(today, -21);
  const dated = { ...roadmap, opensAt: opensAt.toISOString(), closesAt: dayFrom(today, 13).toISOString() };
  await importRoadmap(OPERATOR, { ...dated, status: "draft" });
  await importStages(OPERATOR, { ...tour, events: tour.events.map((event) => ({ ...event, startsAt: meeting.toISOString() })) });
  await fill(roadmap, comments[roadmap.slug] ?? [], { from: opensAt, to: today, meeting }, { seed: 2027, count: 400 });
  await importRoadmap(OPERATOR, dated);
  return true;
}

/** A file of the demonstration; what it holds is checked where it is imported. */
const read = <T>(name: string): T => JSON.parse(readFileSync(path.join(prismaFolder(), "demo", name), "utf8")) as T;

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
  await fillDemonstration(OPERATOR, roadmap.slug, { people, voices, ...makeComments(random, people, written, period) });
}

const refsOf = (items: readonly Branch[]): string[] => items.flatMap(({ ref, children = [] }) => [ref, ...refsOf(children)]);

/** Midnight, or another time, in Paris, so many days after the day of an instant. */
function dayFrom(instant: Date, days: number, time = "00:00"): Date {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(instant);
  const day = new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  return readInstant(`${day}T${time}`, ZONE) ?? instant;
}
