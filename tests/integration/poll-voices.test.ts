import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ANONYMOUS } from "~/modules/identity";
import { anonymiseRespondents, readOwn, readPoll } from "~/modules/polls/index.server";
import { giveOpinion, givePollVoices, leave, movePollVoices } from "~/modules/participation/index.server";
import { setClock } from "~/platform/clock";
import { db, unitOfWork } from "~/platform/db/index.server";
import { freshDatabase } from "../setup/database";
import { DAY, expectExactCounts, seedAccount, voices } from "../setup/participation";
import { answerAs, CODE, holdRoom, postAs } from "../setup/polls";

let room: Awaited<ReturnType<typeof holdRoom>>;

beforeAll(async () => void (await freshDatabase()));
beforeEach(async () => void (room = await holdRoom()));
afterEach(() => void setClock(() => Date.now()));

describe("stars and positions of the room", () => {
  test("count in their item's results, as one voice by device, under the channel of the event", async () => {
    await room.open("priorite");
    await answerAs("d1", "priorite", { stars: "4" });
    await answerAs("d1", "priorite", { stars: "5" });
    await room.open("accord");
    await answerAs("d1", "accord", { position: "for" });
    expect(await voices()).toMatchObject([
      { stars: 5, starsChannel: "event", position: null, region: "76", stakeholder: "unknown" },
      { position: "for", positionChannel: "event", stars: null },
    ]);
    expect(await db().prisma.participant.count()).toBe(1);
    await expectExactCounts();
  });

  test("of somebody signed in are their own: online and in the room are one rating, the latest", async () => {
    const claire = await seedAccount();
    await giveOpinion(claire, { slug: room.consultation.slug, ref: "action-1", stars: 2, position: "for" });
    await room.open("priorite");
    await answerAs("d1", "priorite", { stars: "5" }, { actor: claire });
    expect(await voices()).toMatchObject([
      { stars: 5, starsChannel: "event", position: "for", positionChannel: "online", region: "84" },
    ]);
    await giveOpinion(claire, { slug: room.consultation.slug, ref: "action-1", stars: 3 });
    expect(await voices()).toMatchObject([{ stars: 3, starsChannel: "online" }]);
    await expectExactCounts();
  });

  test("of somebody who signs in after answering do not count twice", async () => {
    const claire = await seedAccount();
    await room.open("priorite");
    await answerAs("d1", "priorite", { stars: "1" });
    await answerAs("d1", "priorite", { stars: "5" }, { actor: claire });
    await answerAs("d2", "priorite", { stars: "4" }, { actor: claire });
    expect((await room.resultsOf("priorite")).total).toMatchObject({ n: 1, mean: 4 });
    expect((await voices()).filter(({ stars }) => stars !== null)).toMatchObject([
      { stars: 4, region: "84" },
    ]);
    await expectExactCounts();
  });

  test("of a deleted account are refused, and of the others in its batch are kept", async () => {
    const gone = await seedAccount();
    await room.open("priorite");
    await leave(gone);
    const posts = await Promise.allSettled([
      answerAs("d0", "priorite", { stars: "1" }, { actor: gone }),
      answerAs("d0", "priorite", { stars: "1" }, { actor: gone }),
      ...Array.from({ length: 12 }, (_, index) => answerAs(`d${1 + index}`, "priorite", { stars: "5" })),
    ]);
    expect(posts.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "unauthenticated" } },
      { reason: { code: "unauthenticated" } },
    ]);
    expect((await room.resultsOf("priorite")).total).toMatchObject({ n: 12, mean: 5 });
    expect(await voices()).toHaveLength(12);
    await expectExactCounts();
  });

  test("given while the consultation closes are none, however long their answers take; the answers stand", async () => {
    const closesAt = new Date(Date.now() + 60_000);
    await db().prisma.consultation.updateMany({ data: { closesAt } });
    await room.open("priorite");
    // In time at each of the first looks at the clock, then too late: somewhere on the way to the commit it closes.
    for (let looks = 1; looks <= 6; looks++) {
      let seen = 0;
      const restore = setClock(() => closesAt.getTime() + (seen++ < looks ? -1 : 0));
      await answerAs(`d${looks}`, "priorite", { stars: "4" }).finally(restore);
    }
    const given = await db().prisma.voice.findMany();
    expect(given.filter(({ starsAt }) => starsAt !== null && starsAt >= closesAt)).toEqual([]);
    expect((await room.resultsOf("priorite")).total).toMatchObject({ n: 6 });
    await expectExactCounts();
  });

  test("are of a region as every voice is, however the poll writes it", async () => {
    const { id, itemId } = room.consultation;
    const said = { region: "1", stakeholder: " hospital" };
    await unitOfWork(async (tx) => {
      const voice = { voter: { key: "d1" }, itemId: itemId("action-1"), stars: 4, ...said };
      await givePollVoices(tx, id, [voice]);
    });
    expect(await voices()).toMatchObject([{ region: "01", stakeholder: "hospital" }]);
    await unitOfWork((tx) => movePollVoices(tx, id, [{ key: "d1", region: "6", stakeholder: "" }]));
    expect(await voices()).toMatchObject([{ region: "06", stakeholder: "unknown" }]);
    await expectExactCounts();
  });

  test("stand by themselves alone while the consultation takes no voices", async () => {
    await db().prisma.consultation.update({
      where: { id: room.consultation.id },
      data: { closesAt: new Date(Date.now() - 1000) },
    });
    await room.open("priorite");
    await answerAs("d1", "priorite", { stars: "4" });
    expect(await voices()).toEqual([]);
    expect((await room.resultsOf("priorite")).total).toMatchObject({ n: 1, mean: 4 });
  });

  test("follow what a device says of itself", async () => {
    await room.open("priorite");
    await answerAs("d1", "priorite", { stars: "4" });
    await postAs("d1", { stakeholder: "hospital", region: "84" });
    expect(await voices()).toMatchObject([{ stakeholder: "hospital", region: "84" }]);
    expect(await readOwn({ actor: ANONYMOUS, device: "d1" }, CODE)).toMatchObject({
      stakeholder: "hospital",
      region: "84",
      choices: { "priorite.0": ["4"] },
    });
    await expectExactCounts();
  });
});

describe("a question that is reset", () => {
  test("starts from nothing, keeps the earlier answers apart, and takes its voices back", async () => {
    await room.open("priorite");
    await answerAs("d1", "priorite", { stars: "4" });
    const claire = await seedAccount();
    await answerAs("d2", "priorite", { stars: "5" }, { actor: claire });
    await giveOpinion(claire, { slug: room.consultation.slug, ref: "action-1", stars: 3 });
    await room.act({ act: "reveal", question: "priorite" });
    await room.act({ act: "reset", question: "priorite" });
    const snapshot = await readPoll(CODE);
    expect(snapshot).toMatchObject({
      phase: "ready",
      current: { question: { round: 1, revealed: false }, total: { n: 0 } },
    });
    expect(await db().prisma.pollAnswer.count()).toBe(2);
    // What somebody has said online since is theirs.
    expect((await voices()).map(({ stars }) => stars)).toEqual([null, 3]);
    await room.open("priorite");
    await answerAs("d1", "priorite", { stars: "2" });
    expect((await room.resultsOf("priorite")).total).toMatchObject({ n: 1, mean: 2 });
    await expectExactCounts();
  });
});

describe("people who are forgotten", () => {
  test("by deleting their account, or by the period of retention, leave their answers and nothing to know them by", async () => {
    const claire = await seedAccount();
    await room.open("evoque");
    await answerAs("d1", "evoque", { choice: ["ambition"] }, { actor: claire });
    await answerAs("d2", "evoque", { choice: ["labyrinthe"] });
    await leave(claire);
    const keys = async () =>
      (await db().prisma.pollRespondent.findMany({ orderBy: { id: "asc" } })).map(({ key }) => key[0]);
    expect(await keys()).toEqual(["x", "d"]);
    expect(await anonymiseRespondents(12)).toBe(0);
    setClock(() => Date.now() + 400 * DAY);
    expect(await anonymiseRespondents(12)).toBe(1);
    expect(await keys()).toEqual(["x", "x"]);
    expect(await room.counts("evoque")).toEqual({ ambition: 1, labyrinthe: 1 });
  });
});
