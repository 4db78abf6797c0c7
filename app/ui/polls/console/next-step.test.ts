import { describe, expect, test } from "vitest";
import { questionSchema, type PollQuestion, type QuestionPhase, type Snapshot } from "~/modules/polls";
import { nextStep, standingOf } from "./next-step";

const question = (id: number, revealed = false): PollQuestion => ({
  ...questionSchema.parse({ ref: `q${id}`, kind: "stars", title: `Question ${id}` }),
  id,
  item: null,
  revealed,
  round: 0,
  hiddenWords: [],
});
const RESULTS = { n: 0, rows: [], mean: null, words: [] };

function snapshot(
  on: number | null,
  phase: QuestionPhase = "ready",
  revealed: readonly number[] = [],
  closesAt: number | null = null,
): Snapshot {
  const questions = [1, 2, 3].map((id) => question(id, revealed.includes(id)));
  const current = questions.find(({ id }) => id === on);
  return {
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
    phase,
    closesAt,
    onlineUntil: null,
    blank: false,
    questions,
    connected: 0,
    current: current
      ? { question: current, total: RESULTS, bySetting: { room: RESULTS, online: RESULTS }, texts: [] }
      : null,
  };
}
const told = (given: Snapshot, now = 0) => {
  const step = nextStep(given, now);
  return step.say === "finish" ? "finish" : `${step.say} ${step.fields.act} ${step.fields.question}`;
};

describe("the big button", () => {
  test("leads through a question, then to the next", () => {
    expect(told(snapshot(null))).toBe("show show q1");
    expect(told(snapshot(1, "ready"))).toBe("open open q1");
    expect(told(snapshot(1, "open"))).toBe("close close q1");
    expect(told(snapshot(1, "closed"))).toBe("reveal reveal q1");
    expect(told(snapshot(1, "closed", [1]))).toBe("next show q2");
  });

  test("closes what is open though its results are shown already", () => {
    expect(told(snapshot(1, "open", [1]))).toBe("close close q1");
  });

  test("does not close what the clock has closed", () => {
    expect(told(snapshot(1, "open", [], 1000), 999)).toBe("close close q1");
    expect(told(snapshot(1, "open", [], 1000), 1000)).toBe("reveal reveal q1");
  });

  test("does not end the session by being pressed once too often", () => {
    expect(told(snapshot(3, "closed", [3]))).toBe("finish");
  });

  test("starts again after a break where results were not shown yet", () => {
    expect(told(snapshot(null, "ready", [1, 2]))).toBe("show show q3");
    expect(told(snapshot(null, "ready", [1, 2, 3]))).toBe("finish");
  });
});

test("the list says where each question stands", () => {
  const given = snapshot(2, "closed", [1]);
  const standings = given.questions.map((one) => standingOf(given, one, one.id === 3 ? 4 : 0, 0));
  expect(standings).toEqual(["revealed", "closed", "asked"]);
});
