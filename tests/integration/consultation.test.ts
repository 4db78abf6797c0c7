import fc from "fast-check";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ANONYMOUS, OPERATOR } from "~/modules/identity";
import {
  dropRoadmaps,
  getItemPage,
  getItemTexts,
  getLegalPage,
  getRoadmap,
  importRoadmap,
  ImportRefused,
  listConsultations,
  saveLegalPage,
} from "~/modules/consultation/index.server";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/index.server";
import { DomainError } from "~/platform/errors";
import { freshDatabase } from "../setup/database";
import { account } from "../setup/actors";
import { emptyDatabase } from "../setup/participation";
import { type FileItem, ROADMAP } from "../setup/roadmap";

const slug = ROADMAP.slug;
const refs = (items: readonly { ref: string }[]) => items.map(({ ref }) => ref);
/** Everything that an import may write, to see whether one wrote anything. */
const written = () => db().prisma.$queryRaw`
  SELECT (SELECT json_agg(c ORDER BY c.id) FROM consultation AS c)::text AS consultations,
         (SELECT json_agg(i ORDER BY i.id) FROM item AS i)::text AS items,
         (SELECT json_agg(v ORDER BY v.item_id, v.version) FROM item_version AS v)::text AS versions`;

async function vote(ref: string): Promise<void> {
  const { consultation, item } = await getItemPage(OPERATOR, slug, ref);
  const { id } = await db().prisma.participant.create({ data: { consultationId: consultation.id } });
  await db().prisma.voice.create({
    data: {
      participantId: id,
      itemId: item.id,
      consultationId: consultation.id,
      region: "84",
      stakeholder: "citizen",
      position: "for",
      positionChannel: "online",
    },
  });
}

let putBack = () => {};
beforeAll(async () => void (await freshDatabase()));
beforeEach(async () => {
  await emptyDatabase();
  dropRoadmaps();
});
afterEach(() => putBack());

describe("importing a roadmap", () => {
  test("the real file, in the order in which it is read", async () => {
    const report = await importRoadmap(OPERATOR, ROADMAP);
    expect(report).toMatchObject({
      slug,
      consultation: "created",
      updated: [],
      unchanged: [],
      removed: [],
      kept: [],
    });
    const { consultation, items } = await getRoadmap(ANONYMOUS, slug);
    expect(refs(items)).toEqual(report.created);
    expect(items.filter(({ kind }) => kind === "axis")).toHaveLength(4);
    expect(items.filter(({ kind }) => kind === "action")).toHaveLength(7);
    expect(refs(items).slice(0, 4)).toEqual([
      "axe-1",
      "action-1",
      "objectif-mes-sensibilisation",
      "action-2",
    ]);
    expect(consultation).toMatchObject({
      status: "published",
      timeZone: "Europe/Paris",
      resultsShown: "during",
      demonstration: false,
    });
    expect(consultation.closesAt.toISOString()).toBe("2023-03-14T23:00:00.000Z");
    expect(consultation.partners).toEqual(["Assurance Maladie", "Agence du numérique en santé (ANS)"]);
    const objective = items.find(({ ref }) => ref === "objectif-mes-sensibilisation");
    expect(objective).toMatchObject({
      dueYear: 2027,
      owner: "Agences régionales de santé",
      version: 1,
      opens: { vote: true, stars: true, comments: true },
    });
  });

  test("again changes nothing, also when asked twice at once", async () => {
    const [first, second] = await Promise.all([
      importRoadmap(OPERATOR, ROADMAP),
      importRoadmap(OPERATOR, ROADMAP),
    ]);
    expect(first.created.length + second.created.length).toBe(first.created.length + first.unchanged.length);
    const before = await written();
    const again = await importRoadmap(OPERATOR, ROADMAP);
    expect(again).toMatchObject({ consultation: "updated", created: [], updated: [], removed: [], kept: [] });
    expect(JSON.stringify(await written()).replace(/updated_at[^,]*,/g, "")).toBe(
      JSON.stringify(before).replace(/updated_at[^,]*,/g, ""),
    );
  });

  test("a changed text keeps its earlier version; a changed fact does not make one", async () => {
    await importRoadmap(OPERATOR, ROADMAP);
    const changed = structuredClone(ROADMAP);
    const axis = changed.items[0] as FileItem;
    axis.title = "Développer la prévention";
    Object.assign(axis.children?.[0] as FileItem, { owner: "DNS", dueYear: 2025 });
    const at = new Date("2023-02-03T10:00:00Z");
    putBack = setClock(() => at.getTime());
    expect(await importRoadmap(OPERATOR, changed)).toMatchObject({
      created: [],
      updated: ["axe-1", "action-1"],
      removed: [],
    });
    const { texts, item } = await getItemTexts(ANONYMOUS, slug, "axe-1");
    expect(item).toMatchObject({ version: 2, updatedAt: at });
    expect(texts).toEqual([
      { version: 2, title: "Développer la prévention", body: "", replacedAt: null },
      { version: 1, title: ROADMAP.items[0]?.title, body: "", replacedAt: at },
    ]);
    const action = await getItemTexts(ANONYMOUS, slug, "action-1");
    expect(action.item).toMatchObject({ version: 1, owner: "DNS", dueYear: 2025 });
    expect(action.texts).toHaveLength(1);
  });

  test("no voice is lost: what people spoke about stays, with what it hangs from, after the rest", async () => {
    await importRoadmap(OPERATOR, ROADMAP);
    await vote("objectif-apcv");
    const shorter = structuredClone(ROADMAP);
    const [axis] = shorter.items.splice(2, 1);
    const report = await importRoadmap(OPERATOR, shorter);
    expect(report.kept).toEqual(["axe-3", "action-13", "objectif-apcv"]);
    expect(report.removed).toEqual([
      "action-11",
      "objectif-telesante-parcours",
      "objectif-telesurveillance-15",
      "action-12",
      "objectif-sante-fr",
    ]);
    const { items } = await getRoadmap(ANONYMOUS, slug);
    expect(refs(items).slice(-3)).toEqual(["axe-3", "action-13", "objectif-apcv"]);
    expect(await db().prisma.voice.count()).toBe(1);
    const back = await importRoadmap(OPERATOR, { ...shorter, items: [axis, ...shorter.items] });
    expect(back.created).toEqual(report.removed);
    expect(await db().prisma.voice.count()).toBe(1);
  });

  test("an item may move to another parent, and its former parent go", async () => {
    await importRoadmap(OPERATOR, ROADMAP);
    const moved = structuredClone(ROADMAP);
    const [axis] = moved.items.splice(1, 1);
    moved.items[0]?.children?.push(...(axis?.children ?? []));
    const report = await importRoadmap(OPERATOR, moved);
    expect(report).toMatchObject({ removed: ["axe-2"], updated: ["action-7"], kept: [] });
    expect(refs((await getItemPage(ANONYMOUS, slug, "action-7")).ancestors)).toEqual(["axe-1"]);
  });

  test("dates and settings change; what the file leaves out stays", async () => {
    await importRoadmap(OPERATOR, { ...ROADMAP, resultsShown: "after", demonstration: true });
    const {
      status: _status,
      timeZone: _zone,
      ...rest
    } = { ...ROADMAP, closesAt: "2023-04-01T00:00:00+02:00" };
    await importRoadmap(account("administrator"), rest);
    const { consultation } = await getRoadmap(ANONYMOUS, slug);
    expect(consultation).toMatchObject({ status: "published", resultsShown: "after", demonstration: true });
    expect(consultation.closesAt.toISOString()).toBe("2023-03-31T22:00:00.000Z");
  });

  test("a line, a summary and a publisher that the file leaves out stay; null and nothing erase them", async () => {
    const read = async () => (await getRoadmap(ANONYMOUS, slug)).consultation;
    const { tagline, summary, publisher, ...bare } = ROADMAP;
    const said = { tagline, summary, publisherName: publisher.name, partners: publisher.partners };
    const again = (more: object) => importRoadmap(OPERATOR, { ...bare, ...more });
    await importRoadmap(OPERATOR, ROADMAP);
    await again({});
    expect(await read()).toMatchObject(said);
    await again({ publisher: { name: "Une autre" } });
    expect(await read()).toMatchObject({ ...said, publisherName: "Une autre" });
    await again({ tagline: "", summary: "", publisher: { name: "", partners: [] } });
    expect(await read()).toMatchObject({ tagline: null, summary: "", publisherName: "", partners: [] });
    await importRoadmap(OPERATOR, ROADMAP);
    await again({ tagline: null, summary: null, publisher: null });
    expect(await read()).toMatchObject({ tagline: null, summary: "", publisherName: "", partners: [] });
  });

  test("is for the operator and administrators", async () => {
    for (const actor of [ANONYMOUS, account(), account("organiser"), account("moderator")]) {
      await expect(importRoadmap(actor, ROADMAP)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(listConsultations(OPERATOR)).resolves.toEqual([]);
  });

  test("a file with one fault writes nothing and names it", async () => {
    await importRoadmap(OPERATOR, ROADMAP);
    const before = await written();
    const broken = structuredClone(ROADMAP);
    Object.assign(broken.items[2]?.children?.[0] as object, { title: 12 });
    const refused = await importRoadmap(OPERATOR, broken).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ImportRefused);
    expect(refused).toMatchObject({
      code: "invalid",
      reason: "consultation:input.text",
      values: { path: "items[2].children[0].title" },
    });
    expect(await written()).toEqual(before);
  });

  test("whatever is in the file, it is written whole or refused whole", async () => {
    const bit = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom("a\u0000", "\ud800", "\u202e<script>", "e\u0301", "x".repeat(600), null, 7, [], {}),
    );
    const leaf = fc.record(
      {
        ref: fc.oneof(fc.constantFrom("a", "b", "c", "resultats"), bit),
        kind: fc.constantFrom("axis", "action", "objective", "goal"),
        title: bit,
        body: bit,
      },
      { requiredKeys: ["ref", "kind"] },
    );
    const json = fc.record({
      slug: fc.constantFrom("x", "y"),
      title: bit,
      opensAt: fc.constantFrom("2023-01-01T00:00:00Z", "2023"),
      closesAt: fc.constantFrom("2023-03-01T00:00:00Z", "2022-01-01T00:00:00Z"),
      items: fc.array(
        leaf.chain((item) =>
          fc.record({ children: fc.array(leaf, { maxLength: 2 }) }).map((rest) => ({ ...item, ...rest })),
        ),
        { maxLength: 3 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(json, async (file) => {
        const before = await written();
        try {
          const report = await importRoadmap(OPERATOR, file);
          expect(refs((await getRoadmap(OPERATOR, file.slug)).items).sort()).toEqual(
            [...report.created, ...report.updated, ...report.unchanged].sort(),
          );
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
          expect(await written()).toEqual(before);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("reading", () => {
  test("a draft is for staff, and its name stays unknown to others", async () => {
    await importRoadmap(OPERATOR, { ...ROADMAP, status: "draft" });
    for (const actor of [OPERATOR, account("organiser")]) {
      expect(await listConsultations(actor)).toHaveLength(1);
      expect((await getRoadmap(actor, slug)).consultation.status).toBe("draft");
    }
    for (const actor of [ANONYMOUS, account()]) {
      // Right after staff have read it: what is shared between readers must not leak it.
      await getRoadmap(OPERATOR, slug);
      expect(await listConsultations(actor)).toEqual([]);
      await expect(getRoadmap(actor, slug)).rejects.toMatchObject({
        code: "not-found",
        reason: "errors:consultation-not-found",
      });
      await expect(getItemPage(actor, slug, "axe-1")).rejects.toMatchObject({
        code: "not-found",
        reason: "errors:consultation-not-found",
      });
    }
  });

  test.each(
    [..."nope| |../x|%00|a\u0000b|👩".split("|"), "", "x".repeat(10_000)].map((name, n): [number, string] => [
      n,
      name,
    ]),
  )("name %i that is none is not found", async (_, name) => {
    await importRoadmap(OPERATOR, ROADMAP);
    await expect(getRoadmap(ANONYMOUS, name)).rejects.toMatchObject({ code: "not-found" });
    await expect(getItemPage(ANONYMOUS, slug, name)).rejects.toMatchObject({
      code: "not-found",
      reason: "errors:item-not-found",
    });
  });

  test("under load the database is asked ten times a second, not once a reader", async () => {
    await importRoadmap(OPERATOR, ROADMAP);
    const first = await getRoadmap(ANONYMOUS, slug);
    const all = await Promise.all(Array.from({ length: 50 }, () => getRoadmap(ANONYMOUS, slug)));
    expect(new Set(all).size).toBe(1);
    await db().prisma.consultation.update({ where: { slug }, data: { title: "Changé ailleurs" } });
    await expect
      .poll(async () => (await getRoadmap(ANONYMOUS, slug)).consultation.title, {
        interval: 20,
        timeout: 900,
      })
      .toBe("Changé ailleurs");
    dropRoadmaps();
    expect(await getRoadmap(ANONYMOUS, slug)).not.toBe(first);
  });
});

describe("the texts that a site owes", () => {
  test("come with the software, are edited by administrators, and come back", async () => {
    expect(await getLegalPage("accessibilite", "fr")).toMatchObject({
      updatedAt: null,
      body: expect.stringContaining("non conforme"),
    });
    expect((await getLegalPage("mentions-legales", "en")).body).not.toContain("{contact}");
    await saveLegalPage(account("administrator"), {
      slug: "accessibilite",
      locale: "fr",
      body: " Partiellement conforme.\r\n ",
    });
    expect(await getLegalPage("accessibilite", "fr")).toMatchObject({
      body: "Partiellement conforme.",
      updatedAt: expect.any(Date),
    });
    expect((await getLegalPage("accessibilite", "en")).updatedAt).toBeNull();
    await saveLegalPage(OPERATOR, { slug: "accessibilite", locale: "fr", body: "" });
    expect((await getLegalPage("accessibilite", "fr")).updatedAt).toBeNull();
    await saveLegalPage(OPERATOR, { slug: "accessibilite", locale: "fr", body: "" });
  });

  test("are nobody else’s to write, and hold no broken text", async () => {
    for (const actor of [ANONYMOUS, account(), account("moderator")]) {
      await expect(
        saveLegalPage(actor, { slug: "accessibilite", locale: "fr", body: "x" }),
      ).rejects.toMatchObject({ code: "forbidden" });
    }
    for (const body of ["a\u0000", "\udc00", "x".repeat(50_001)]) {
      await expect(
        saveLegalPage(OPERATOR, { slug: "accessibilite", locale: "fr", body }),
      ).rejects.toMatchObject({ code: "invalid" });
    }
    expect(await db().prisma.legalPage.count()).toBe(0);
  });
});
