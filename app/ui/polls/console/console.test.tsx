import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import {
  questionSchema,
  viewOf,
  type PollQuestion,
  type QuestionResults,
  type Snapshot,
} from "~/modules/polls";
import { LocaleProvider } from "~/ui/i18n";
import { ConsoleFragment } from "./ConsoleFragment";
import { Examined } from "./Examined";
import { QuestionList } from "./QuestionList";
import { ResetConfirm } from "./ResetConfirm";

const question = (kind: "open" | "words" | "stars", more: Partial<PollQuestion> = {}): PollQuestion => ({
  ...questionSchema.parse({ ref: kind, kind, title: `Question ${kind}` }),
  id: kind.length,
  item: null,
  revealed: false,
  round: 2,
  hiddenWords: [],
  ...more,
});
const QUESTIONS = [question("open"), question("words"), question("stars")];

function resultsOf(asked: PollQuestion): QuestionResults {
  const words =
    asked.kind === "words"
      ? [
          { word: "santé", n: 2, hidden: false },
          { word: "zut", n: 1, hidden: true },
        ]
      : [];
  const total = { n: 2, rows: [], mean: null, words };
  const texts =
    asked.kind === "open"
      ? [
          {
            id: 7,
            body: "À lire",
            standing: "pending" as const,
            answered: false,
            supports: 0,
            setting: "online" as const,
          },
        ]
      : [];
  return { question: asked, total, bySetting: { room: total, online: total }, texts };
}

const snapshot = (more: Partial<Snapshot> = {}): Snapshot => ({
  place: {
    stageId: 1,
    consultationId: 1,
    consultationSlug: "c",
    stageSlug: "e",
    stageTitle: "E",
    city: "Toulouse",
    region: "76",
    demonstration: false,
  },
  code: "K7M4QX",
  title: "T",
  version: 1,
  mode: "room",
  phase: "ready",
  closesAt: null,
  onlineUntil: null,
  blank: false,
  questions: QUESTIONS,
  current: null,
  connected: 0,
  ...more,
});
const html = (node: React.ReactNode) =>
  renderToStaticMarkup(<LocaleProvider locale="fr">{node}</LocaleProvider>);
const fragment = (state: Snapshot) =>
  html(<ConsoleFragment view={viewOf(state, "console", 0)} snapshot={state} now={0} />);
const posts = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}"/>`)
    .join("");

describe("the screens", () => {
  const MODES: [string, Partial<Snapshot>][] = [
    ["before the first question", {}],
    ["online", { mode: "online", onlineUntil: 1000 }],
    ["once it is over", { mode: "over" }],
    ["on a question", { current: resultsOf(question("stars")) }],
  ];
  test.each(MODES)("can be made black and lit again %s", (_name, more) => {
    expect(fragment(snapshot(more))).toContain(posts({ act: "blank" }));
    expect(fragment(snapshot({ ...more, blank: true }))).toContain(posts({ act: "unblank" }));
  });
});

describe("a question that is not on the screens", () => {
  const examined = (asked: PollQuestion) =>
    html(<Examined code="K7M4QX" results={resultsOf(asked)} questions={QUESTIONS} />);

  test("has its texts moderated, in whichever mode", () => {
    for (const verdict of ["published", "answered", "refused"])
      expect(examined(question("open"))).toContain(posts({ act: "text", text: "7", verdict }));
  });

  test("has its words moderated", () => {
    expect(examined(question("words"))).toContain(
      posts({ act: "word", question: "words", word: "santé", hidden: "1" }),
    );
    expect(examined(question("words"))).toContain(
      posts({ act: "word", question: "words", word: "zut", hidden: "0" }),
    );
  });

  test("has its results shown, or hidden", () => {
    expect(examined(question("stars"))).toContain(posts({ act: "reveal", question: "stars" }));
    expect(examined(question("stars", { revealed: true }))).toContain(
      posts({ act: "hide", question: "stars" }),
    );
  });

  test.each(["room", "online", "over"] as const)("is led to from the list (%s)", (mode) => {
    const list = html(<QuestionList snapshot={snapshot({ mode })} answers={{}} now={0} examined="words" />);
    for (const { ref } of QUESTIONS)
      expect(list).toContain(`href="/direct/K7M4QX/regie?question=${ref}#question-choisie"`);
  });
});

test("a reset names the round that it ends: two organisers reset once", () => {
  expect(html(<ResetConfirm code="K7M4QX" question={question("stars")} answers={3} />)).toContain(
    posts({ act: "reset", question: "stars", round: "2" }),
  );
});
