import { beforeAll, expect, test } from "vitest";
import { loadDemonstration } from "~/cli/demo.server";
import { dropRoadmaps, listConsultations } from "~/modules/consultation/index.server";
import { phaseOf } from "~/modules/consultation";
import { ANONYMOUS, OPERATOR, REGIONS } from "~/modules/identity";
import { synthesisOf } from "~/modules/polls";
import { openPollOf, publicResults } from "~/modules/polls/index.server";
import { getStage } from "~/modules/stages/index.server";
import { fillDemonstration, recount } from "~/modules/participation/index.server";
import { now, setClock } from "~/platform/clock";
import { db } from "~/platform/db/index.server";
import { freshDatabase } from "../setup/database";
import { seedConsultation } from "../setup/participation";

const OPEN = "feuille-de-route-2023-2027";
const CLOSED = "premier-cercle";
const counts = async () => ({
  participants: await db().prisma.participant.count(),
  voices: await db().prisma.voice.count(),
  comments: await db().prisma.comment.count(),
  supports: await db().prisma.support.count(),
});

beforeAll(async () => void (await freshDatabase()));

test("an empty database gets a roadmap that is open and one that is closed, fast", async () => {
  const started = process.cpuUsage();
  expect(await loadDemonstration()).toBe(true);
  // Five seconds on a machine of its own.
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(20_000);
  const consultations = await listConsultations(ANONYMOUS);
  expect(consultations.map(({ slug, demonstration }) => [slug, demonstration])).toEqual([
    [OPEN, true],
    [CLOSED, true],
  ]);
  const [open, closed] = consultations;
  expect(open && phaseOf(open, now())).toBe("open");
  expect(closed && phaseOf(closed, now())).toBe("closed");
  const days = ((open?.closesAt.getTime() ?? 0) - now().getTime()) / 86_400_000;
  expect(Math.floor(days)).toBe(12);
  expect(
    new Intl.DateTimeFormat("fr", { timeStyle: "medium", timeZone: "Europe/Paris" }).format(open?.closesAt),
  ).toBe("00:00:00");
});

test("its figures are exact, and spread over every region, category and channel", async () => {
  for (const slug of [OPEN, CLOSED]) expect(await recount(OPERATOR, slug)).toMatchObject({ wrong: 0 });
  const { participants, voices, comments, supports } = await counts();
  expect(participants).toBeGreaterThan(400);
  expect(voices).toBeGreaterThan(2_500);
  expect(comments).toBeGreaterThanOrEqual(100);
  expect(supports).toBeGreaterThan(200);
  const people = await db().prisma.participant.groupBy({ by: ["region"] });
  expect(people.map(({ region }) => region).sort()).toEqual(
    [...REGIONS.map(({ code }) => code), "unknown"].sort(),
  );
  for (const channel of ["online", "event", "paper"])
    expect(await db().prisma.tally.count({ where: { channel, participants: { gt: 0 } } })).toBeGreaterThan(0);
  expect(await db().prisma.comment.count({ where: { parentId: { not: null } } })).toBeGreaterThan(20);
});

test("nothing in it is dated outside its consultation, or yet to come", async () => {
  const [outside] = await db().prisma.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (
      SELECT consultation_id, created_at AS at FROM comment UNION ALL SELECT consultation_id, position_at FROM voice
      UNION ALL SELECT consultation_id, stars_at FROM voice) AS said
    JOIN consultation AS c ON c.id = consultation_id WHERE at < opens_at OR at >= least(closes_at, ${now()}::timestamptz)`;
  expect(outside?.n).toBe(0);
});

test("the Lyon stage stands with its testimonies, within the consultation", async () => {
  const { stage, groups, consultation } = await getStage(ANONYMOUS, OPEN, "etape-15-lyon");
  expect(stage.startsAt > consultation.opensAt && stage.startsAt < now()).toBe(true);
  expect(groups).toHaveLength(7);
});

test("the afternoon at Toulouse says what was reported of it, in the room and online", async () => {
  const { stage } = await getStage(ANONYMOUS, OPEN, "melee-numerique-toulouse");
  const results = await publicResults(stage.id);
  const told = (ref: string) => {
    const one = results.find(({ question }) => question.ref === ref);
    return one && synthesisOf(one.question, one.total);
  };
  expect(results.map(({ total, bySetting }) => [total.n, bySetting.room.n + bySetting.online.n])).toEqual([
    [40, 40],
    [40, 40],
    [38, 38],
    [40, 40],
    [40, 40],
    [9, 9],
  ]);
  expect(results.every(({ bySetting }) => bySetting.room.n > 0)).toBe(true);
  expect(told("evoque")).toMatchObject({
    choice: { ref: "ambition" },
    told: { fraction: "three-quarters", side: "exactly" },
    n: 40,
  });
  expect(told("priorite-axe-4")).toMatchObject({ told: { whole: 4, side: "more" }, n: 38 });
  expect(told("attentes-acces")).toMatchObject({
    best: [{ ref: "identite" }, { ref: "telesante" }, { ref: "apcv" }],
  });
  expect(told("doctrine")).toMatchObject({ told: { fraction: "six-tenths", side: "exactly" } });
  expect(await openPollOf(stage, now())).toMatchObject({ mode: "online" });
});

test("it is loaded once, and never beside a real consultation", async () => {
  const before = await counts();
  expect(await loadDemonstration()).toBe(false);
  expect(await counts()).toEqual(before);
});

test.each([3, 4])("one that was cut short at its step %i is completed at the next start", async (step) => {
  const whole = await counts();
  await db().prisma.$executeRaw`TRUNCATE account, consultation, turnout, imported_contribution CASCADE`;
  dropRoadmaps();
  let calls = 0;
  const putBack = setClock(() => {
    // The clock is asked at the start and by each import of a roadmap; failing there stands for a crash.
    if (++calls === step) throw new Error("killed");
    return Date.now();
  });
  await expect(loadDemonstration()).rejects.toThrow("killed");
  putBack();
  dropRoadmaps();
  expect((await listConsultations(ANONYMOUS)).map(({ slug }) => slug)).toEqual([CLOSED]);
  expect(await loadDemonstration()).toBe(true);
  expect(await counts()).toEqual(whole);
  expect((await listConsultations(ANONYMOUS)).map(({ slug }) => slug)).toEqual([OPEN, CLOSED]);
});

test("made-up voices enter no consultation that does not say so", async () => {
  await freshDatabase();
  dropRoadmaps();
  await seedConsultation({ slug: "vraie" });
  const nothing = { people: [], voices: [], comments: [], supports: [] };
  await expect(fillDemonstration(OPERATOR, "vraie", nothing)).rejects.toMatchObject({ code: "forbidden" });
  expect(await loadDemonstration()).toBe(false);
});
