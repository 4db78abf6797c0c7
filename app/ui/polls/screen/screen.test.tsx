import { create } from "qrcode";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { questionSchema, viewOf, type PollQuestion, type Results, type Snapshot } from "~/modules/polls";
import { ConsoleFragment } from "../console/ConsoleFragment";
import { Qr } from "./Qr";
import { ScreenFragment } from "./ScreenFragment";

const quiz: PollQuestion = {
  ...questionSchema.parse({
    ref: "doctrine",
    kind: "quiz",
    title: "Un seul document ?",
    explanation: "Non, deux.",
    options: [
      { ref: "vrai", label: "Vrai" },
      { ref: "faux", label: "Faux", correct: true },
    ],
  }),
  id: 1,
  item: null,
  revealed: false,
  round: 0,
  hiddenWords: [],
};
const row = (ref: string, label: string, n: number, correct: boolean) => ({
  ref,
  label,
  n,
  share: n / 40,
  correct,
  points: null,
  place: null,
});
const total: Results = {
  n: 40,
  rows: [row("vrai", "Vrai", 10, false), row("faux", "Faux", 30, true)],
  mean: null,
  words: [],
};

const snapshot = (more: Partial<Snapshot> = {}, revealed = false): Snapshot => ({
  place: {
    stageId: 1,
    consultationId: 1,
    consultationSlug: "c",
    stageSlug: "e",
    stageTitle: "La Mêlée",
    city: "Toulouse",
    region: "76",
    demonstration: false,
  },
  code: "K7M4QX",
  title: "Que savons-nous ?",
  version: 1,
  mode: "room",
  phase: "open",
  closesAt: null,
  onlineUntil: null,
  blank: false,
  connected: 52,
  questions: [{ ...quiz, revealed }],
  current: {
    question: { ...quiz, revealed },
    total,
    bySetting: { room: total, online: { ...total, n: 0 } },
    texts: [],
  },
  ...more,
});
const screen = (given: Snapshot) =>
  renderToStaticMarkup(
    <ScreenFragment view={viewOf(given, "screen", 0)} origin="https://participez.exemple.fr" />,
  );
const read = (html: string) =>
  html
    .replace(/<svg.*?<\/svg>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim();

describe("the projector", () => {
  test("shows the question and how many answered, and no figure before its time", () => {
    const told = read(screen(snapshot()));
    expect(told).toBe(
      "Un seul document ? Vrai Faux participez.exemple.fr/direct K7M 4QX Répondez maintenant 40 réponses sur 52 téléphones connectés",
    );
  });

  test("then shows the results, the right answer and why", () => {
    const told = read(screen(snapshot({ phase: "closed" }, true)));
    expect(told).toContain("Vrai 25 % · 10 Faux Bonne réponse 75 % · 30 Non, deux.");
    expect(told).toContain("K7M 4QX");
  });

  test("says how to join before the first question, and nothing while it is blank", () => {
    expect(read(screen(snapshot({ current: null })))).toMatch(
      /^Que savons-nous \?.*participez\.exemple\.fr\/direct K7M 4QX.*52 téléphones connectés$/,
    );
    expect(screen(snapshot({ blank: true }))).not.toContain("document");
  });

  test("does not say that 40 of 3 answered when phones have left", () => {
    expect(read(screen(snapshot({ connected: 3 })))).toMatch(/ 40 réponses$/);
  });

  test("says the same thing whenever it is asked: a stream does not start again for nothing", () => {
    const given = snapshot({ closesAt: 30_000 });
    expect(screen(given)).toBe(screen(given));
    expect(screen(given)).not.toMatch(/ now=/);
  });

  test("draws each dark square of the code once", () => {
    const html = renderToStaticMarkup(
      <Qr address="https://participez.exemple.fr/direct/K7M4QX" label="Code" />,
    );
    const drawn = [...html.matchAll(/M\d+ \d+h(\d+)v1/g)].reduce(
      (sum, [, length]) => sum + Number(length),
      0,
    );
    const { data } = create("https://participez.exemple.fr/direct/K7M4QX", {
      errorCorrectionLevel: "M",
    }).modules;
    expect(drawn).toBe([...data].filter(Boolean).length);
  });
});

test("on the console each act on a question names it", () => {
  const html = renderToStaticMarkup(
    <ConsoleFragment view={viewOf(snapshot(), "console", 0)} snapshot={snapshot()} now={0} />,
  );
  const forms = [...html.matchAll(/<form.*?<\/form>/g)].map(([form]) => form);
  const acts = forms.filter((form) => /value="(show|open|close|reveal|hide)"/.test(form));
  expect(acts.length).toBeGreaterThan(1);
  for (const form of acts) expect(form).toContain('name="question" value="doctrine"');
  expect(read(html)).toContain("75 % · 30");
});
