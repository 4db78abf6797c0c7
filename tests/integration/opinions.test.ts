import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ANONYMOUS, OPERATOR, type AccountActor, type Actor } from "~/modules/identity";
import {
  changeProfile,
  editComment,
  giveOpinion,
  myProgress,
  myVoice,
  OPINIONS_TOGETHER,
  supportComment,
  takeOpinions,
  withdraw,
  withdrawComment,
} from "~/modules/participation/index.server";
import { db } from "~/platform/db/index.server";
import { linedUp } from "~/platform/line.server";
import { databaseKind, freshDatabase } from "../setup/database";
import {
  emptyDatabase,
  expectExactCounts,
  seedAccount,
  seedConsultation,
  tallies,
  voices,
} from "../setup/participation";

beforeAll(async () => void (await freshDatabase()));

const line = linedUp(takeOpinions, OPINIONS_TOGETHER);
/** As the short way has it: by the form, in line with those who post at this moment. */
const post = (
  actor: Actor,
  { slug, ref, ...said }: { slug: string; ref: string } & Record<string, string | number | undefined>,
): Promise<string | null> =>
  line(slug, {
    actor,
    ref,
    fields: Object.fromEntries(Object.entries(said).map(([name, value]) => [name, String(value)])),
  });

describe("an opinion", () => {
  let consultation: Awaited<ReturnType<typeof seedConsultation>>;
  let claire: AccountActor;
  const on = (ref = "action-1") => ({ slug: consultation.slug, ref });
  const item = (ref = "action-1") => ({ id: consultation.itemId(ref), consultationId: consultation.id });

  beforeEach(async () => {
    await emptyDatabase();
    consultation = await seedConsultation();
    claire = await seedAccount();
  });

  test("is one voice per person and item: the latest of each part", async () => {
    await giveOpinion(claire, { ...on(), position: "for", stars: 4 });
    await giveOpinion(claire, { ...on(), position: "against" });
    expect(await voices()).toMatchObject([
      { position: "against", positionChannel: "online", stars: 4, region: "84", stakeholder: "citizen" },
    ]);
    expect(await myVoice(claire, item())).toMatchObject({ position: "against", stars: 4 });
    await expectExactCounts();
  });

  test("that is said again writes nothing, and changes no count", async () => {
    await giveOpinion(claire, { ...on(), position: "for", stars: 4 });
    const [before] = await voices();
    await giveOpinion(claire, { ...on(), position: "for", stars: 4 });
    expect((await voices())[0]).toEqual(before);
    await expectExactCounts();
  });

  test("posted fifty times at once by two tabs leaves one voice, which one of them gave", async () => {
    const posts = Array.from({ length: 50 }, (_, index) =>
      post(claire, { ...on(), position: index % 2 ? "for" : "against", stars: (index % 5) + 1 }),
    );
    await Promise.all(posts);
    const rows = await voices();
    expect(rows).toHaveLength(1);
    expect(await db().prisma.participant.count()).toBe(1);
    await expectExactCounts();
  });

  test("of a part and of another part, posted together, keeps both", async () => {
    await Promise.all([post(claire, { ...on(), position: "mixed" }), post(claire, { ...on(), stars: 2 })]);
    expect(await voices()).toMatchObject([{ position: "mixed", stars: 2 }]);
  });

  test("by two hundred people at once on three items is counted to the unit", async () => {
    const people = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        seedAccount({ region: index % 2 ? "84" : "01", stakeholder: index % 3 ? "hospital" : "unknown" }),
      ),
    );
    const refs = ["action-1", "action-2", "action-3"];
    await Promise.all(
      people.flatMap((person, index) =>
        Array.from({ length: 5 }, (_, n) =>
          post(person, {
            ...on(refs[(index + n) % 3]),
            position: (["for", "mixed", "against"] as const)[n % 3],
            stars: n + 1,
          }),
        ),
      ),
    );
    expect(await db().prisma.participant.count()).toBe(40);
    await expectExactCounts();
  });

  test("that is refused does not take with it what came together", async () => {
    const other = await seedConsultation({
      slug: "autre",
      items: [{ ref: "fermee", vote: false }, { ref: "ouverte" }],
    });
    const { commentId } = await giveOpinion(claire, { ...on(), body: "Ailleurs" });
    const ahmed = await seedAccount();
    const results = await Promise.allSettled([
      post(claire, { slug: other.slug, ref: "ouverte", position: "for" }),
      post(claire, { slug: other.slug, ref: "inconnue", position: "for" }),
      post(claire, { slug: other.slug, ref: "fermee", position: "for", body: "Perdu" }),
      post(claire, { slug: other.slug, ref: "fermee", stars: 3, body: "Gardé" }),
      post(ahmed, {
        slug: other.slug,
        ref: "ouverte",
        stars: 1,
        body: "Perdu",
        parentId: commentId as number,
      }),
      post(ahmed, { slug: other.slug, ref: "ouverte", body: "Gardé aussi" }),
      post(ahmed, { slug: other.slug, ref: "ouverte", stars: "6" }),
      post(claire, { slug: "nulle-part", ref: "ouverte", stars: 3 }),
    ]);
    const kept = (ref: string) => `/concertations/autre/${ref}?avis=enregistre#votre-avis`;
    expect(
      results.map((result) =>
        result.status === "rejected" ? (result.reason as { reason: string }).reason : result.value,
      ),
    ).toEqual([
      kept("ouverte"),
      "errors:item-not-found",
      "participation:errors.no-votes",
      kept("fermee"),
      "participation:errors.no-parent",
      kept("ouverte"),
      null,
      "errors:consultation-not-found",
    ]);
    const ofOther = { where: { consultationId: other.id } };
    expect((await db().prisma.comment.findMany(ofOther)).map(({ body }) => body)).toEqual([
      "Gardé",
      "Gardé aussi",
    ]);
    expect((await db().prisma.voice.findMany(ofOther)).map(({ stars }) => stars).sort()).toEqual([
      3,
      null,
      null,
    ]);
    // One transaction wrote them all.
    expect(
      await db().prisma.$queryRaw`
        SELECT count(DISTINCT xmin::text)::int AS transactions FROM comment WHERE consultation_id = ${other.id}`,
    ).toEqual([{ transactions: 1 }]);
    await expectExactCounts();
  });

  test("of an account that is deleted meanwhile is refused alone", async () => {
    const [ahmed, gone] = [await seedAccount(), await seedAccount()];
    await db().prisma.account.delete({ where: { id: gone.id } });
    const results = await Promise.allSettled([
      post(claire, { ...on(), stars: 1 }),
      post(gone, { ...on(), stars: 2, body: "Personne" }),
      post(ahmed, { ...on(), stars: 3, body: "Oui" }),
    ]);
    expect(results).toMatchObject([
      { status: "fulfilled" },
      { status: "rejected", reason: { code: "unauthenticated" } },
      { status: "fulfilled" },
    ]);
    expect((await voices()).map(({ stars }) => stars)).toEqual([1, 3]);
    await expectExactCounts();
  });

  test("belongs to an account: nobody else has a voice", async () => {
    for (const actor of [ANONYMOUS, OPERATOR]) {
      await expect(giveOpinion(actor, { ...on(), position: "for" })).rejects.toMatchObject({
        code: "unauthenticated",
      });
    }
    expect(await voices()).toEqual([]);
  });

  test("with nothing in it changes nothing", async () => {
    await giveOpinion(claire, on());
    expect(await db().prisma.participant.count()).toBe(0);
  });

  test("is kept whole or not at all: a vote goes with its comment", async () => {
    const item = await seedConsultation({ slug: "autre", items: [{ ref: "a", comments: false }] });
    await expect(
      giveOpinion(claire, { slug: item.slug, ref: "a", position: "for", body: "Oui" }),
    ).rejects.toMatchObject({ code: "closed" });
    await expect(
      giveOpinion(claire, { ...on(), position: "for", body: "x".repeat(5001) }),
    ).rejects.toMatchObject({ code: "invalid" });
    await expect(
      giveOpinion(claire, { ...on(), stars: 5, body: "Oui", parentId: 404 }),
    ).rejects.toMatchObject({ code: "not-found" });
    expect([
      await voices(),
      await db().prisma.comment.count(),
      await db().prisma.participant.count(),
    ]).toEqual([[], 0, 0]);
  });

  test("can be taken back, part by part", async () => {
    await giveOpinion(claire, { ...on(), position: "for", stars: 4 });
    await withdraw(claire, { ...on(), part: "position" });
    await withdraw(claire, { ...on(), part: "position" });
    expect(await voices()).toMatchObject([{ position: null, positionChannel: null, stars: 4 }]);
    expect(await myProgress(claire, consultation.id)).toEqual([consultation.itemId("action-1")]);
    await withdraw(claire, { ...on(), part: "stars" });
    expect(await myProgress(claire, consultation.id)).toEqual([]);
    expect(await tallies()).toEqual({});
    await expectExactCounts();
  });

  test("whose transaction dies leaves nothing, and the next one works", async () => {
    await db().prisma.$executeRawUnsafe(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'planned'; END $$`);
    await db().prisma.$executeRawUnsafe(
      `CREATE TRIGGER planned BEFORE INSERT ON comment FOR EACH ROW EXECUTE FUNCTION refuse()`,
    );
    await expect(giveOpinion(claire, { ...on(), position: "for", body: "Oui" })).rejects.toThrow("planned");
    expect([await voices(), await tallies(), await db().prisma.participant.count()]).toEqual([[], {}, 0]);
    await db().prisma.$executeRawUnsafe(`DROP TRIGGER planned ON comment`);
    await giveOpinion(claire, { ...on(), position: "for", body: "Oui" });
    await expectExactCounts();
  });

  test("that breaks a batch is refused alone; those that came with it are kept", async () => {
    await db().prisma.$executeRawUnsafe(`ALTER TABLE voice ADD CONSTRAINT planned CHECK (stars <> 5)`);
    const people = await Promise.all([seedAccount(), seedAccount(), seedAccount()]);
    const results = await Promise.allSettled(
      people.map((person, index) => post(person, { ...on(), stars: index + 3 })),
    );
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
    expect((await voices()).map(({ stars }) => stars).sort()).toEqual([3, 4]);
    await expectExactCounts();
    await db().prisma.$executeRawUnsafe(`ALTER TABLE voice DROP CONSTRAINT planned`);
  });

  if (databaseKind === "postgres")
    test("whose connection is cut leaves nothing partial", async () => {
      await db().prisma.$executeRawUnsafe(`
      CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$`);
      await db().prisma.$executeRawUnsafe(
        `CREATE TRIGGER cut BEFORE INSERT ON comment FOR EACH ROW EXECUTE FUNCTION cut()`,
      );
      await expect(giveOpinion(claire, { ...on(), position: "for", body: "Oui" })).rejects.toThrow();
      await db().prisma.$executeRawUnsafe(`DROP TRIGGER cut ON comment`);
      expect([await voices(), await tallies(), await db().prisma.participant.count()]).toEqual([[], {}, 0]);
      await giveOpinion(claire, { ...on(), position: "for", body: "Oui" });
      await expectExactCounts();
    });
});

describe("whatever people do, in any order", () => {
  beforeAll(emptyDatabase);

  const person = fc.nat(3);
  const ref = fc.constantFrom("action-1", "action-2");
  const nth = fc.nat(20);
  const step = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        act: fc.constant("give" as const),
        person,
        ref,
        position: fc.option(fc.constantFrom("for" as const, "mixed" as const, "against" as const), {
          nil: undefined,
        }),
        stars: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
        body: fc.option(fc.constantFrom("Oui", "Non", "**Peut-être**"), { nil: undefined }),
        reply: fc.boolean(),
      }),
    },
    fc.record({
      act: fc.constant("withdraw" as const),
      person,
      ref,
      part: fc.constantFrom("position" as const, "stars" as const),
    }),
    fc.record({ act: fc.constant("edit" as const), person, nth }),
    fc.record({ act: fc.constant("withdraw-comment" as const), person, nth }),
    fc.record({ act: fc.constant("support" as const), person, nth, support: fc.boolean() }),
    fc.record({
      act: fc.constant("profile" as const),
      person,
      region: fc.constantFrom("84", "01", "unknown"),
      stakeholder: fc.constantFrom("citizen", "hospital"),
    }),
  );

  test("counts stay what a recount finds, and voices what a model says", { timeout: 120_000 }, async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 14 }),
        fc.boolean(),
        async (steps, together) => {
          const consultation = await seedConsultation({ slug: `essai-${++runs}` });
          const people = await Promise.all([seedAccount(), seedAccount(), seedAccount(), seedAccount()]);
          const model = new Map<string, { position?: string | undefined; stars?: number | undefined }>();
          const comments: { id: number; ref: string }[] = [];
          const one = async (action: (typeof steps)[number]) => {
            const actor = people[action.person] as AccountActor;
            if (action.act === "give") {
              const { ref, position, stars, body } = action;
              const parent = action.reply ? comments.find((comment) => comment.ref === ref)?.id : undefined;
              const { commentId } = await giveOpinion(actor, {
                slug: consultation.slug,
                ref,
                position,
                stars,
                body,
                parentId: parent,
              });
              if (commentId !== null) comments.push({ id: commentId, ref });
              const key = `${actor.id} ${ref}`;
              model.set(key, {
                position: position ?? model.get(key)?.position,
                stars: stars ?? model.get(key)?.stars,
              });
            } else if (action.act === "withdraw") {
              await withdraw(actor, { slug: consultation.slug, ref: action.ref, part: action.part });
              const key = `${actor.id} ${action.ref}`;
              if (model.has(key)) model.set(key, { ...model.get(key), [action.part]: undefined });
            } else if (action.act === "profile") {
              await changeProfile(actor, {
                displayName: actor.displayName,
                region: action.region,
                stakeholder: action.stakeholder,
              });
            } else {
              const comment = comments[action.nth % Math.max(1, comments.length)];
              if (!comment) return;
              const place = { slug: consultation.slug, ref: comment.ref, commentId: comment.id };
              if (action.act === "edit") await editComment(actor, { ...place, body: "Autrement" });
              else if (action.act === "withdraw-comment") await withdrawComment(actor, place);
              else await supportComment(actor, { ...place, support: action.support });
            }
          };
          // Some refuse (somebody else's comment, a withdrawn one): that is theirs to say, the counts must hold anyway.
          const quietly = (action: (typeof steps)[number]) =>
            one(action).catch((error: unknown) => expect(error).toHaveProperty("reason"));
          if (together) await Promise.all(steps.map(quietly));
          else for (const action of steps) await quietly(action);

          if (!together) {
            for (const [key, said] of model) {
              const [id, ref] = key.split(" ");
              const actor = people.find((one) => one.id === Number(id)) as AccountActor;
              const voice = await myVoice(actor, {
                id: consultation.itemId(ref as string),
                consultationId: consultation.id,
              });
              expect({ position: voice?.position ?? undefined, stars: voice?.stars ?? undefined }).toEqual({
                position: said.position,
                stars: said.stars,
              });
            }
          }
          await expectExactCounts();
          const supports = await db().prisma.comment.findMany({
            include: { _count: { select: { supporters: true } } },
          });
          for (const comment of supports) expect(comment.supports).toBe(comment._count.supporters);
        },
      ),
      { numRuns: 25 },
    );
  });
});
