import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { dropRoadmaps } from "~/modules/consultation/index.server";
import { ANONYMOUS, OPERATOR, REGION_CODES, STAKEHOLDERS, type Actor } from "~/modules/identity";
import { CHANNELS } from "~/modules/participation";
import { isSuppressed, type Cell, type Figures, type Filter } from "~/modules/results";
import {
  getItemFigures,
  getRegionResults,
  getResults,
  resultsCsv,
  resultsJson,
} from "~/modules/results/index.server";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/index.server";
import { as } from "../setup/actors";
import { freshDatabase } from "../setup/database";
import { DAY, emptyDatabase, seedAccount } from "../setup/participation";

const SLUG = "essai";
let ids: Record<string, number> = {};
let staff: Actor;

async function seed({ status = "published", resultsShown = "during" } = {}): Promise<void> {
  const items = [
    { ref: "axe-1", kind: "axis", number: 1 },
    { ref: "action-1", kind: "action", number: 1 },
    { ref: "objectif-1", kind: "objective" },
    { ref: "axe-2", kind: "axis", number: 2 },
    { ref: "action-2", kind: "action", number: 2 },
    { ref: "action-3", kind: "action", number: 3 },
  ];
  const consultation = await db().prisma.consultation.create({
    data: {
      slug: SLUG,
      title: "Essai",
      status,
      resultsShown,
      opensAt: new Date(Date.now() - DAY),
      closesAt: new Date(Date.now() + DAY),
      items: { create: items.map((item, position) => ({ ...item, title: item.ref, position })) },
    },
    include: { items: true },
  });
  ids = Object.fromEntries(consultation.items.map(({ ref, id }) => [ref, id]));
  const place = (ref: string, parent: string) =>
    db().prisma.item.update({ where: { id: ids[ref] as number }, data: { parentId: ids[parent] as number } });
  await place("action-1", "axe-1");
  await place("objectif-1", "action-1");
  await place("action-2", "axe-2");
  await place("action-3", "axe-2");
  dropRoadmaps();
}

interface Said {
  region: string;
  stakeholder: string;
  ref: string;
  position: string | null;
  stars: number | null;
  channels: [string, string];
  comments: string[];
}

/** People of skewed regions and stakeholders, one voice each, some by two channels, some with comments, some saying nothing. */
const skewed = <T>(values: readonly T[]) =>
  fc
    .tuple(fc.nat(values.length - 1), fc.nat(values.length - 1))
    .map(([a, b]) => values[Math.floor((a * b) / values.length)] as T);
const said: fc.Arbitrary<Said> = fc.record({
  region: skewed(REGION_CODES),
  stakeholder: skewed(STAKEHOLDERS),
  ref: fc.constantFrom("action-1", "action-2", "objectif-1", "axe-1"),
  position: fc.option(fc.constantFrom("for", "mixed", "against")),
  stars: fc.option(fc.integer({ min: 1, max: 5 })),
  channels: fc.tuple(skewed(CHANNELS), skewed(CHANNELS)),
  comments: fc.array(fc.constantFrom(...CHANNELS), { maxLength: 2 }),
});

async function say(people: readonly Said[]): Promise<void> {
  const { id: consultationId } = await db().prisma.consultation.findUniqueOrThrow({ where: { slug: SLUG } });
  const start = await db().prisma.participant.count();
  await db().prisma.participant.createMany({
    data: people.map(({ region, stakeholder }, index) => ({
      id: start + index + 1,
      consultationId,
      externalKey: `p${start + index}`,
      region,
      stakeholder,
    })),
  });
  await db().prisma.voice.createMany({
    data: people.map(({ region, stakeholder, ref, position, stars, channels }, index) => ({
      participantId: start + index + 1,
      itemId: ids[ref] as number,
      consultationId,
      region,
      stakeholder,
      position,
      positionChannel: position && channels[0],
      stars,
      starsChannel: stars === null ? null : channels[1],
    })),
  });
  await db().prisma.comment.createMany({
    data: people.flatMap(({ ref, comments }, index) =>
      comments.map((channel) => ({
        consultationId,
        itemId: ids[ref] as number,
        participantId: start + index + 1,
        body: "Oui",
        channel,
        createdAt: new Date(),
      })),
    ),
  });
}

/** Votes, stars and comments counted from what was said, by plain SQL; null stands for all. */
async function recount(
  ref: string,
  region: string | null,
  stakeholder: string | null,
  channel: string | null,
): Promise<Figures> {
  const [row] = await db().prisma.$queryRaw<Record<string, number>[]>`
    WITH spoken AS (
      SELECT CASE WHEN ${channel}::text IS NULL OR v.position_channel = ${channel} THEN v.position END AS position,
             CASE WHEN ${channel}::text IS NULL OR v.stars_channel = ${channel} THEN v.stars END AS stars,
             (SELECT count(*) FROM comment c WHERE c.participant_id = p.id AND c.item_id = v.item_id AND c.withdrawn_at IS NULL
                AND (${channel}::text IS NULL OR c.channel = ${channel})) AS comments
      FROM voice v JOIN participant p ON p.id = v.participant_id JOIN item i ON i.id = v.item_id
      WHERE i.ref = ${ref} AND (${region}::text IS NULL OR p.region = ${region})
        AND (${stakeholder}::text IS NULL OR p.stakeholder = ${stakeholder})
    )
    SELECT count(*) FILTER (WHERE position IS NOT NULL OR stars IS NOT NULL OR comments > 0)::int AS participants,
      count(*) FILTER (WHERE position = 'for')::int AS "for", count(*) FILTER (WHERE position = 'mixed')::int AS mixed,
      count(*) FILTER (WHERE position = 'against')::int AS against, count(stars)::int AS rated, avg(stars)::float AS mean,
      count(*) FILTER (WHERE stars = 1)::int AS s1, count(*) FILTER (WHERE stars = 2)::int AS s2, count(*) FILTER (WHERE stars = 3)::int AS s3,
      count(*) FILTER (WHERE stars = 4)::int AS s4, count(*) FILTER (WHERE stars = 5)::int AS s5, coalesce(sum(comments), 0)::int AS comments
    FROM spoken`;
  const n = (name: string) => row?.[name] ?? 0;
  const distribution: [number, number, number, number, number] = [
    n("s1"),
    n("s2"),
    n("s3"),
    n("s4"),
    n("s5"),
  ];
  const mean = n("rated") === 0 ? null : Math.round(n("mean") * 10_000) / 10_000;
  return {
    participants: n("participants"),
    votes: { for: n("for"), mixed: n("mixed"), against: n("against") },
    stars: { count: n("rated"), mean, distribution },
    comments: n("comments"),
  };
}

const sample = (count: number, rng: number) => fc.sample(said, { numRuns: count, seed: rng });

beforeAll(async () => void (await freshDatabase()));
beforeEach(async () => {
  await emptyDatabase();
  await seed();
  staff = as(await seedAccount(), "moderator");
});
let restoreClock = () => {};
afterEach(() => restoreClock());

describe("the figures", () => {
  beforeEach(() => say(sample(240, 7)));

  test("that staff see are what a recount of the voices finds, cell by cell", async () => {
    const { items, participants } = await resultsJson(staff, SLUG);
    expect(items.map(({ ref }) => ref)).toEqual([
      "axe-1",
      "action-1",
      "objectif-1",
      "axe-2",
      "action-2",
      "action-3",
    ]);
    const people = await db().prisma.participant.count({ where: { voices: { gt: 0 } } });
    expect(participants).toBe(people);
    expect(people).toBeLessThan(240);
    for (const { ref, total, byRegion, byStakeholder, byChannel } of items) {
      expect(total).toEqual(await recount(ref, null, null, null));
      expect(Object.keys(byRegion).sort()).toEqual([...REGION_CODES].sort());
      expect(Object.keys(byStakeholder)).toEqual([...STAKEHOLDERS]);
      expect(Object.keys(byChannel)).toEqual([...CHANNELS]);
      for (const [key, cell] of Object.entries(byRegion))
        expect([key, cell]).toEqual([key, await recount(ref, key, null, null)]);
      for (const [key, cell] of Object.entries(byStakeholder))
        expect([key, cell]).toEqual([key, await recount(ref, null, key, null)]);
      for (const [key, cell] of Object.entries(byChannel))
        expect([key, cell]).toEqual([key, await recount(ref, null, null, key)]);
    }
  });

  test("by stakeholder, by channel and by both are exact too", async () => {
    const filters: Filter[] = [
      { stakeholder: "citizen" },
      { channel: "paper" },
      { stakeholder: "hospital", channel: "online" },
    ];
    for (const filter of filters) {
      const { items } = await getResults(OPERATOR, SLUG, filter);
      const [stakeholder, channel] = [filter.stakeholder ?? null, filter.channel ?? null];
      for (const { item, total, byRegion } of items) {
        expect(total).toEqual(await recount(item.ref, null, stakeholder, channel));
        for (const [key, cell] of Object.entries(byRegion))
          expect([key, cell]).toEqual([key, await recount(item.ref, key, stakeholder, channel)]);
      }
    }
  });

  test("that the public sees are the same, or suppressed: each one of fewer than five people, and never one alone", async () => {
    const [whole, shown] = [await resultsJson(staff, SLUG), await resultsJson(ANONYMOUS, SLUG)];
    expect({ ...shown, items: [] }).toEqual({ ...whole, items: [] });
    let hiddenCells = 0;
    for (const [index, item] of shown.items.entries()) {
      const full = whole.items[index];
      if (!full) throw new Error("as many items for everybody");
      expect([item.total, item.byChannel]).toEqual([full.total, full.byChannel]);
      for (const line of ["byRegion", "byStakeholder"] as const) {
        const hidden = Object.keys(item[line]).filter((key) => isSuppressed(item[line][key] as Cell));
        for (const [key, cell] of Object.entries(item[line])) {
          const figures = full[line][key] as Figures;
          if (figures.participants < 5) expect(cell).toEqual({ suppressed: true });
          if (!isSuppressed(cell)) expect(cell).toEqual(figures);
        }
        const people = hidden.reduce((sum, key) => sum + (full[line][key] as Figures).participants, 0);
        expect(hidden.length).not.toBe(1);
        if (hidden.length > 0 && hidden.length < Object.keys(item[line]).length)
          expect(people).toBeGreaterThanOrEqual(5);
        hiddenCells += hidden.length;
      }
    }
    expect(hiddenCells).toBeGreaterThan(10);
    expect(JSON.stringify(shown)).toContain('"participants"');
  });

  test("are the same on the page, a region's page, an item's page, in the API and in the CSV", async () => {
    for (const actor of [ANONYMOUS, staff]) {
      const { items, participants } = await resultsJson(actor, SLUG);
      const rows: Record<string, string>[] = parse(await resultsCsv(actor, SLUG), {
        bom: true,
        columns: true,
      });
      expect(rows).toHaveLength(
        items.length * (1 + REGION_CODES.length + STAKEHOLDERS.length + CHANNELS.length),
      );
      for (const kind of ["axis", "action", "objective"] as const) {
        const page = await getResults(actor, SLUG, { kind });
        expect(page.turnout.participants).toBe(participants);
        expect(page.items.map(({ item, ...cells }) => [item.ref, cells])).toEqual(
          items
            .filter((item) => item.kind === kind)
            .map(({ ref, total, byRegion }) => [ref, { total, byRegion }]),
        );
      }
      const region = await getRegionResults(actor, SLUG, "84", {});
      expect(region.items.map((row) => row.region)).toEqual(
        items.filter(({ kind }) => kind === "action").map(({ byRegion }) => byRegion["84"]),
      );
      for (const { ref, total, ...lines } of items) {
        expect(await getItemFigures(ids[ref] as number)).toEqual(total);
        const inCsv = (dimension: string, key: string) =>
          rows.find((row) => row.reference === ref && row.dimension === dimension && row.modalite === key);
        expect(cellOf(inCsv("total", ""))).toEqual(total);
        for (const [dimension, cells] of [
          ["region", lines.byRegion],
          ["categorie", lines.byStakeholder],
          ["canal", lines.byChannel],
        ] as const)
          for (const [key, cell] of Object.entries(cells))
            expect([key, cellOf(inCsv(dimension, key))]).toEqual([key, cell]);
      }
    }
  });

  test("of who takes part add up, and hide the few", async () => {
    const { turnout } = await getResults(staff, SLUG, {});
    const count = async (where: object) =>
      db().prisma.participant.count({ where: { ...where, voices: { gt: 0 } } });
    for (const region of REGION_CODES)
      expect(turnout.byRegion[region]).toEqual({ participants: await count({ region }) });
    for (const stakeholder of STAKEHOLDERS)
      expect(turnout.byStakeholder[stakeholder]).toEqual({ participants: await count({ stakeholder }) });
    const shown = (await getResults(ANONYMOUS, SLUG, {})).turnout;
    for (const region of REGION_CODES)
      if ((await count({ region })) < 5) expect(shown.byRegion[region]).toEqual({ suppressed: true });
  });

  test("crossed by stakeholder and channel are for staff alone", async () => {
    const { items } = await getResults(ANONYMOUS, SLUG, { stakeholder: "citizen", channel: "online" });
    for (const { total, byRegion } of items)
      for (const cell of [total, ...Object.values(byRegion)]) expect(cell).toEqual({ suppressed: true });
  });

  test("follow a voice at once", async () => {
    const before = await getItemFigures(ids["action-3"] as number);
    await say([
      {
        region: "94",
        stakeholder: "citizen",
        ref: "action-3",
        position: "for",
        stars: 4,
        channels: ["online", "online"],
        comments: [],
      },
    ]);
    expect(before.participants).toBe(0);
    expect(await getItemFigures(ids["action-3"] as number)).toMatchObject({
      participants: 1,
      votes: { for: 1 },
      stars: { count: 1, mean: 4 },
    });
  });
});

function cellOf(row: Record<string, string> | undefined): Cell | null {
  if (!row) return null;
  if (row.masque === "oui") return { suppressed: true };
  const n = (name: string) => Number(row[name]);
  return {
    participants: n("participants"),
    votes: { for: n("d_accord"), mixed: n("mitige"), against: n("pas_d_accord") },
    stars: {
      count: n("notes"),
      mean: row.moyenne === "" ? null : n("moyenne"),
      distribution: [n("note_1"), n("note_2"), n("note_3"), n("note_4"), n("note_5")],
    },
    comments: n("commentaires"),
  };
}

describe("the table", () => {
  const refs = async (filter: Parameters<typeof getResults>[2]) =>
    (await getResults(OPERATOR, SLUG, filter)).items.map(({ item }) => item.ref);

  test("is of actions unless told otherwise, of one axis with everything under it", async () => {
    expect(await refs({})).toEqual(["action-1", "action-2", "action-3"]);
    expect(await refs({ axis: "axe-2" })).toEqual(["action-2", "action-3"]);
    expect(await refs({ axis: "axe-1", kind: "objective" })).toEqual(["objectif-1"]);
    expect(await refs({ kind: "axis" })).toEqual(["axe-1", "axe-2"]);
    expect(await refs({ axis: "axe-9" })).toEqual([]);
  });

  test("sorts by a column, what has no figure last", async () => {
    const voice = {
      region: "84",
      stakeholder: "citizen",
      position: null,
      channels: ["online", "online"] as [string, string],
      comments: [],
    };
    await say([
      { ...voice, ref: "action-2", stars: 5 },
      { ...voice, ref: "action-3", stars: 2 },
    ]);
    expect(await refs({ sort: "84", descending: true })).toEqual(["action-2", "action-3", "action-1"]);
    expect(await refs({ sort: "total" })).toEqual(["action-3", "action-2", "action-1"]);
    expect(await refs({ sort: "order", descending: true })).toEqual(["action-3", "action-2", "action-1"]);
  });

  test("knows the regions of the list and no other", async () => {
    await expect(getRegionResults(ANONYMOUS, SLUG, "99", {})).rejects.toMatchObject({
      code: "not-found",
      reason: "results:errors.region-not-found",
    });
    expect((await getRegionResults(ANONYMOUS, SLUG, "unknown", {})).items).toHaveLength(3);
  });
});

describe("who sees results, and when", () => {
  const readers = [
    (actor: Actor) => resultsJson(actor, SLUG),
    (actor: Actor) => resultsCsv(actor, SLUG),
    (actor: Actor) => getResults(actor, SLUG, {}),
    (actor: Actor) => getRegionResults(actor, SLUG, "84", {}),
  ];
  const refused = (actor: Actor, error: object) =>
    Promise.all(readers.map((read) => expect(read(actor)).rejects.toMatchObject(error)));
  const allowed = (actor: Actor) => Promise.all(readers.map((read) => read(actor)));

  test("after the closing only, when so set; staff always", async () => {
    await emptyDatabase();
    await seed({ resultsShown: "after" });
    await refused(ANONYMOUS, { code: "forbidden", reason: "results:errors.after-closing" });
    await refused(await seedAccount(), { code: "forbidden" });
    await allowed(as(await seedAccount(), "organiser"));
    const { closesAt } = await db().prisma.consultation.findUniqueOrThrow({ where: { slug: SLUG } });
    restoreClock = setClock(() => closesAt.getTime() - 1);
    await refused(ANONYMOUS, { code: "forbidden" });
    restoreClock = setClock(() => closesAt.getTime());
    await allowed(ANONYMOUS);
  });

  test("not before the opening", async () => {
    restoreClock = setClock(() => Date.now() - 2 * DAY);
    await refused(ANONYMOUS, { code: "forbidden", reason: "results:errors.before-opening" });
    await allowed(OPERATOR);
  });

  test("not of a draft, nor of what does not exist", async () => {
    await emptyDatabase();
    await seed({ status: "draft" });
    await refused(ANONYMOUS, { code: "not-found" });
    expect((await resultsJson(OPERATOR, SLUG)).consultation.status).toBe("draft");
    await expect(resultsJson(OPERATOR, "rien")).rejects.toMatchObject({ code: "not-found" });
  });
});
