import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PollQuestion, Results, Snapshot } from "./poll";
import { settingAt, modeAt, nextChange, parseCode, phaseAt, spacedCode, viewOf } from "./rules";
import { AUDIENCES, CODE_ALPHABET, MODES, PHASES } from "./values";

const QUESTION: PollQuestion = {
  id: 1,
  ref: "doctrine",
  kind: "quiz",
  title: "Vrai ou faux ?",
  item: null,
  most: null,
  scale: null,
  seconds: null,
  moderated: false,
  options: [
    { ref: "vrai", label: "Vrai" },
    { ref: "faux", label: "Faux", correct: true },
  ],
  explanation: "Parce que.",
  revealed: false,
  round: 0,
  hiddenWords: [],
};
const RESULTS: Results = { n: 3, rows: [], mean: null, words: [{ word: "gros mot", n: 1, hidden: true }] };

const snapshotOf = (of: Partial<Snapshot> & { revealed?: boolean }): Snapshot => {
  const { revealed = false, ...given } = of;
  const question = { ...QUESTION, revealed };
  const texts = (["pending", "published", "refused", "withdrawn", "published"] as const).map(
    (standing, id) => ({
      id,
      body: `texte ${standing}`,
      standing,
      answered: id === 4,
      supports: 0,
      setting: "room" as const,
    }),
  );
  return {
    place: {
      stageId: 1,
      consultationId: 1,
      consultationSlug: "c",
      stageSlug: "e",
      stageTitle: "E",
      city: "Lyon",
      region: "84",
      demonstration: false,
    },
    code: "K7M4QX",
    title: "Questionnaire",
    version: 1,
    mode: "room",
    phase: "open",
    closesAt: null,
    onlineUntil: null,
    blank: false,
    questions: [question],
    current: { question, total: RESULTS, bySetting: { room: RESULTS, online: RESULTS }, texts },
    connected: 5,
    ...given,
  };
};

const instants = fc.integer({ min: 0, max: 1_000 });
const moments = fc.record({
  mode: fc.constantFrom(...MODES),
  phase: fc.constantFrom(...PHASES),
  closesAt: fc.option(instants),
  onlineUntil: fc.option(instants),
});

describe("the clock of a poll", () => {
  test("is half-open: at its end exactly, it is over", () => {
    const room = { mode: "room", phase: "open", closesAt: 100, onlineUntil: null } as const;
    expect([99, 100, 101].map((now) => phaseAt(room, now))).toEqual(["open", "closed", "closed"]);
    expect([99, 100, 101].map((now) => settingAt(room, true, now))).toEqual(["room", null, null]);
    const online = { mode: "online", phase: "ready", closesAt: null, onlineUntil: 100 } as const;
    expect([99, 100, 101].map((now) => modeAt(online, now))).toEqual(["online", "over", "over"]);
    expect([99, 100, 101].map((now) => settingAt(online, false, now))).toEqual(["online", null, null]);
  });

  test("changes nothing before the instant that it announces", () => {
    fc.assert(
      fc.property(moments, instants, instants, (moment, now, later) => {
        const change = nextChange(moment, now);
        if (later < now || (change !== null && later >= change)) return;
        const at = (instant: number) => [
          modeAt(moment, instant),
          modeAt(moment, instant) === "room" ? phaseAt(moment, instant) : null,
        ];
        expect(at(later)).toEqual(at(now));
      }),
    );
  });
});

describe("a code", () => {
  test("is understood however it is typed, and told with a space", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...CODE_ALPHABET), minLength: 6, maxLength: 6 }),
        (code) => {
          expect(parseCode(` ${spacedCode(code).toLowerCase()}\n`)).toBe(code);
        },
      ),
    );
  });

  test("is nothing else", () => {
    for (const typed of ["", "K7M4Q", "K7M4QXX", "K7M4Q0", "K7M4QI", "<script>"])
      expect(parseCode(typed)).toBeNull();
  });
});

describe("a view", () => {
  test("tells the public no result, right answer, explanation or hidden text before an organiser shows them", () => {
    fc.assert(
      fc.property(
        moments,
        fc.boolean(),
        fc.constantFrom("phone" as const, "screen" as const),
        instants,
        (moment, blank, audience, now) => {
          const told = JSON.stringify(viewOf(snapshotOf({ ...moment, blank }), audience, now));
          expect(told).not.toMatch(/correct|Parce que|gros mot|pending|hidden|"results"/);
        },
      ),
    );
  });

  test("tells it once they are shown, still without what was hidden", () => {
    const told = viewOf(snapshotOf({ phase: "closed", revealed: true }), "phone", 0);
    expect(told).toMatchObject({
      state: "closed",
      question: { explanation: "Parce que." },
      results: { total: { n: 3, words: [] } },
    });
    expect(told.texts.map(({ id }) => id)).toEqual([1, 4]);
  });

  test("of a console holds all of it, of a phone no count of people", () => {
    expect(viewOf(snapshotOf({}), "console", 0)).toMatchObject({
      results: { total: RESULTS },
      counts: { connected: 5, answers: 3 },
    });
    expect(viewOf(snapshotOf({}), "phone", 0).counts).toBeUndefined();
  });

  test("of a blank screen is blank for the room, not for phones and consoles", () => {
    expect(AUDIENCES.map((audience) => viewOf(snapshotOf({ blank: true }), audience, 0).state)).toEqual([
      "open",
      "blank",
      "open",
    ]);
  });
});
