import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ANONYMOUS, OPERATOR } from "~/modules/identity";
import { dropRoadmaps, getItemPage, importRoadmap, ImportRefused } from "~/modules/consultation/index.server";
import { getStage, importStages, listStages, testimoniesOf } from "~/modules/stages/index.server";
import { db } from "~/platform/db/index.server";
import tour from "../../prisma/demo/tour-des-regions.json";
import { freshDatabase } from "../setup/database";
import { emptyDatabase } from "../setup/participation";
import { ROADMAP } from "../setup/roadmap";

const slug = ROADMAP.slug;
const lyon = "etape-15-lyon";

beforeAll(async () => void (await freshDatabase()));
beforeEach(async () => {
  await emptyDatabase();
  dropRoadmaps();
  await importRoadmap(OPERATOR, ROADMAP);
});

describe("the stages of a tour", () => {
  test("are imported with what was said of each item", async () => {
    expect(await importStages(OPERATOR, tour)).toEqual({ consultation: slug, created: [lyon], updated: [] });
    expect(await listStages(ANONYMOUS, slug)).toMatchObject([
      { slug: lyon, number: 15, city: "Lyon", region: "84", attendance: 200, attendanceQualifier: "plus de" },
    ]);
    const { stage, groups } = await getStage(ANONYMOUS, slug, lyon);
    expect(stage.startsAt.toISOString()).toBe("2023-02-23T13:00:00.000Z");
    expect(stage.organisers).toEqual(["ARS Auvergne-Rhône-Alpes", "Assurance Maladie", "GCS Sara"]);
    expect(groups.map(({ item }) => item.ref)).toEqual([
      "action-1",
      "action-2",
      "action-7",
      "action-11",
      "action-12",
      "action-13",
      "action-14",
    ]);
    const { item } = await getItemPage(ANONYMOUS, slug, "action-13");
    expect(await testimoniesOf(item.id)).toMatchObject([
      { speaker: "Mme Estelle Coulet", organisation: "CPAM du Rhône", stage: { slug: lyon, city: "Lyon" } },
    ]);
  });

  test("again are the same; what changed is changed, what the file does not name stays", async () => {
    await importStages(OPERATOR, tour);
    const [event] = structuredClone(tour.events);
    const other = { ...event, slug: "etape-16", stage: 16, testimonies: [] };
    expect(
      await importStages(OPERATOR, {
        ...tour,
        events: [{ ...event, city: "Villeurbanne", testimonies: event?.testimonies.slice(0, 2) }, other],
      }),
    ).toEqual({
      consultation: slug,
      created: ["etape-16"],
      updated: [lyon],
    });
    expect(await importStages(OPERATOR, { ...tour, events: [] })).toEqual({
      consultation: slug,
      created: [],
      updated: [],
    });
    const { stage, groups } = await getStage(ANONYMOUS, slug, lyon);
    expect([stage.city, groups.length]).toEqual(["Villeurbanne", 2]);
    expect(await db().prisma.stage.count()).toBe(2);
    await Promise.all([importStages(OPERATOR, tour), importStages(OPERATOR, tour)]);
    expect(await db().prisma.testimony.count()).toBe(7);
  });

  test.each<[string, object, string, string]>([
    [
      "an unknown item",
      { testimonies: [{ item: "action-99", speaker: "A" }] },
      "events[0].testimonies[0].item",
      "unknown-item",
    ],
    ["an unknown region", { region: "99" }, "events[0].region", "region"],
    ["an address that runs", { replayUrl: "javascript:alert(1)" }, "events[0].replayUrl", "url"],
    ["an instant without offset", { startsAt: "2023-02-23T14:00:00" }, "events[0].startsAt", "instant"],
    ["people in quotes", { attendance: { inRoom: "200" } }, "events[0].attendance.inRoom", "number"],
    ["NUL", { city: "Ly\u0000on" }, "events[0].city", "unreadable"],
    ["no title", { title: " " }, "events[0].title", "empty"],
  ])("%s is refused by its path, and nothing is written", async (_name, change, path, reason) => {
    const events = [{ ...tour.events[0], ...change }];
    const refused = await importStages(OPERATOR, { ...tour, events }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ImportRefused);
    expect(refused).toMatchObject({ reason: `consultation:input.${reason}`, values: { path } });
    expect(await db().prisma.stage.count()).toBe(0);
  });

  test("need a consultation that exists, and somebody who may", async () => {
    await expect(importStages(OPERATOR, { ...tour, consultation: "autre" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(importStages(ANONYMOUS, tour)).rejects.toMatchObject({ code: "forbidden" });
    for (const json of [
      null,
      [],
      "x",
      {},
      { consultation: slug },
      { consultation: slug, events: [tour.events[0], tour.events[0]] },
    ]) {
      await expect(importStages(OPERATOR, json)).rejects.toBeInstanceOf(ImportRefused);
    }
  });

  test("of a draft are for staff", async () => {
    await importStages(OPERATOR, tour);
    await importRoadmap(OPERATOR, { ...ROADMAP, status: "draft" });
    await expect(listStages(ANONYMOUS, slug)).rejects.toMatchObject({ code: "not-found" });
    await expect(getStage(ANONYMOUS, slug, lyon)).rejects.toMatchObject({ code: "not-found" });
    expect(await listStages(OPERATOR, slug)).toHaveLength(1);
  });

  test.each(["nope", "", "a\u0000", "../x"])("%j is not found", async (name) => {
    await expect(getStage(ANONYMOUS, slug, name)).rejects.toMatchObject({
      code: "not-found",
      reason: "stages:not-found",
    });
  });
});
