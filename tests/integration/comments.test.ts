import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AccountActor } from "~/modules/identity";
import { ANONYMOUS } from "~/modules/identity";
import {
  editComment,
  giveOpinion,
  listComments,
  myContributions,
  readCommentPage,
  supportComment,
  withdrawComment,
} from "~/modules/participation/index.server";
import { db } from "~/platform/db/index.server";
import { as } from "../setup/actors";
import { freshDatabase } from "../setup/database";
import {
  emptyDatabase,
  recountedTallies,
  seedAccount,
  seedConsultation,
  tallies,
} from "../setup/participation";

let consultation: Awaited<ReturnType<typeof seedConsultation>>;
let claire: AccountActor;
let ahmed: AccountActor;
const on = (ref = "action-1") => ({ slug: consultation.slug, ref });
const item = (ref = "action-1") => ({ id: consultation.itemId(ref), consultationId: consultation.id });

async function say(
  actor: AccountActor,
  body: string,
  more: { parentId?: number; submission?: string; ref?: string } = {},
): Promise<number> {
  const { ref, ...rest } = more;
  const { commentId } = await giveOpinion(actor, { ...on(ref), body, ...rest });
  return commentId as number;
}
const read = (
  actor: Parameters<typeof listComments>[0] = ANONYMOUS,
  sort: "recents" | "soutenus" = "recents",
  page = 1,
) => listComments(actor, item(), { sort, page });

beforeAll(async () => void (await freshDatabase()));
beforeEach(async () => {
  await emptyDatabase();
  consultation = await seedConsultation();
  claire = await seedAccount({
    displayName: "Claire M.",
    region: "76",
    stakeholder: "independent-professional",
  });
  ahmed = await seedAccount();
});

describe("a comment", () => {
  test("is shown with who speaks: a name or a code, stakeholder and region", async () => {
    await say(claire, "Oui, à condition que le logiciel suive.");
    await say(ahmed, "Non.");
    const { threads } = await read();
    expect(threads).toMatchObject([
      { body: "Non.", displayName: null, region: "84", stakeholder: "citizen", mine: false },
      {
        body: "Oui, à condition que le logiciel suive.",
        displayName: "Claire M.",
        region: "76",
        stakeholder: "independent-professional",
      },
    ]);
    expect(threads.map(({ alias }) => alias)).toEqual([expect.stringMatching(/^[\dA-F]{8}$/), null]);
    await say(ahmed, "Toujours non.");
    expect((await read()).threads[0]?.alias).toBe(threads[0]?.alias);
  });

  test("sent twice by the same form is one comment, whichever answer is lost", async () => {
    const submission = randomUUID();
    const ids = await Promise.all(Array.from({ length: 10 }, () => say(claire, "Une fois", { submission })));
    expect(new Set(ids).size).toBe(1);
    expect(await db().prisma.comment.count()).toBe(1);
    // Somebody else's form that carries the same number is somebody else's comment.
    expect(await say(ahmed, "Une autre", { submission })).not.toBe(ids[0]);
    // A form that the browser brought back, with other words in it, says something new.
    expect(await say(claire, "Encore une", { submission })).not.toBe(ids[0]);
    expect(await db().prisma.comment.count()).toBe(3);
    expect(await tallies()).toEqual(await recountedTallies());
  });

  test("may be one of many by the same person", async () => {
    for (const body of ["Un", "Deux", "Trois"]) await say(claire, body);
    expect((await read()).threads.map(({ body }) => body)).toEqual(["Trois", "Deux", "Un"]);
    const [mine] = await myContributions(claire);
    expect(mine).toMatchObject({
      slug: "essai",
      ref: "action-1",
      comments: [{ body: "Trois" }, { body: "Deux" }, { body: "Un" }],
    });
    expect(mine?.comments[0]?.createdAt).toBeInstanceOf(Date);
  });

  test("takes replies one level deep, of its own item", async () => {
    const head = await say(claire, "Tête");
    const reply = await say(ahmed, "Réponse", { parentId: head });
    await expect(say(claire, "Trop profond", { parentId: reply })).rejects.toMatchObject({
      reason: "participation:errors.no-parent",
    });
    await expect(say(claire, "Ailleurs", { parentId: head, ref: "action-2" })).rejects.toMatchObject({
      code: "not-found",
    });
    expect((await read()).threads).toMatchObject([
      { body: "Tête", replies: [{ body: "Réponse", parentId: head }], moreReplies: false },
    ]);
  });

  test("is edited by its author, and its earlier texts stay in its history", async () => {
    const id = await say(claire, "Premier");
    await editComment(claire, { ...on(), commentId: id, body: "Deuxième\r\n" });
    await editComment(claire, { ...on(), commentId: id, body: "Deuxième" });
    await editComment(claire, { ...on(), commentId: id, body: "Troisième" });
    const page = await readCommentPage(claire, item(), id, 1);
    expect(page.comment).toMatchObject({ body: "Troisième", editedAt: expect.any(Date) as Date });
    expect(page.versions.map(({ body }) => body)).toEqual(["Deuxième", "Premier"]);
    expect((await readCommentPage(as(ahmed, "moderator"), item(), id, 1)).versions).toEqual(page.versions);
    for (const actor of [ahmed, ANONYMOUS]) {
      expect(await readCommentPage(actor, item(), id, 1)).toMatchObject({
        comment: { editedAt: expect.any(Date) as Date },
        versions: [],
      });
    }
  });

  test("is nobody else's to edit or withdraw", async () => {
    const id = await say(claire, "À moi");
    await expect(editComment(ahmed, { ...on(), commentId: id, body: "À moi" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(withdrawComment(ahmed, { ...on(), commentId: id })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(withdrawComment(ANONYMOUS, { ...on(), commentId: id })).rejects.toMatchObject({
      code: "unauthenticated",
    });
    await expect(withdrawComment(claire, { ...on("action-2"), commentId: id })).rejects.toMatchObject({
      code: "not-found",
    });
    for (const body of ["", "   ", "x".repeat(5001), "nul\0", "\ud800"]) {
      await expect(editComment(claire, { ...on(), commentId: id, body })).rejects.toMatchObject({
        code: "invalid",
      });
    }
    expect((await read()).threads[0]?.body).toBe("À moi");
  });

  test("withdrawn is neither read nor counted; it leaves its place to the replies it has", async () => {
    const alone = await say(claire, "Seul");
    const head = await say(claire, "Tête");
    const reply = await say(ahmed, "Réponse", { parentId: head });
    for (const commentId of [alone, head, head]) await withdrawComment(claire, { ...on(), commentId });
    expect((await read()).threads).toMatchObject([
      { id: head, standing: "withdrawn", body: "", replies: [{ body: "Réponse" }] },
    ]);
    await expect(editComment(claire, { ...on(), commentId: head, body: "Revenir" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(readCommentPage(ANONYMOUS, item(), alone, 1)).rejects.toMatchObject({ code: "not-found" });
    await expect(say(ahmed, "Encore", { parentId: head })).rejects.toMatchObject({ code: "not-found" });
    await withdrawComment(ahmed, { ...on(), commentId: reply });
    expect((await read()).threads).toEqual([]);
    expect(await tallies()).toEqual({});
  });

  test("hidden by moderation is not read, still counts, and is not its author's to change", async () => {
    const id = await say(claire, "Masqué");
    await db().prisma.comment.update({ where: { id }, data: { publication: "refused" } });
    expect((await read(claire)).threads).toMatchObject([{ id, standing: "refused", body: "" }]);
    await expect(editComment(claire, { ...on(), commentId: id, body: "Autre" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(supportComment(ahmed, { ...on(), commentId: id, support: true })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await tallies()).toEqual(await recountedTallies());
    expect(Object.values(await tallies())[0]).toMatchObject({ comments: 1 });
  });
});

describe("support", () => {
  test("is one per person, however often and however fast it is given", async () => {
    const id = await say(claire, "Soutenez-moi");
    const others = await Promise.all(Array.from({ length: 10 }, () => seedAccount()));
    await Promise.all(
      others.flatMap((other) =>
        Array.from({ length: 5 }, () => supportComment(other, { ...on(), commentId: id, support: true })),
      ),
    );
    expect((await read(others[0])).threads).toMatchObject([{ supports: 10, supported: true, mine: false }]);
    expect((await read(ahmed)).threads).toMatchObject([{ supports: 10, supported: false }]);
    await Promise.all(
      Array.from({ length: 5 }, () =>
        supportComment(others[0] as AccountActor, { ...on(), commentId: id, support: false }),
      ),
    );
    expect((await read(others[0])).threads).toMatchObject([{ supports: 9, supported: false }]);
    // Who only supports has no voice that counts.
    expect(await db().prisma.turnout.findMany()).toMatchObject([{ participants: 1 }]);
  });

  test("is for others' comments", async () => {
    const id = await say(claire, "À moi");
    await expect(supportComment(claire, { ...on(), commentId: id, support: true })).rejects.toMatchObject({
      reason: "participation:errors.own-comment",
    });
    expect((await read(claire)).threads).toMatchObject([{ supports: 0, mine: true }]);
  });
});

describe("a page of comments", () => {
  test("holds twenty threads, newest or most supported first, and says whether there are more", async () => {
    const me = await db().prisma.participant.create({
      data: { consultationId: consultation.id, externalKey: "x" },
    });
    await db().prisma.comment.createMany({
      data: Array.from({ length: 45 }, (_, n) => ({
        consultationId: consultation.id,
        itemId: consultation.itemId("action-1"),
        participantId: me.id,
        body: `n${n}`,
        createdAt: new Date(),
        supports: n % 7,
      })),
    });
    const pages = await Promise.all([1, 2, 3, 4].map((page) => read(ANONYMOUS, "recents", page)));
    expect(pages.map(({ threads, hasNext }) => [threads.length, hasNext])).toEqual([
      [20, true],
      [20, true],
      [5, false],
      [0, false],
    ]);
    expect(pages.flatMap(({ threads }) => threads.map(({ body }) => body))).toEqual(
      Array.from({ length: 45 }, (_, n) => `n${44 - n}`),
    );
    const supported = (await read(ANONYMOUS, "soutenus")).threads;
    expect(supported.map(({ supports }) => supports)).toEqual(
      [...supported.map(({ supports }) => supports)].sort((a, b) => b - a),
    );
    expect(supported[0]?.body).toBe("n41");
  });

  test("shows the first replies of each thread, and its own page shows them all", async () => {
    const head = await say(claire, "Tête");
    for (let n = 0; n < 8; n++) await say(ahmed, `r${n}`, { parentId: head });
    const [thread] = (await read()).threads;
    expect(thread).toMatchObject({
      moreReplies: true,
      replies: Array.from({ length: 5 }, (_, n) => ({ body: `r${n}` })),
    });
    expect((await readCommentPage(ANONYMOUS, item(), head, 1)).replies).toHaveLength(8);
  });
});
