import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { dropRoadmaps, getItemPage, importRoadmap } from "~/modules/consultation/index.server";
import { ANONYMOUS, OPERATOR } from "~/modules/identity";
import type { Publication, SearchHit } from "~/modules/participation";
import { searchConsultation } from "~/modules/participation/index.server";
import { db } from "~/platform/db/index.server";
import { freshDatabase } from "../setup/database";
import { emptyDatabase } from "../setup/participation";
import { ROADMAP } from "../setup/roadmap";

const slug = ROADMAP.slug;
const search = (query: string, page?: number) => searchConsultation(ANONYMOUS, slug, query, page);
const found = async (query: string) =>
  (await search(query)).hits.map(({ item, comment }) => (comment ? `#${item.ref}` : item.ref));
const told = ({ title, excerpt, comment }: SearchHit) =>
  ((comment ? excerpt : title) ?? []).map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");

async function comment(
  ref: string,
  bodies: string[],
  state: { publication?: Publication; withdrawnAt?: Date } = {},
): Promise<void> {
  const { consultation, item } = await getItemPage(OPERATOR, slug, ref);
  const { id } = await db().prisma.participant.create({ data: { consultationId: consultation.id } });
  await db().prisma.comment.createMany({
    data: bodies.map((body) => ({
      consultationId: consultation.id,
      itemId: item.id,
      participantId: id,
      body,
      ...state,
      createdAt: new Date(),
    })),
  });
}

beforeAll(async () => void (await freshDatabase()));
beforeEach(async () => {
  await emptyDatabase();
  dropRoadmaps();
  await importRoadmap(OPERATOR, ROADMAP);
});

describe("accents, case and endings do not matter", () => {
  test.each([
    ["telesante", ["action-11", "objectif-telesante-parcours"]],
    ["TÉLÉSANTÉ", ["action-11", "objectif-telesante-parcours"]],
    ["Te\u0301le\u0301sante\u0301", ["action-11", "objectif-telesante-parcours"]],
    ["expérimentation", ["objectif-experimentations-100"]],
    ["mettre en oeuvre", ["action-14"]],
    ["Mon espace sante", ["action-1", "objectif-mes-sensibilisation"]],
    ["l’accès aux données", ["objectif-donnees-recherche"]],
    ["l'acces aux donnees", ["objectif-donnees-recherche"]],
    ["les données à la recherche", ["objectif-donnees-recherche"]],
    ['"carte vitale"', ["action-13", "objectif-apcv"]],
    ["vitale -généraliser", ["action-13"]],
    ["cyber", ["action-14", "objectif-budget-numerique", "objectif-has-cyber"]],
    ["télésurv", ["objectif-telesurveillance-15"]],
    ["zygomatique", []],
  ])("%s", async (query, expected) => expect((await found(query)).sort()).toEqual([...expected].sort()));

  test("capitals with accents in what is searched", async () => {
    const shouted = structuredClone(ROADMAP);
    Object.assign(shouted.items[0] as object, { title: "PRÉVENTION À L’ŒUVRE" });
    await importRoadmap(OPERATOR, shouted);
    expect(await found("prevention oeuvre")).toContain("axe-1");
  });

  test("texts are searched as titles are", async () => {
    const told = structuredClone(ROADMAP);
    Object.assign(told.items[3] as object, { body: "Des **bacs à sable** réglementaires pour essayer." });
    await importRoadmap(OPERATOR, told);
    const [hit] = (await search("bac a sable")).hits;
    expect(hit?.item.ref).toBe("axe-4");
    expect(hit?.excerpt?.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("")).toBe(
      "Des [bacs] à [sable] réglementaires pour essayer.",
    );
  });
});

describe("comments", () => {
  test("come after items, with their words marked; what is hidden or withdrawn is not found", async () => {
    await comment("action-7", ["Les ordonnances de télésanté arrivent **tard**."]);
    await comment("action-7", ["télésanté cachée"], { publication: "refused" });
    await comment("action-7", ["télésanté retirée"], { withdrawnAt: new Date() });
    const { hits, total } = await search("telesante");
    expect(total).toBe(3);
    expect(hits.map(told)).toEqual([
      expect.stringContaining("[télésanté]"),
      expect.stringContaining("[télésanté]"),
      "Les ordonnances de [télésanté] arrivent tard.",
    ]);
    expect(hits[2]).toMatchObject({
      item: { ref: "action-7" },
      comment: { id: expect.any(Number), createdAt: expect.any(Date) },
    });
  });

  test("of another consultation are not found", async () => {
    await importRoadmap(OPERATOR, { ...ROADMAP, slug: "autre" });
    await comment("action-7", ["zygomatique"]);
    expect((await searchConsultation(ANONYMOUS, "autre", "zygomatique")).total).toBe(0);
    expect((await search("zygomatique")).total).toBe(1);
  });

  test("are paged by twenty, and a search says when there are more than it ranks", async () => {
    await comment(
      "action-7",
      Array.from({ length: 1005 }, (_, index) => `Zygomatique ${index}`),
    );
    const first = await search("zygomatique");
    expect(first).toMatchObject({ total: 1000, more: true, page: 1, pages: 51 });
    expect(first.hits).toHaveLength(20);
    const seen = new Set<number>();
    for (const page of [1, 2, 50, 51])
      for (const { comment: hit } of (await search("zygomatique", page)).hits) seen.add(hit?.id ?? 0);
    expect(seen.size).toBe(61);
    expect((await search("zygomatique", 52)).hits).toEqual([]);
    for (const page of [0, -1, Number.NaN, 1e12, 1.5]) await search("zygomatique", page);
  });

  test("keep tags and Markdown as text", async () => {
    await comment("action-7", ["<script>zygomatique</script> [lien](javascript:zygomatique)"]);
    expect(told((await search("zygomatique")).hits[0] as SearchHit)).toBe(
      "<script>[zygomatique]</script> lien",
    );
  });
});

describe("whatever is asked", () => {
  test("a query too long is refused, an empty one finds nothing", async () => {
    await expect(search("a".repeat(201))).rejects.toMatchObject({
      code: "invalid",
      reason: "consultation:search.too-long",
    });
    for (const query of ["", "   ", "\u0000", "le la les", "!!!", "-", '"', "or"])
      expect((await search(query)).total, query).toBe(0);
  });

  test("an answer, and whole words marked", async () => {
    await comment("action-7", ["L’été, la télésanté : « oui » & ‘non’ | a:* <-> b \\ ' \" %"]);
    const bit = fc.oneof(
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.constantFrom(
        "télésanté",
        "été",
        "'",
        '"',
        "&",
        "|",
        "!",
        ":*",
        "<->",
        "-",
        " or ",
        "\\",
        "%",
        "_",
        "\u0000",
        "\ud800",
        "ʼ",
        "x".repeat(90),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bit, { maxLength: 6 }), async (bits) => {
        const query = bits.join(" ").slice(0, 200);
        for (const { title, excerpt } of (await search(query)).hits) {
          for (const { text, marked } of [...title, ...(excerpt ?? [])])
            if (marked) expect(text).toMatch(/^[\p{L}\p{N}]+$/u);
        }
      }),
      { numRuns: 150 },
    );
  });
});
