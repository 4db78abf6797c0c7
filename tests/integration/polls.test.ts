import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ANONYMOUS } from "~/modules/identity";
import { control, publicResults, readPoll, watchPoll } from "~/modules/polls/index.server";
import { now, setClock } from "~/platform/clock";
import { freshDatabase } from "../setup/database";
import { DAY, expectExactCounts, seedAccount, voices } from "../setup/participation";
import { answerAs, CODE, holdRoom, postAs, seedOrganiser, supportAs } from "../setup/polls";

let room: Awaited<ReturnType<typeof holdRoom>>;

beforeAll(async () => void (await freshDatabase()));
beforeEach(async () => void (room = await holdRoom()));
afterEach(() => void setClock(() => Date.now()));

describe("an answer in the room", () => {
  test("is taken while its question is open, and at no other moment", async () => {
    const answer = () => answerAs("d1", "evoque", { choice: ["ambition"] });
    await expect(answer()).rejects.toMatchObject({ code: "closed" });
    await room.act({ act: "show", question: "evoque" });
    await expect(answer()).rejects.toMatchObject({ code: "closed", reason: "polls:refusal.not-open" });
    await room.open("evoque");
    await answer();
    await room.act({ act: "close", question: "evoque" });
    await expect(answerAs("d2", "evoque", { choice: ["ambition"] })).rejects.toMatchObject({
      code: "closed",
    });
    await room.open("concerne");
    await expect(answer()).rejects.toMatchObject({ code: "closed" });
    expect(await room.counts("evoque")).toEqual({ ambition: 1, labyrinthe: 0 });
  });

  test("is one per device: the same again is the same, another replaces it", async () => {
    await room.open("evoque");
    await Promise.all(Array.from({ length: 30 }, () => answerAs("d1", "evoque", { choice: ["ambition"] })));
    expect(await room.counts("evoque")).toEqual({ ambition: 1, labyrinthe: 0 });
    await answerAs("d1", "evoque", { choice: ["labyrinthe"] });
    await answerAs("d2", "evoque", { choice: ["labyrinthe"] });
    expect(await room.counts("evoque")).toEqual({ ambition: 0, labyrinthe: 2 });
    expect((await room.resultsOf("evoque")).total.n).toBe(2);
  });

  test("counts options, never combinations", async () => {
    await room.open("concerne");
    await answerAs("d1", "concerne", { choice: ["pros", "public"] });
    await answerAs("d2", "concerne", { choice: ["pros"] });
    const { total } = await room.resultsOf("concerne");
    expect(total).toMatchObject({
      n: 2,
      rows: [
        { ref: "pros", n: 2, share: 1 },
        { ref: "public", n: 1, share: 0.5 },
        { ref: "prive", n: 0, share: 0 },
      ],
    });
  });

  test.each([
    ["evoque", { choice: ["rien"] }, "polls:refusal.unknown-choice"],
    ["evoque", { choice: ["ambition", "labyrinthe"] }, "polls:refusal.one-choice"],
    ["evoque", {}, "polls:refusal.no-choice"],
    ["concerne", { choice: ["pros", "public", "prive"] }, "polls:refusal.too-many-choices"],
    ["priorite", { stars: "6" }, "polls:refusal.unknown-choice"],
    ["accord", { position: "peut-être" }, "polls:refusal.unknown-choice"],
    ["ordre", { ranking: ["a", "z"] }, "polls:refusal.unknown-choice"],
    ["note", { choice: ["11"] }, "polls:refusal.unknown-choice"],
    ["mots", { text: ["x".repeat(10_000)] }, "polls:refusal.long-word"],
    ["libre", { text: [" \u200b "] }, "polls:refusal.no-text"],
    ["libre", { text: ["a\0b"] }, "polls:refusal.characters"],
  ])(
    "to %s that does not fit is refused with a reason, and changes nothing: %j",
    async (question, fields, reason) => {
      await room.open(question);
      const before = await readPoll(CODE);
      await expect(answerAs("d1", question, fields)).rejects.toMatchObject({ code: "invalid", reason });
      expect((await room.resultsOf(question)).total.n).toBe(0);
      expect(before.current?.total.n).toBe(0);
    },
  );

  test("that is refused spoils nothing for those that arrived with it", async () => {
    await room.open("evoque");
    const outcomes = await Promise.allSettled([
      answerAs("d1", "evoque", { choice: ["ambition"] }),
      answerAs("d2", "evoque", { choice: ["rien"] }),
      answerAs("d3", "autre", { choice: ["ambition"] }),
      answerAs("d4", "evoque", { choice: ["labyrinthe"] }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
    expect(await room.counts("evoque")).toEqual({ ambition: 1, labyrinthe: 1 });
  });

  test("may come until the time limit, and not at that instant", async () => {
    const start = now().getTime();
    setClock(() => start);
    await room.act({ act: "open", question: "evoque", seconds: 30 });
    setClock(() => start + 29_999);
    await answerAs("d1", "evoque", { choice: ["ambition"] });
    setClock(() => start + 30_000);
    await expect(answerAs("d2", "evoque", { choice: ["ambition"] })).rejects.toMatchObject({
      code: "closed",
    });
    expect(await room.counts("evoque")).toEqual({ ambition: 1, labyrinthe: 0 });
  });

  test("ranks, measures and gathers words", async () => {
    await room.open("ordre");
    await answerAs("d1", "ordre", { ranking: ["b", "a", "c"] });
    await answerAs("d2", "ordre", { ranking: ["b"] });
    expect((await room.resultsOf("ordre")).total.rows).toMatchObject([
      { ref: "a", points: 2, place: 2 },
      { ref: "b", points: 6, place: 1, share: 1 },
      { ref: "c", points: 1, place: 3 },
    ]);
    await room.open("note");
    await answerAs("d1", "note", { choice: ["0"] });
    await answerAs("d2", "note", { choice: ["9"] });
    expect((await room.resultsOf("note")).total).toMatchObject({ n: 2, mean: 4.5 });
    await room.open("mots");
    await answerAs("d1", "mots", { text: ["Confiance, lien"] });
    await answerAs("d2", "mots", { text: ["confiance "] });
    await room.act({ act: "word", question: "mots", word: "lien", hidden: true });
    expect((await room.resultsOf("mots")).total).toMatchObject({
      n: 2,
      words: [
        { word: "confiance", n: 2, hidden: false },
        { word: "lien", n: 1, hidden: true },
      ],
    });
  });
});

describe("texts", () => {
  test("are given once each, supported once each, and read once an organiser lets them", async () => {
    await room.open("salle");
    await answerAs("d1", "salle", { text: ["Et les zones blanches ?"] });
    await answerAs("d1", "salle", { text: ["Et les zones blanches ?"] });
    await answerAs("d2", "salle", { text: ["Quel budget ?"] });
    const [first, second] = (await room.resultsOf("salle")).texts;
    expect((await room.resultsOf("salle")).texts.map(({ standing }) => standing)).toEqual([
      "pending",
      "pending",
    ]);
    await expect(supportAs("d3", first?.id ?? 0)).rejects.toMatchObject({
      code: "not-found",
    });
    await room.act({ act: "text", text: first?.id ?? 0, verdict: "published" });
    await room.act({ act: "text", text: second?.id ?? 0, verdict: "refused" });
    await Promise.all([1, 2, 3].map(() => supportAs("d3", first?.id ?? 0)));
    await room.act({ act: "reveal", question: "salle" });
    expect(await publicResults(room.stageId)).toMatchObject([{ texts: [{ id: first?.id, supports: 1 }] }]);
    await supportAs("d3", first?.id ?? 0, false);
    expect((await publicResults(room.stageId))[0]?.texts[0]?.supports).toBe(0);
  });

  test("have a number that one respondent may give", async () => {
    await room.open("libre");
    for (let index = 0; index < 5; index++) await answerAs("d1", "libre", { text: [`remarque ${index}`] });
    await expect(answerAs("d1", "libre", { text: ["de trop"] })).rejects.toMatchObject({
      code: "conflict",
      reason: "polls:refusal.enough-texts",
    });
    await answerAs("d1", "libre", { text: ["remarque 3"] });
    expect((await room.resultsOf("libre")).texts).toHaveLength(5);
  });
});

describe("after the room", () => {
  test("every question is taken online until the date, and the channels stay apart", async () => {
    await room.open("evoque");
    await answerAs("d1", "evoque", { choice: ["ambition"] });
    const until = new Date(Date.now() + DAY);
    await room.act({ act: "online", until });
    await answerAs("d2", "evoque", { choice: ["labyrinthe"] });
    await answerAs("d2", "priorite", { stars: "3" });
    const { total, bySetting } = await room.resultsOf("evoque");
    expect([total.n, bySetting.room.n, bySetting.online.n]).toEqual([2, 1, 1]);
    expect(await voices()).toMatchObject([{ stars: 3, starsChannel: "event" }]);
    setClock(() => until.getTime());
    await expect(answerAs("d3", "evoque", { choice: ["ambition"] })).rejects.toMatchObject({
      code: "closed",
    });
    setClock(() => until.getTime() - 1);
    await answerAs("d3", "evoque", { choice: ["ambition"] });
  });
});

describe("organisers", () => {
  test("alone hold the room; what two of them do at once is done once", async () => {
    await expect(
      control(await seedAccount(), CODE, { act: "open", question: "evoque" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(control(ANONYMOUS, CODE, { act: "blank" })).rejects.toMatchObject({ code: "forbidden" });
    const other = await seedOrganiser();
    await Promise.all([room.open("evoque"), control(other, CODE, { act: "open", question: "evoque" })]);
    expect(await readPoll(CODE)).toMatchObject({ version: 1, phase: "open" });
  });

  test("show results when they want, and only then", async () => {
    await room.open("evoque");
    await answerAs("d1", "evoque", { choice: ["ambition"] });
    expect(await publicResults(room.stageId)).toEqual([]);
    await room.act({ act: "reveal", question: "evoque" });
    expect(await publicResults(room.stageId)).toMatchObject([
      { question: { ref: "evoque" }, total: { n: 1 } },
    ]);
    await room.act({ act: "hide", question: "evoque" });
    expect(await publicResults(room.stageId)).toEqual([]);
  });
});

describe("what one phone posts", () => {
  test("cannot spoil the answers of the room", async () => {
    await room.open("evoque");
    const outcomes = await Promise.allSettled([
      answerAs("d1", "\0", { choice: ["ambition"] }),
      answerAs("d2", "evoque", { choice: ["ambition"] }),
      answerAs("d3", "evoque", { choice: ["\ud800"] }),
    ]);
    expect(outcomes[1]).toMatchObject({ status: "fulfilled" });
    expect(await room.counts("evoque")).toEqual({ ambition: 1, labyrinthe: 0 });
  });

  test("for an earlier round of a question counts in no other", async () => {
    await room.open("evoque");
    await room.act({ act: "reset", question: "evoque", round: 0 });
    await room.act({ act: "reset", question: "evoque", round: 0 });
    expect((await readPoll(CODE)).current?.question.round).toBe(1);
    await room.open("evoque");
    const late = { choice: ["ambition"], round: 0 };
    await expect(answerAs("d1", "evoque", late)).rejects.toMatchObject({
      code: "closed",
      reason: "polls:refusal.reset",
    });
    await answerAs("d1", "evoque", { ...late, round: 1 });
    expect(await room.counts("evoque")).toEqual({ ambition: 1, labyrinthe: 0 });
  });

  test("of itself holds for a whole hall at once", async () => {
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        postAs(`d${index}`, index % 2 ? { stakeholder: "hospital" } : { region: "84" }),
      ),
    );
    await room.open("priorite");
    await Promise.all(
      Array.from({ length: 60 }, (_, index) => answerAs(`d${index}`, "priorite", { stars: "4" })),
    );
    const given = await voices();
    expect(
      given.filter(({ stakeholder, region }) => stakeholder === "hospital" && region === "76"),
    ).toHaveLength(30);
    expect(
      given.filter(({ stakeholder, region }) => stakeholder === "unknown" && region === "84"),
    ).toHaveLength(30);
    await expectExactCounts();
  });

  test("in support of one text by a whole hall at once is counted once each", async () => {
    await room.open("libre");
    await answerAs("d0", "libre", { text: ["à soutenir"] });
    const text = (await room.resultsOf("libre")).texts[0]?.id ?? 0;
    await Promise.all(Array.from({ length: 80 }, (_, index) => supportAs(`d${index % 40}`, text)));
    expect((await room.resultsOf("libre")).texts[0]?.supports).toBe(40);
  });
});

test.each(["\u0000", "x".repeat(5_000), "K7M4Q"])(
  "what is no code leads to no poll, and to no stream",
  async (code) => {
    await expect(readPoll(code)).rejects.toMatchObject({ code: "not-found" });
    await expect(watchPoll(code, "phone", () => {})).rejects.toMatchObject({ code: "not-found" });
  },
);
