import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ANONYMOUS, type AccountActor } from "~/modules/identity";
import type { Act } from "~/modules/live";
import { control, forgetRespondents, pollResults, publicResults, readOwn, readPoll, setRespondent, supportText } from "~/modules/live/index.server";
import { giveOpinion, leave } from "~/modules/participation/index.server";
import { now, setClock } from "~/platform/clock";
import { db } from "~/platform/db/index.server";
import { freshDatabase } from "../setup/database";
import { DAY, emptyDatabase, recountedTallies, seedAccount, seedConsultation, tallies, turnouts } from "../setup/participation";
import { answerAs, CODE, seedOrganiser, seedPoll } from "../setup/polls";

const QUESTIONS = [
  { ref: "evoque", kind: "single", title: "Évoque…", options: [{ ref: "ambition", label: "une ambition" }, { ref: "labyrinthe", label: "un labyrinthe" }] },
  { ref: "concerne", kind: "multiple", title: "Qui ?", most: 2, options: [{ ref: "pros", label: "pros" }, { ref: "public", label: "public" }, { ref: "prive", label: "privé" }] },
  { ref: "priorite", kind: "stars", item: "action-1", title: "Priorité ?" },
  { ref: "accord", kind: "position", item: "action-2", title: "D'accord ?" },
  { ref: "ordre", kind: "ranking", title: "Ordre ?", options: [{ ref: "a", label: "A" }, { ref: "b", label: "B" }, { ref: "c", label: "C" }] },
  { ref: "note", kind: "scale", title: "Note ?", scale: { from: 0, to: 10 } },
  { ref: "mots", kind: "words", title: "En un mot ?" },
  { ref: "libre", kind: "open", title: "Une remarque ?" },
  { ref: "salle", kind: "questions", title: "Vos questions", moderated: true },
];

let organiser: AccountActor;
let consultation: Awaited<ReturnType<typeof seedConsultation>>;
let eventId: number;

const act = (given: Act) => control(organiser, CODE, given);
const open = (question: string) => act({ act: "open", question });
const resultsOf = async (ref: string) => {
  const found = (await pollResults(eventId)).find(({ question }) => question.ref === ref);
  if (!found) throw new Error(`No question ${ref}`);
  return found;
};
const counts = async (ref: string) => Object.fromEntries((await resultsOf(ref)).total.rows.map((row) => [row.ref, row.n]));
const voices = () => db().prisma.voice.findMany({ orderBy: [{ participantId: "asc" }, { itemId: "asc" }] });

async function expectExactCounts() {
  expect(await tallies()).toEqual(await recountedTallies());
  const { kept, recounted } = await turnouts();
  expect(kept).toEqual(recounted);
}

beforeAll(async () => void (await freshDatabase()));
beforeEach(async () => {
  await emptyDatabase();
  consultation = await seedConsultation();
  organiser = await seedOrganiser();
  ({ eventId } = await seedPoll(consultation, QUESTIONS));
});
afterEach(() => void setClock(() => Date.now()));

describe("an answer in the room", () => {
  test("is taken while its question is open, and at no other moment", async () => {
    const answer = () => answerAs("d1", "evoque", { choice: ["ambition"] });
    await expect(answer()).rejects.toMatchObject({ code: "closed" });
    await act({ act: "show", question: "evoque" });
    await expect(answer()).rejects.toMatchObject({ code: "closed", reason: "live:refusal.not-open" });
    await open("evoque");
    await answer();
    await act({ act: "close", question: "evoque" });
    await expect(answerAs("d2", "evoque", { choice: ["ambition"] })).rejects.toMatchObject({ code: "closed" });
    await open("concerne");
    await expect(answer()).rejects.toMatchObject({ code: "closed" });
    expect(await counts("evoque")).toEqual({ ambition: 1, labyrinthe: 0 });
  });

  test("is one per device: the same again is the same, another replaces it", async () => {
    await open("evoque");
    await Promise.all(Array.from({ length: 30 }, () => answerAs("d1", "evoque", { choice: ["ambition"] })));
    expect(await counts("evoque")).toEqual({ ambition: 1, labyrinthe: 0 });
    await answerAs("d1", "evoque", { choice: ["labyrinthe"] });
    await answerAs("d2", "evoque", { choice: ["labyrinthe"] });
    expect(await counts("evoque")).toEqual({ ambition: 0, labyrinthe: 2 });
    expect((await resultsOf("evoque")).total.n).toBe(2);
  });

  test("counts options, never combinations", async () => {
    await open("concerne");
    await answerAs("d1", "concerne", { choice: ["pros", "public"] });
    await answerAs("d2", "concerne", { choice: ["pros"] });
    const { total } = await resultsOf("concerne");
    expect(total).toMatchObject({ n: 2, rows: [{ ref: "pros", n: 2, share: 1 }, { ref: "public", n: 1, share: 0.5 }, { ref: "prive", n: 0, share: 0 }] });
  });

  test.each([
    ["evoque", { choice: ["rien"] }, "live:refusal.unknown-choice"],
    ["evoque", { choice: ["ambition", "labyrinthe"] }, "live:refusal.one-choice"],
    ["evoque", {}, "live:refusal.no-choice"],
    ["concerne", { choice: ["pros", "public", "prive"] }, "live:refusal.too-many-choices"],
    ["priorite", { stars: "6" }, "live:refusal.unknown-choice"],
    ["accord", { position: "peut-être" }, "live:refusal.unknown-choice"],
    ["ordre", { ranking: ["a", "z"] }, "live:refusal.unknown-choice"],
    ["note", { choice: ["11"] }, "live:refusal.unknown-choice"],
    ["mots", { text: ["x".repeat(10_000)] }, "live:refusal.long-word"],
    ["libre", { text: [" \u200b "] }, "live:refusal.no-text"],
    ["libre", { text: ["a\0b"] }, "live:refusal.characters"],
  ])("to %s that does not fit is refused with a reason, and changes nothing: %j", async (question, fields, reason) => {
    await open(question);
    const before = await readPoll(CODE);
    await expect(answerAs("d1", question, fields)).rejects.toMatchObject({ code: "invalid", reason });
    expect((await resultsOf(question)).total.n).toBe(0);
    expect(before.current?.total.n).toBe(0);
  });

  test("that is refused spoils nothing for those that arrived with it", async () => {
    await open("evoque");
    const outcomes = await Promise.allSettled([
      answerAs("d1", "evoque", { choice: ["ambition"] }),
      answerAs("d2", "evoque", { choice: ["rien"] }),
      answerAs("d3", "autre", { choice: ["ambition"] }),
      answerAs("d4", "evoque", { choice: ["labyrinthe"] }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
    expect(await counts("evoque")).toEqual({ ambition: 1, labyrinthe: 1 });
  });

  test("may come until the time limit, and not at that instant", async () => {
    const start = now().getTime();
    setClock(() => start);
    await act({ act: "open", question: "evoque", seconds: 30 });
    setClock(() => start + 29_999);
    await answerAs("d1", "evoque", { choice: ["ambition"] });
    setClock(() => start + 30_000);
    await expect(answerAs("d2", "evoque", { choice: ["ambition"] })).rejects.toMatchObject({ code: "closed" });
    expect(await counts("evoque")).toEqual({ ambition: 1, labyrinthe: 0 });
  });

  test("ranks, measures and gathers words", async () => {
    await open("ordre");
    await answerAs("d1", "ordre", { ranking: ["b", "a", "c"] });
    await answerAs("d2", "ordre", { ranking: ["b"] });
    expect((await resultsOf("ordre")).total.rows).toMatchObject([{ ref: "a", points: 2, place: 2 }, { ref: "b", points: 6, place: 1, share: 1 }, { ref: "c", points: 1, place: 3 }]);
    await open("note");
    await answerAs("d1", "note", { choice: ["0"] });
    await answerAs("d2", "note", { choice: ["9"] });
    expect((await resultsOf("note")).total).toMatchObject({ n: 2, mean: 4.5 });
    await open("mots");
    await answerAs("d1", "mots", { text: ["Confiance, lien"] });
    await answerAs("d2", "mots", { text: ["confiance "] });
    await act({ act: "word", question: "mots", word: "lien", hidden: true });
    expect((await resultsOf("mots")).total).toMatchObject({ n: 2, words: [{ word: "confiance", n: 2, hidden: false }, { word: "lien", n: 1, hidden: true }] });
  });
});

describe("stars and positions of the room", () => {
  test("count in their item's results, as one voice by device, under the channel of the event", async () => {
    await open("priorite");
    await answerAs("d1", "priorite", { stars: "4" });
    await answerAs("d1", "priorite", { stars: "5" });
    await open("accord");
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
    await giveOpinion(claire, { slug: consultation.slug, ref: "action-1", stars: 2, position: "for" });
    await open("priorite");
    await answerAs("d1", "priorite", { stars: "5" }, { actor: claire });
    expect(await voices()).toMatchObject([{ stars: 5, starsChannel: "event", position: "for", positionChannel: "online", region: "84" }]);
    await giveOpinion(claire, { slug: consultation.slug, ref: "action-1", stars: 3 });
    expect(await voices()).toMatchObject([{ stars: 3, starsChannel: "online" }]);
    await expectExactCounts();
  });

  test("of somebody who signs in after answering do not count twice", async () => {
    const claire = await seedAccount();
    await open("priorite");
    await answerAs("d1", "priorite", { stars: "1" });
    await answerAs("d1", "priorite", { stars: "5" }, { actor: claire });
    await answerAs("d2", "priorite", { stars: "4" }, { actor: claire });
    expect((await resultsOf("priorite")).total).toMatchObject({ n: 1, mean: 4 });
    expect((await voices()).filter(({ stars }) => stars !== null)).toMatchObject([{ stars: 4, region: "84" }]);
    await expectExactCounts();
  });

  test("stand by themselves alone while the consultation takes no voices", async () => {
    await db().prisma.consultation.update({ where: { id: consultation.id }, data: { closesAt: new Date(Date.now() - 1000) } });
    await open("priorite");
    await answerAs("d1", "priorite", { stars: "4" });
    expect(await voices()).toEqual([]);
    expect((await resultsOf("priorite")).total).toMatchObject({ n: 1, mean: 4 });
  });

  test("follow what a device says of itself", async () => {
    await open("priorite");
    await answerAs("d1", "priorite", { stars: "4" });
    await setRespondent({ actor: ANONYMOUS, device: "d1" }, CODE, { stakeholder: "hospital", region: "84" });
    expect(await voices()).toMatchObject([{ stakeholder: "hospital", region: "84" }]);
    expect(await readOwn({ actor: ANONYMOUS, device: "d1" }, CODE)).toMatchObject({ stakeholder: "hospital", region: "84", choices: { "priorite.0": ["4"] } });
    await expectExactCounts();
  });
});

describe("a question that is reset", () => {
  test("starts from nothing, keeps the earlier answers apart, and takes its voices back", async () => {
    await open("priorite");
    await answerAs("d1", "priorite", { stars: "4" });
    const claire = await seedAccount();
    await answerAs("d2", "priorite", { stars: "5" }, { actor: claire });
    await giveOpinion(claire, { slug: consultation.slug, ref: "action-1", stars: 3 });
    await act({ act: "reveal", question: "priorite" });
    await act({ act: "reset", question: "priorite" });
    const snapshot = await readPoll(CODE);
    expect(snapshot).toMatchObject({ phase: "ready", current: { question: { round: 1, revealed: false }, total: { n: 0 } } });
    expect(await db().prisma.liveAnswer.count()).toBe(2);
    // What somebody has said online since is theirs.
    expect((await voices()).map(({ stars }) => stars)).toEqual([null, 3]);
    await open("priorite");
    await answerAs("d1", "priorite", { stars: "2" });
    expect((await resultsOf("priorite")).total).toMatchObject({ n: 1, mean: 2 });
    await expectExactCounts();
  });
});

describe("texts", () => {
  test("are given once each, supported once each, and read once an organiser lets them", async () => {
    await open("salle");
    await answerAs("d1", "salle", { text: ["Et les zones blanches ?"] });
    await answerAs("d1", "salle", { text: ["Et les zones blanches ?"] });
    await answerAs("d2", "salle", { text: ["Quel budget ?"] });
    const [first, second] = (await resultsOf("salle")).texts;
    expect((await resultsOf("salle")).texts.map(({ status }) => status)).toEqual(["pending", "pending"]);
    const d3 = { actor: ANONYMOUS, device: "d3" };
    await expect(supportText(d3, CODE, { text: first?.id ?? 0, on: true })).rejects.toMatchObject({ code: "not-found" });
    await act({ act: "text", text: first?.id ?? 0, status: "visible" });
    await act({ act: "text", text: second?.id ?? 0, status: "hidden" });
    await Promise.all([1, 2, 3].map(() => supportText(d3, CODE, { text: first?.id ?? 0, on: true })));
    await act({ act: "reveal", question: "salle" });
    expect(await publicResults(eventId)).toMatchObject([{ texts: [{ id: first?.id, supports: 1 }] }]);
    await supportText(d3, CODE, { text: first?.id ?? 0, on: false });
    expect((await publicResults(eventId))[0]?.texts[0]?.supports).toBe(0);
  });

  test("have a number that one respondent may give", async () => {
    await open("libre");
    for (let index = 0; index < 5; index++) await answerAs("d1", "libre", { text: [`remarque ${index}`] });
    await expect(answerAs("d1", "libre", { text: ["de trop"] })).rejects.toMatchObject({ code: "conflict", reason: "live:refusal.enough-texts" });
    await answerAs("d1", "libre", { text: ["remarque 3"] });
    expect((await resultsOf("libre")).texts).toHaveLength(5);
  });
});

describe("after the room", () => {
  test("every question is taken online until the date, and the channels stay apart", async () => {
    await open("evoque");
    await answerAs("d1", "evoque", { choice: ["ambition"] });
    const until = new Date(Date.now() + DAY);
    await act({ act: "online", until });
    await answerAs("d2", "evoque", { choice: ["labyrinthe"] });
    await answerAs("d2", "priorite", { stars: "3" });
    const { total, byChannel } = await resultsOf("evoque");
    expect([total.n, byChannel.event.n, byChannel.online.n]).toEqual([2, 1, 1]);
    expect(await voices()).toMatchObject([{ stars: 3, starsChannel: "event" }]);
    setClock(() => until.getTime());
    await expect(answerAs("d3", "evoque", { choice: ["ambition"] })).rejects.toMatchObject({ code: "closed" });
    setClock(() => until.getTime() - 1);
    await answerAs("d3", "evoque", { choice: ["ambition"] });
  });
});

describe("organisers", () => {
  test("alone hold the room; what two of them do at once is done once", async () => {
    await expect(control(await seedAccount(), CODE, { act: "open", question: "evoque" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(control(ANONYMOUS, CODE, { act: "blank" })).rejects.toMatchObject({ code: "forbidden" });
    const other = await seedOrganiser();
    await Promise.all([open("evoque"), control(other, CODE, { act: "open", question: "evoque" })]);
    expect(await readPoll(CODE)).toMatchObject({ version: 1, phase: "open" });
  });

  test("show results when they want, and only then", async () => {
    await open("evoque");
    await answerAs("d1", "evoque", { choice: ["ambition"] });
    expect(await publicResults(eventId)).toEqual([]);
    await act({ act: "reveal", question: "evoque" });
    expect(await publicResults(eventId)).toMatchObject([{ question: { ref: "evoque" }, total: { n: 1 } }]);
    await act({ act: "hide", question: "evoque" });
    expect(await publicResults(eventId)).toEqual([]);
  });
});

describe("what one phone posts", () => {
  test("cannot spoil the answers of the room", async () => {
    await open("evoque");
    const outcomes = await Promise.allSettled([
      answerAs("d1", "\0", { choice: ["ambition"] }),
      answerAs("d2", "evoque", { choice: ["ambition"] }),
      answerAs("d3", "evoque", { choice: ["\ud800"] }),
    ]);
    expect(outcomes[1]).toMatchObject({ status: "fulfilled" });
    expect(await counts("evoque")).toEqual({ ambition: 1, labyrinthe: 0 });
  });

  test("for an earlier round of a question counts in no other", async () => {
    await open("evoque");
    await act({ act: "reset", question: "evoque", round: 0 });
    await act({ act: "reset", question: "evoque", round: 0 });
    expect((await readPoll(CODE)).current?.question.round).toBe(1);
    await open("evoque");
    const late = { choice: ["ambition"], round: 0 };
    await expect(answerAs("d1", "evoque", late)).rejects.toMatchObject({ code: "closed", reason: "live:refusal.reset" });
    await answerAs("d1", "evoque", { ...late, round: 1 });
    expect(await counts("evoque")).toEqual({ ambition: 1, labyrinthe: 0 });
  });

  test("of itself holds for a whole hall at once", async () => {
    await Promise.all(Array.from({ length: 60 }, (_, index) => setRespondent({ actor: ANONYMOUS, device: `d${index}` }, CODE, index % 2 ? { stakeholder: "hospital" } : { region: "84" })));
    await open("priorite");
    await Promise.all(Array.from({ length: 60 }, (_, index) => answerAs(`d${index}`, "priorite", { stars: "4" })));
    const given = await voices();
    expect(given.filter(({ stakeholder, region }) => stakeholder === "hospital" && region === "76")).toHaveLength(30);
    expect(given.filter(({ stakeholder, region }) => stakeholder === "unknown" && region === "84")).toHaveLength(30);
    await expectExactCounts();
  });

  test("in support of one text by a whole hall at once is counted once each", async () => {
    await open("libre");
    await answerAs("d0", "libre", { text: ["à soutenir"] });
    const text = (await resultsOf("libre")).texts[0]?.id ?? 0;
    await Promise.all(Array.from({ length: 80 }, (_, index) => supportText({ actor: ANONYMOUS, device: `d${index % 40}` }, CODE, { text, on: true })));
    expect((await resultsOf("libre")).texts[0]?.supports).toBe(40);
  });
});

describe("people who are forgotten", () => {
  test("by deleting their account, or by the period of retention, leave their answers and nothing to know them by", async () => {
    const claire = await seedAccount();
    await open("evoque");
    await answerAs("d1", "evoque", { choice: ["ambition"] }, { actor: claire });
    await answerAs("d2", "evoque", { choice: ["labyrinthe"] });
    await leave(claire);
    const keys = async () => (await db().prisma.liveRespondent.findMany({ orderBy: { id: "asc" } })).map(({ key }) => key[0]);
    expect(await keys()).toEqual(["x", "d"]);
    expect(await forgetRespondents(12)).toBe(0);
    setClock(() => Date.now() + 400 * DAY);
    expect(await forgetRespondents(12)).toBe(1);
    expect(await keys()).toEqual(["x", "x"]);
    expect(await counts("evoque")).toEqual({ ambition: 1, labyrinthe: 1 });
  });
});
