import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ANONYMOUS, OPERATOR, type AccountActor } from "~/modules/identity";
import { isCounted, isReadable, PUBLICATIONS, STANDINGS, type Standing } from "~/modules/participation";
import {
  editComment,
  giveOpinion,
  judgeComment,
  listComments,
  MODERATED,
  myContributions,
  readCommentPage,
  recount,
  searchConsultation,
  withdrawComment,
} from "~/modules/participation/index.server";
import { resultsJson } from "~/modules/results/index.server";
import { db, unitOfWork } from "~/platform/db/index.server";
import { exportCsv } from "../setup/contributions";
import { freshDatabase } from "../setup/database";
import { emptyDatabase, expectExactCounts, seedAccount, seedConsultation } from "../setup/participation";

const ITEMS = ["action-1", "action-2"];
/** Stands in every comment, so that a search finds what it may; what follows it is masked, where something is. */
const WORD = "zygomatique";
const SECRET = "confidence";
const MARK = "▇▇▇";

interface Written {
  author: number;
  item: number;
  /** Which of the comments before it this one answers, if it is a thread of the same item. */
  answers: number | null;
  publication: (typeof PUBLICATIONS)[number];
  withdrawn: boolean;
  masked: boolean;
}

const written = fc.record<Written>({
  author: fc.nat(2),
  item: fc.nat(1),
  answers: fc.option(fc.nat(9)),
  publication: fc.constantFrom(...PUBLICATIONS),
  withdrawn: fc.boolean(),
  masked: fc.boolean(),
});

let consultation: Awaited<ReturnType<typeof seedConsultation>>;
let people: AccountActor[];
const item = (ref: string) => ({ id: consultation.itemId(ref), consultationId: consultation.id });

async function start(): Promise<void> {
  await emptyDatabase();
  consultation = await seedConsultation({ items: ITEMS.map((ref) => ({ ref })) });
  people = await Promise.all(["84", "27", "84"].map((region) => seedAccount({ region })));
}

const judge = (id: number, decision: Parameters<typeof judgeComment>[2]) =>
  unitOfWork((tx) => judgeComment(tx, id, decision));

interface Made extends Written {
  id: number;
  ref: string;
  standing: Standing;
  /** What everybody may read of it. */
  text: string | null;
}

/** Says each through the doors, then lets its author and the moderators do their part. */
async function say(all: readonly Written[]): Promise<Made[]> {
  const made: Made[] = [];
  for (const one of all) {
    const author = people[one.author] as AccountActor;
    const ref = ITEMS[one.item] as string;
    const above = one.answers === null ? undefined : made[one.answers];
    const isThread = above?.ref === ref && above.answers === null;
    const body = `😀 ${WORD} ${made.length} ${SECRET} fin`;
    const { commentId } = await giveOpinion(author, {
      slug: consultation.slug,
      ref,
      body,
      ...(isThread && { parentId: above.id }),
    });
    const hidden = one.masked ? body.replace(SECRET, MARK) : body;
    made.push({
      ...one,
      answers: isThread ? one.answers : null,
      id: commentId ?? 0,
      ref,
      standing: one.withdrawn ? "withdrawn" : one.publication,
      text: one.withdrawn || one.publication !== "published" ? null : hidden,
    });
  }
  for (const { id, ref, author, withdrawn, publication, masked } of made) {
    const from = [...`😀 ${WORD} ${made.findIndex((one) => one.id === id)} `].length;
    if (withdrawn)
      await withdrawComment(people[author] as AccountActor, {
        slug: consultation.slug,
        ref,
        commentId: id,
      });
    await judge(id, { publication, masks: masked ? [{ from, to: from + SECRET.length }] : [] });
  }
  return made;
}

const sorted = (ids: readonly number[]): number[] => [...ids].sort((a, b) => a - b);
const idsOf = (made: readonly { id: number }[]): number[] => sorted(made.map(({ id }) => id));

/** What an item's pages show to everybody: the text of each comment, empty where one stands without it. */
async function onPages(sort: "recents" | "soutenus"): Promise<Map<number, string>> {
  const shown = new Map<number, string>();
  for (const ref of ITEMS)
    for (const thread of (await listComments(ANONYMOUS, item(ref), { sort, page: 1 })).threads) {
      const own = await readCommentPage(ANONYMOUS, item(ref), thread.id, 1);
      expect(own.replies.slice(0, thread.replies.length)).toEqual(thread.replies);
      for (const { id, body } of [thread, ...own.replies]) shown.set(id, body);
    }
  return shown;
}

async function expectOneSet(made: readonly Made[]): Promise<void> {
  const readable = made.filter(({ text }) => text !== null);
  const counted = made.filter(({ standing }) => standing === "published" || standing === "refused");

  for (const sort of ["recents", "soutenus"] as const) {
    const shown = await onPages(sort);
    expect(sorted([...shown].filter(([, body]) => body !== "").map(([id]) => id))).toEqual(idsOf(readable));
    for (const { id, text } of readable) expect(shown.get(id)).toBe(text);
    // What counts has its place; what does not, only above what was answered to it.
    for (const { id } of counted) expect(shown.has(id)).toBe(true);
    for (const { id } of made.filter((one) => !counted.includes(one))) {
      const above = made.findIndex((one) => one.id === id);
      expect(shown.has(id)).toBe(counted.some(({ answers }) => answers === above));
    }
  }

  for (const { id, ref, text } of made) {
    const own = await readCommentPage(ANONYMOUS, item(ref), id, 1).then(
      ({ comment }) => comment.body,
      () => "",
    );
    expect(own).toBe(text ?? "");
  }

  const { hits } = await searchConsultation(ANONYMOUS, consultation.slug, WORD);
  expect(sorted(hits.map(({ comment }) => comment?.id ?? 0))).toEqual(idsOf(readable));
  const secrets = await searchConsultation(ANONYMOUS, consultation.slug, SECRET);
  expect(sorted(secrets.hits.map(({ comment }) => comment?.id ?? 0))).toEqual(
    idsOf(readable.filter(({ masked }) => !masked)),
  );

  const rows = parse<{ commentaire: string }>(await exportCsv(consultation.slug), { columns: true });
  expect(rows.map(({ commentaire }) => commentaire)).toEqual(counted.map(({ text }) => text ?? MODERATED));

  const { items, participants } = await resultsJson(OPERATOR, consultation.slug);
  for (const { ref, total } of items) {
    const here = counted.filter((one) => one.ref === ref);
    expect(total).toMatchObject({
      comments: here.length,
      participants: new Set(here.map(({ author }) => author)).size,
    });
  }
  expect(participants).toBe(new Set(counted.map(({ author }) => author)).size);

  for (const [index, person] of people.entries()) {
    const mine = (await myContributions(person)).flatMap(({ comments }) => comments);
    expect(idsOf(mine)).toEqual(
      idsOf(made.filter(({ author, withdrawn }) => author === index && !withdrawn)),
    );
  }

  await expectExactCounts();
  expect(await recount(OPERATOR, consultation.slug)).toMatchObject({ wrong: 0 });
}

beforeAll(async () => void (await freshDatabase()));
beforeEach(start);

test("what is readable and what counts is one set on every page, in search, exports, figures and the recount", async () => {
  await fc.assert(
    fc
      .asyncProperty(fc.array(written, { minLength: 1, maxLength: 10 }), async (all) =>
        expectOneSet(await say(all)),
      )
      .beforeEach(start),
    { numRuns: 12 },
  );
}, 120_000);

test("the words in TypeScript say what the database says", async () => {
  const rows = await db().prisma.$queryRaw<{ standing: Standing; readable: boolean; counted: boolean }[]>`
    SELECT standing(p, w) AS standing, is_readable(p, w) AS readable, is_counted(p, w) AS counted
    FROM unnest(${[...PUBLICATIONS]}::text[]) AS p, unnest(ARRAY[NULL, now()]) AS w`;
  expect(new Set(rows.map(({ standing }) => standing))).toEqual(new Set(STANDINGS));
  for (const { standing, readable, counted } of rows)
    expect([readable, counted], standing).toEqual([isReadable(standing), isCounted(standing)]);
});

describe("a masked passage", () => {
  const write = async (body: string) => {
    const [author] = people as [AccountActor];
    const place = { slug: consultation.slug, ref: "action-1" };
    const { commentId } = await giveOpinion(author, { ...place, body });
    return { author, place: { ...place, commentId: commentId ?? 0 } };
  };

  test("is one mark, whatever its length, and cuts no character in two", async () => {
    const characters = fc.array(fc.constantFrom("a", "é", "😀", " ", "|"), { minLength: 1, maxLength: 12 });
    const masks = fc.array(
      fc.tuple(fc.nat(14), fc.integer({ min: 1, max: 4 })).map(([from, size]) => ({ from, to: from + size })),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(characters, masks, async (text, passages) => {
        const hidden = text.map((_, at) => passages.some(({ from, to }) => from <= at && at < to));
        const expected = text
          .map((character, at) => (hidden[at] ? (hidden[at - 1] ? "" : MARK) : character))
          .join("");
        const [row] = await db().prisma.$queryRaw<{ text: string }[]>`
          SELECT readable_text(${text.join("")}, (
            SELECT coalesce(range_agg(int4range(f, t)), '{}')
            FROM unnest(${passages.map(({ from }) => from)}::int[], ${passages.map(({ to }) => to)}::int[]) AS m (f, t)
          )) AS text`;
        expect(row?.text).toBe(expected);
      }),
    );
  });

  test("seals what was written: its author can neither change it nor take it back", async () => {
    const { author, place } = await write("Voici mon adresse");
    await judge(place.commentId, { publication: "published", masks: [{ from: 6, to: 9 }] });
    const refused = { code: "forbidden", reason: "participation:errors.hidden" };
    await expect(editComment(author, { ...place, body: "Autre" })).rejects.toMatchObject(refused);
    await expect(withdrawComment(author, place)).rejects.toMatchObject(refused);
    const { comment } = await readCommentPage(author, item("action-1"), place.commentId, 1);
    expect(comment).toMatchObject({ body: `Voici ${MARK} adresse`, masked: true, mine: true });
  });

  test("what waits for moderation is read by its author alone, on its own page", async () => {
    const { author, place } = await write("J’attends");
    await judge(place.commentId, { publication: "pending" });
    expect(await readCommentPage(author, item("action-1"), place.commentId, 1)).toMatchObject({
      comment: { standing: "pending" },
    });
    const [other] = people.slice(1) as [AccountActor];
    await expect(readCommentPage(other, item("action-1"), place.commentId, 1)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
