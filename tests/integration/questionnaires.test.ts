import { parse } from "csv-parse/sync";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ANONYMOUS, OPERATOR } from "~/modules/identity";
import { parseCode, readQuestionForm, type QuestionKind } from "~/modules/polls";
import { importRoadmap, ImportRefused } from "~/modules/consultation/index.server";
import {
  control,
  exportAnswers,
  exportQuestionnaire,
  importQuestionnaire,
  managePoll,
  moveQuestion,
  removeQuestion,
  renewCode,
  renewScreenKey,
  saveQuestion,
  startFromAxes,
  startFromStage,
} from "~/modules/polls/index.server";
import { createStage } from "~/modules/stages/index.server";
import { db } from "~/platform/db/index.server";
import melee from "../../prisma/demo/questionnaire-melee.json";
import { freshDatabase } from "../setup/database";
import { ROADMAP } from "../setup/roadmap";
import { facts, makeStage, organiser, slug } from "../setup/held-stage";
import { answerAs } from "../setup/polls";

let made: Awaited<ReturnType<typeof makeStage>>;

beforeAll(async () => void (await freshDatabase()));
beforeEach(async () => void (made = await makeStage()));

describe("a questionnaire from its file", () => {
  test("brings a poll with a code, a secret and its questions", async () => {
    expect(await importQuestionnaire(made.place(), melee)).toMatchObject({
      created: melee.questions.map(({ ref }) => ref),
      updated: [],
    });
    const { code, screenKey, title } = await made.poll();
    expect(parseCode(code)).toBe(code);
    expect(Buffer.from(screenKey, "base64url")).toHaveLength(16);
    expect(title).toBe(melee.title);
    expect(await exportQuestionnaire(...made.place())).toEqual({
      title: melee.title,
      questions: melee.questions,
    });
  });

  test("is updated by ref the second time: answers stay, so do questions that have some", async () => {
    await importQuestionnaire(made.place(), melee);
    await made.answered("evoque", [{ choice: ["ambition"] }]);
    const before = await made.poll();
    const [first, second, ...rest] = melee.questions;
    const mended = { ...second, title: "Qui est concerné ?" };
    expect(
      await importQuestionnaire(made.place(), {
        title: "Deuxième",
        questions: [mended, ...rest.slice(0, -1)],
      }),
    ).toMatchObject({
      created: [],
      removed: ["question-libre"],
      kept: [first?.ref],
    });
    expect(await made.refs()).toEqual(["concerne", "priorite-axe-4", "attentes-acces", "doctrine", "evoque"]);
    expect((await made.questions()).at(-1)).toMatchObject({ answers: 1 });
    expect(await made.poll()).toMatchObject({
      code: before.code,
      screenKey: before.screenKey,
      title: "Deuxième",
      questionId: before.questionId,
    });
  });

  test("is refused with the path of what is wrong, and then nothing is written", async () => {
    const [first, ...rest] = melee.questions;
    const refused = async (json: unknown) => {
      const error = await importQuestionnaire(made.place(), json).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ImportRefused);
      return (error as ImportRefused).problems.map(({ reason, values }) => `${values.path} ${reason}`);
    };
    expect(await refused({ title: "x", questions: [{ ...first, item: "axe-99" }] })).toEqual([
      "questions[0].item consultation:input.unknown-item",
    ]);
    expect(await refused({ title: "x", questions: [first, first] })).toEqual([
      "questions[1].ref consultation:input.twice",
    ]);
    expect(await refused({ title: "x", questions: [{ ...first, options: [first?.options?.[0]] }] })).toEqual([
      "questions[0].options polls:input.two-options",
    ]);
    expect(await refused([])).toEqual(["$ consultation:input.object"]);
    expect((await managePoll(...made.place())).poll).toBeNull();
    await importQuestionnaire(made.place(), melee);
    await made.answered("evoque", [{ choice: ["ambition"] }]);
    const others = first?.options?.filter(({ ref }) => ref !== "ambition") ?? [];
    expect(await refused({ title: "x", questions: [...rest, { ...first, options: others }] })).toEqual([
      "questions[5].options polls:refusal.option",
    ]);
    expect((await made.poll()).title).toBe(melee.title);
  });
});

describe("a question by hand", () => {
  async function write(
    kind: QuestionKind,
    fields: Record<string, string>,
    ref: string | null = null,
  ): Promise<void> {
    const form = readQuestionForm(kind, fields, ref, new Set(await made.refs()));
    if (!form.ok) throw new Error(JSON.stringify(form.errors));
    await saveQuestion(made.place(), form.value);
  }
  const options = (...labels: string[]) =>
    Object.fromEntries(labels.map((label, row) => [`option-${row}-label`, label]));

  test("of each kind is kept, and brings the poll", async () => {
    await write("single", { title: "Un ?", ...options("Oui", "Non"), "option-0-item": "action-7" });
    await write("multiple", {
      title: "Plusieurs ?",
      most: "2",
      seconds: "60",
      ...options("A", "", "B", "C"),
    });
    await write("quiz", {
      title: "Vrai ?",
      ...options("Vrai", "Faux"),
      "option-1-correct": "1",
      explanation: "Parce que.",
    });
    await write("stars", { title: "Note ?", item: "axe-4" });
    await write("position", { title: "D'accord ?", item: "action-7" });
    await write("ranking", { title: "Ordre ?", ...options("A", "B") });
    await write("scale", { title: "Degré ?", from: "0", to: "5", low: "non", high: "oui" });
    await write("words", { title: "Mots ?", most: "1" });
    await write("open", { title: "Texte ?", moderated: "1" });
    await write("questions", { title: "Un ?" });
    expect(await made.refs()).toEqual([
      "un",
      "plusieurs",
      "vrai",
      "note",
      "d-accord",
      "ordre",
      "degre",
      "mots",
      "texte",
      "un-2",
    ]);
    expect(parseCode((await made.poll()).code)).not.toBeNull();
    expect((await made.questions()).map(({ definition }) => definition)).toMatchObject([
      { options: [{ ref: "oui", item: "action-7" }, { ref: "non" }] },
      { most: 2, seconds: 60, options: [{ ref: "a" }, { ref: "b" }, { ref: "c" }] },
      { options: [{ correct: false }, { correct: true }], explanation: "Parce que." },
      { item: "axe-4" },
      { item: "action-7" },
      { options: [{}, {}] },
      { scale: { from: 0, to: 5, low: "non", high: "oui" } },
      { most: 1 },
      { moderated: true },
      { kind: "questions" },
    ]);
  });

  test("that has answers may be mended; what people chose stays, until it is reset", async () => {
    await write("single", { title: "Un ?", ...options("Oui", "Non", "Peut-être") });
    await made.answered("un", [{ choice: ["oui"] }]);
    const rows = {
      "option-0-ref": "oui",
      "option-0-label": "Oui, tout à fait",
      "option-1-ref": "peut-etre",
      "option-1-label": "Peut-être",
    };
    await write("single", { title: "Une ?", ...rows }, "un");
    expect((await made.questions())[0]).toMatchObject({
      answers: 1,
      definition: {
        title: "Une ?",
        options: [{ ref: "oui", label: "Oui, tout à fait" }, { ref: "peut-etre" }],
      },
    });
    const refused = (reason: string) => ({ code: "conflict", reason: `polls:refusal.${reason}` });
    await expect(
      write("single", { title: "Une ?", ...rows, "option-0-label": "", "option-2-label": "Non" }, "un"),
    ).rejects.toMatchObject(refused("option"));
    await expect(write("multiple", { title: "Une ?", ...rows }, "un")).rejects.toMatchObject(refused("kind"));
    await expect(removeQuestion(made.place(), "un")).rejects.toMatchObject(refused("answered-question"));
    await control(organiser, (await made.poll()).code, { act: "reset", question: "un" });
    await write("open", { title: "Une ?" }, "un");
    // What was answered before is kept apart, not thrown away.
    expect((await made.questions())[0]).toMatchObject({ answers: 0, held: 1 });
    await expect(removeQuestion(made.place(), "un")).rejects.toMatchObject(refused("answered-question"));
    expect(await importQuestionnaire(made.place(), melee)).toMatchObject({ removed: [], kept: ["un"] });
    await removeQuestion(made.place(), "concerne");
    expect(await made.refs()).not.toContain("concerne");
  });

  test("whose stars count for an item keeps that item; a scale keeps the steps that were chosen", async () => {
    await write("stars", { title: "Note ?", item: "axe-4" });
    await made.answered("note", [{ stars: "5" }]);
    await expect(write("stars", { title: "Note ?", item: "axe-3" }, "note")).rejects.toMatchObject({
      reason: "polls:refusal.item",
    });
    await write("scale", { title: "Degré ?", from: "1", to: "10" });
    await made.answered("degre", [{ choice: ["9"] }]);
    await expect(write("scale", { title: "Degré ?", from: "1", to: "5" }, "degre")).rejects.toMatchObject({
      reason: "polls:refusal.scale",
    });
    await write("scale", { title: "Degré ?", from: "0", to: "11" }, "degre");
  });

  test("keeps its item in the roadmap, even when the roadmap's file has it no longer", async () => {
    await write("stars", { title: "Note ?", item: "axe-4" });
    const items = ROADMAP.items.filter(({ ref }) => ref !== "axe-4");
    expect((await importRoadmap(OPERATOR, { ...ROADMAP, items })).kept).toEqual(["axe-4"]);
  });

  test("moves, and every change is told to the screens", async () => {
    await importQuestionnaire(made.place(), melee);
    const version = async () => (await db().prisma.poll.findFirstOrThrow()).version;
    const before = await version();
    await moveQuestion(made.place(), "concerne", -1);
    await moveQuestion(made.place(), "question-libre", 1);
    expect((await made.refs()).slice(0, 2)).toEqual(["concerne", "evoque"]);
    expect(await version()).toBe(before + 2);
  });
});

test("organisers who change questions while the room answers, and others who show them, wait for each other, never in a circle", async () => {
  await importQuestionnaire(made.place(), melee);
  const { code } = await made.poll();
  await control(organiser, code, { act: "open", question: "evoque" });
  const answer = (turn: number) =>
    answerAs(`device-${turn}`.padEnd(32, "x"), "evoque", { choice: ["ambition"] }, { code });
  await Promise.all(
    Array.from({ length: 30 }, (_, turn) => [
      answer(turn),
      moveQuestion(made.place(), "concerne", turn % 2 ? 1 : -1),
      control(organiser, code, { act: turn % 2 ? "reveal" : "hide", question: "evoque" }),
    ]).flat(),
  );
  expect((await made.questions()).find(({ definition }) => definition.ref === "evoque")).toMatchObject({
    answers: 30,
  });
}, 30_000);

describe("the answers as a file", () => {
  const read = async () =>
    parse(await exportAnswers(...made.place()), { columns: true }) as Record<string, string>[];

  test("have a row for each choice and text of every round, and tell nobody from another", async () => {
    await importQuestionnaire(made.place(), melee);
    await made.answered("evoque", [{ choice: ["ambition"] }]);
    await control(organiser, (await made.poll()).code, { act: "reset", question: "evoque" });
    await made.answered("evoque", [{ choice: ["acteur"] }]);
    await made.answered("concerne", [
      { choice: melee.questions[1]?.options?.slice(0, 2).map(({ ref }) => ref) ?? [] },
    ]);
    await made.answered("question-libre", [{ text: ['=HYPERLINK("x")'] }, { text: ["À cacher"] }]);
    const hidden = await db().prisma.pollText.findFirstOrThrow({ where: { body: "À cacher" } });
    await control(organiser, (await made.poll()).code, { act: "text", text: hidden.id, verdict: "refused" });
    const rows = await read();
    const label = (question: number, ref: string) =>
      melee.questions[question]?.options?.find((option) => option.ref === ref)?.label;
    expect(rows.map(({ question, tour, reponse, statut }) => [question, tour, reponse, statut])).toEqual([
      ["evoque", "1", label(0, "ambition"), ""],
      ["evoque", "2", label(0, "acteur"), ""],
      ["concerne", "1", melee.questions[1]?.options?.[0]?.label, ""],
      ["concerne", "1", melee.questions[1]?.options?.[1]?.label, ""],
      ["question-libre", "1", '\'=HYPERLINK("x")', expect.any(String)],
      ["question-libre", "1", "À cacher", "hidden"],
    ]);
    expect(rows[0]).toMatchObject({
      titre: melee.questions[0]?.title,
      type: "single",
      canal: "event",
      region: "76",
      categorie: "unknown",
      rang: "",
    });
    expect(rows[0]?.repondant).toBe(rows[1]?.repondant);
    expect(rows[2]?.repondant).toBe(rows[3]?.repondant);
    expect(new Set(rows.map(({ repondant }) => repondant))).toEqual(new Set(["1", "2", "3", "4"]));
    const keys = await db().prisma.pollRespondent.findMany({ select: { key: true } });
    const file = await exportAnswers(...made.place());
    for (const { key } of keys) expect(file).not.toContain(key);
  });

  test("are for those who hold the stage", async () => {
    await expect(exportAnswers(ANONYMOUS, slug, made.event)).rejects.toMatchObject({ code: "forbidden" });
    expect(await read()).toEqual([]);
  });
});

describe("a questionnaire from a template", () => {
  const words = { title: "Priorités", stars: "Quelle priorité ?", open: "Une remarque ?" };

  test("has a question for each axis and an open one; it is for an empty questionnaire", async () => {
    await startFromAxes(made.place(), words);
    expect((await made.questions()).map(({ definition }) => [definition.kind, definition.item])).toEqual([
      ["stars", "axe-1"],
      ["stars", "axe-2"],
      ["stars", "axe-3"],
      ["stars", "axe-4"],
      ["open", null],
    ]);
    await expect(startFromAxes(made.place(), words)).rejects.toMatchObject({
      code: "conflict",
      reason: "polls:refusal.not-empty",
    });
  });

  test("is a copy of another stage's, with a code of its own", async () => {
    await importQuestionnaire(made.place(), melee);
    const { code } = await made.poll();
    const other = await createStage(organiser, slug, facts({ title: "Lyon" }));
    const place = [organiser, slug, other] as const;
    await expect(startFromStage(place, other)).rejects.toMatchObject({ code: "not-found" });
    await startFromStage(place, made.event);
    expect(await exportQuestionnaire(...place)).toEqual({ title: melee.title, questions: melee.questions });
    const { poll } = await managePoll(...place);
    expect(poll?.code).not.toBe(code);
  });
});

test("a new code and a new secret take the place of the old ones", async () => {
  await importQuestionnaire(made.place(), melee);
  const before = await made.poll();
  await renewCode(made.place());
  await renewScreenKey(made.place());
  const after = await made.poll();
  expect(after.code).not.toBe(before.code);
  expect(after.screenKey).not.toBe(before.screenKey);
});
