import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import {
  choicesOf,
  questionSchema,
  viewOf,
  type OwnAnswers,
  type PollQuestion,
  type Snapshot,
} from "~/modules/polls";
import { LocaleProvider } from "~/ui/i18n";
import { Respondent } from "./Respondent";
import { PhoneFragment, type PhoneFragmentProps } from "./PhoneFragment";

const LETTERS = ["a", "b", "c"].map((ref) => ({ ref, label: `Réponse ${ref}` }));
const DEFINITIONS = {
  single: { options: LETTERS },
  multiple: { options: LETTERS, most: 2 },
  quiz: {
    options: [
      { ref: "vrai", label: "Vrai" },
      { ref: "faux", label: "Faux", correct: true },
    ],
    explanation: "Parce que.",
  },
  stars: {},
  position: { item: "axe-4" },
  ranking: { options: LETTERS, most: 2 },
  scale: { scale: { from: 0, to: 10, low: "pas du tout", high: "tout à fait" } },
  words: { most: 2 },
  open: {},
  questions: { moderated: true },
} as const;
type Kind = keyof typeof DEFINITIONS;
const KINDS = Object.keys(DEFINITIONS) as Kind[];

function question(kind: Kind, more: Partial<PollQuestion> = {}): PollQuestion {
  const definition = questionSchema.parse({
    ref: "q",
    kind,
    title: "Que dites-vous ?",
    ...DEFINITIONS[kind],
  });
  return { ...definition, id: 1, item: null, revealed: false, round: 0, hiddenWords: [], ...more };
}

function snapshot(asked: PollQuestion, more: Partial<Snapshot> = {}): Snapshot {
  const rows = choicesOf(asked).map(({ ref, label, correct }, index) => ({
    ref,
    label,
    correct,
    n: index === 0 ? 2 : 0,
    share: index === 0 ? 1 : 0,
    points: null,
    place: null,
  }));
  const total = { n: 2, rows, mean: null, words: [] };
  const texts = [
    {
      id: 7,
      body: "Un texte lu par tous",
      standing: "published" as const,
      answered: false,
      supports: 3,
      setting: "room" as const,
    },
  ];
  return {
    place: {
      stageId: 1,
      consultationId: 1,
      consultationSlug: "projet",
      stageSlug: "etape",
      stageTitle: "Étape",
      city: "Toulouse",
      region: "76",
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
    questions: [asked],
    current: { question: asked, total, bySetting: { room: total, online: total }, texts },
    connected: 1,
    ...more,
  };
}

const NOW = 1_800_000_000_000;
const show = (state: Snapshot, props: Partial<PhoneFragmentProps> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="fr">
      <PhoneFragment view={viewOf(state, "phone", NOW)} {...props} />
    </LocaleProvider>,
  );
const answered = (choices: string[], texts: string[] = []): OwnAnswers => ({
  choices: { "q.0": choices },
  texts: { "q.0": texts },
  supported: [7],
  region: "76",
  stakeholder: "unknown",
});
const part = (html: string) => /<poll-answer.*?<\/poll-answer>/s.exec(html)?.[0];

describe("a question that is open", () => {
  const POSTED: Record<Kind, { name: string; values: string[] }> = {
    single: { name: "choice", values: ["a", "b", "c"] },
    multiple: { name: "choice", values: ["a", "b", "c"] },
    quiz: { name: "choice", values: ["vrai", "faux"] },
    stars: { name: "stars", values: ["1", "2", "3", "4", "5"] },
    position: { name: "position", values: ["for", "mixed", "against"] },
    scale: { name: "choice", values: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"] },
    ranking: { name: "ranking", values: [] },
    words: { name: "text", values: [] },
    open: { name: "text", values: [] },
    questions: { name: "text", values: [] },
  };

  test.each(KINDS)("of kind %s is a plain form that posts what the poll reads", (kind) => {
    const html = show(snapshot(question(kind)));
    expect(html).toContain('<form method="post" action="/direct/K7M4QX#question-q"');
    expect(html).toContain('<input type="hidden" name="question" value="q"/>');
    const { name, values } = POSTED[kind];
    expect(
      [...html.matchAll(new RegExp(`type="(?:radio|checkbox)" name="${name}" value="([^"]*)"`, "g"))].map(
        ([, value]) => value,
      ),
    ).toEqual(values);
    expect(html).toContain(` name="${name}"`);
    expect(html).not.toContain("style=");
  });

  test.each([0, 3])(
    "of round %i posts its round: an answer to what was reset is no answer to it",
    (round) => {
      expect(show(snapshot(question("open", { round })))).toContain(
        `<input type="hidden" name="round" value="${round}"/>`,
      );
    },
  );

  test("says what it is about, and leads there only once it is closed: the room sees no figure before", () => {
    const about = question("stars", { item: { ref: "axe-4", kind: "axis", number: 4, title: "Un axe" } });
    for (const phase of ["ready", "open"] as const) {
      expect(show(snapshot(about, { phase }))).toContain("Un axe");
      expect(show(snapshot(about, { phase }))).not.toContain('axe-4"');
    }
    expect(show(snapshot(about, { phase: "closed" }))).toMatch(/<a href="[^"]*axe-4">/);
  });

  test("a ranking has a list for each place that may be given", () => {
    expect(show(snapshot(question("ranking"))).match(/<select/g)).toHaveLength(2);
  });

  test("words have a field each", () => {
    expect(show(snapshot(question("words"))).match(/<input [^>]*name="text"/g)).toHaveLength(2);
  });

  test("its form is the same for everybody and at every moment, whoever answers meanwhile: what is typed in it stays", () => {
    const asked = question("open");
    const more = { ...snapshot(asked), version: 9, closesAt: NOW + 5000 };
    expect(part(show(more, { now: NOW }))).toBe(part(show(snapshot(asked))));
  });

  test("a stream's fragment changes with the poll, never with the clock", () => {
    const state = snapshot(question("single"), { closesAt: NOW + 5000 });
    vi.setSystemTime(NOW);
    const first = show(state);
    vi.setSystemTime(NOW + 3000);
    expect(show(state)).toBe(first);
    vi.useRealTimers();
  });

  test("says what was answered, keeps it in the form, and folds the form", () => {
    const html = show(snapshot(question("multiple")), { own: answered(["c", "a"]) });
    expect(html).toContain("Réponse enregistrée.");
    expect(html).toContain("<li>Réponse c</li><li>Réponse a</li>");
    expect(html.match(/checked=""/g)).toHaveLength(2);
    expect(html).toContain('<details class="poll-form"><summary>Modifier ma réponse</summary>');
  });

  test("shows an answer that was refused again, with the reason, in an open form", () => {
    const html = show(snapshot(question("multiple")), {
      refused: { question: "q", message: "Trop.", values: ["a", "b", "c"] },
    });
    expect(html).toContain("<span>Trop.</span>");
    expect(html.match(/checked=""/g)).toHaveLength(3);
    expect(html).toContain('<details class="poll-form" open="">');
  });

  test("what was answered before a reset is not shown as an answer", () => {
    expect(show(snapshot(question("single", { round: 1 })), { own: answered(["a"]) })).not.toContain(
      "checked",
    );
  });

  test("texts of others may be supported, and a support taken back", () => {
    const html = show(snapshot(question("open")), { own: answered([], ["Le mien"]) });
    expect(html).toContain('name="support" value="7"/><input type="hidden" name="on" value="0"/>');
    expect(html).toContain('aria-pressed="true"');
    expect(html).toContain("<li>Le mien</li>");
  });
});

describe("a question that is closed", () => {
  test.each(KINDS)("of kind %s takes no answer, and shows no figure before its results are shown", (kind) => {
    const html = show(snapshot(question(kind), { phase: "closed" }), { own: answered(["a"]) });
    expect(html).not.toContain("<form");
    expect(html).toContain("La question est close.");
    expect(html).not.toContain("poll-results");
    expect(html).not.toContain("Parce que.");
  });

  test("says the right answer of a quiz and why, once its results are shown", () => {
    const html = show(snapshot(question("quiz", { revealed: true }), { phase: "closed" }), {
      own: answered(["vrai"]),
    });
    expect(html).toContain("La bonne réponse : Faux".replace(" :", "\u202f:"));
    expect(html).toContain("Parce que.");
    expect(html).toContain("<li>Vrai</li>");
  });
});

test("whence somebody answers is said, and changed by a plain form on a page that stays", () => {
  const respondent = (region: string, moving: boolean) =>
    renderToStaticMarkup(
      <LocaleProvider locale="fr">
        <Respondent code="K7M4QX" nameless={false} {...{ region, moving }} />
      </LocaleProvider>,
    );
  expect(respondent("76", false)).toMatch(/Vous répondez depuis\s: Occitanie/);
  expect(respondent("76", false)).toContain('href="/direct/K7M4QX?region#votre-region"');
  expect(respondent("76", false)).toMatch(/<form[^>]* hidden="">/);
  expect(respondent("unknown", true)).toMatch(/<option value="unknown" selected="">/);
  expect(respondent("76", true)).not.toMatch(/<form[^>]* hidden="">/);
});

test.each([
  ["waiting", { current: null }, "La prochaine question s’affichera ici."],
  ["ready", { phase: "ready" }, "La question va s’ouvrir."],
  ["online", { mode: "online", onlineUntil: NOW + 1000 }, "Répondre au questionnaire"],
  ["online, but over", { mode: "online", onlineUntil: NOW }, "C’est terminé."],
  ["over", { mode: "over" }, "/concertations/projet/etapes/etape"],
] as const)("a poll that is %s says so", (_state, more, words) => {
  const html = show(snapshot(question("single"), more));
  expect(html).toContain(words);
  expect(html).not.toContain("<form");
});
