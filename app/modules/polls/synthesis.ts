import type { PollQuestion, Results, ResultRow } from "./poll";

/** Below so many respondents a fraction would say more than is known: figures only. */
export const FEW = 5;
/** How far, of 1, a share may be from the fraction that it is told as. */
const NEAR = 0.025;
/** What arithmetic in binary may be off. */
const NOTHING = 1e-9;

/** Fractions that people say, in the catalogues under `polls:fraction`. */
const FRACTIONS = [
  ["tenth", 1 / 10],
  ["fifth", 2 / 10],
  ["quarter", 1 / 4],
  ["three-tenths", 3 / 10],
  ["third", 1 / 3],
  ["four-tenths", 4 / 10],
  ["half", 1 / 2],
  ["six-tenths", 6 / 10],
  ["two-thirds", 2 / 3],
  ["seven-tenths", 7 / 10],
  ["three-quarters", 3 / 4],
  ["eight-tenths", 8 / 10],
  ["nine-tenths", 9 / 10],
] as const;
type Near = (typeof FRACTIONS)[number][0];
export type Fraction = Near | "all" | "nearly-all" | "none";

/** A share as people say it. `side`: the share is a little more, or a little less, than the fraction. */
export type ToldShare =
  | { readonly fraction: Fraction; readonly side: "exactly" }
  | { readonly fraction: Near; readonly side: "more" | "less" }
  | { readonly percent: number };

/** Tells `count` of `n` as the nearest fraction that is near enough, else as a percentage. */
export function tellShare(count: number, n: number): ToldShare {
  const share = count / n;
  if (count === n) return { fraction: "all", side: "exactly" };
  if (count === 0) return { fraction: "none", side: "exactly" };
  if (share >= 1 - 2 * NEAR - NOTHING) return { fraction: "nearly-all", side: "exactly" };
  const [nearest] = FRACTIONS.map(([fraction, value]) => ({ fraction, away: share - value })).sort(
    (a, b) => Math.abs(a.away) - Math.abs(b.away),
  );
  if (!nearest || Math.abs(nearest.away) > NEAR + NOTHING) return { percent: Math.round(share * 100) };
  const { fraction, away } = nearest;
  if (Math.abs(away) < NOTHING) return { fraction, side: "exactly" };
  return { fraction, side: away > 0 ? "more" : "less" };
}

/** A mean as people say it: "plus de 4 étoiles", "près de 4 étoiles", else the mean itself. */
export function tellMean(
  mean: number,
): { readonly whole: number; readonly side: "more" | "less" | "exactly" } | null {
  const whole = Math.round(mean);
  const away = mean - whole;
  if (Math.abs(away) < NOTHING) return { whole, side: "exactly" };
  if (away > 0) return { whole, side: "more" };
  return away >= -0.25 - NOTHING ? { whole, side: "less" } : null;
}

/** What a list of options shows: its best, in order. */
export interface Ranked {
  readonly ref: string;
  readonly label: string | null;
  readonly share: number;
  readonly n: number;
  readonly place: number;
}

/** One sentence about a question's answers, without its words. */
export type Synthesis =
  | { readonly is: "silent" }
  /** One option, position or right answer: how many chose it. `count` says how many in figures. */
  | {
      readonly is: "choice" | "position" | "quiz";
      readonly n: number;
      readonly count: number;
      readonly told: ToldShare | null;
      readonly choice: Pick<ResultRow, "ref" | "label"> | null;
    }
  /** Several options came first together. */
  | {
      readonly is: "tie";
      readonly n: number;
      readonly count: number;
      readonly choices: readonly Pick<ResultRow, "ref" | "label">[];
    }
  | {
      readonly is: "stars";
      readonly n: number;
      readonly mean: number;
      readonly told: ReturnType<typeof tellMean>;
    }
  | {
      readonly is: "scale";
      readonly n: number;
      readonly mean: number;
      readonly from: number;
      readonly to: number;
    }
  | { readonly is: "order" | "ranking"; readonly n: number; readonly best: readonly Ranked[] }
  | {
      readonly is: "words";
      readonly n: number;
      readonly words: readonly { readonly word: string; readonly n: number }[];
    }
  | { readonly is: "texts"; readonly n: number };

/** Options, and words, that a sentence names. */
const NAMED = 3;

type Asked = Pick<PollQuestion, "kind" | "scale">;

/** What the answers to a question say, in one sentence. */
export function synthesisOf({ kind, scale }: Asked, { n, rows, mean, words }: Results): Synthesis {
  if (n === 0) return { is: "silent" };
  switch (kind) {
    case "stars":
      return mean === null
        ? { is: "silent" }
        : { is: "stars", n, mean, told: n < FEW ? null : tellMean(mean) };
    case "scale":
      return mean === null
        ? { is: "silent" }
        : { is: "scale", n, mean, from: scale?.from ?? 1, to: scale?.to ?? 10 };
    case "quiz": {
      const count = rows.reduce((sum, row) => sum + (row.correct ? row.n : 0), 0);
      const right = rows.filter(({ correct }) => correct);
      return {
        is: "quiz",
        n,
        count,
        told: told(count, n),
        choice: right.length === 1 ? named(right[0] as ResultRow) : null,
      };
    }
    case "multiple":
      return { is: "order", n, best: best(rows, ({ n }) => n) };
    case "ranking":
      return { is: "ranking", n, best: best(rows, ({ points }) => points ?? 0) };
    case "words":
      return {
        is: "words",
        n,
        words: words
          .filter(({ hidden }) => !hidden)
          .slice(0, NAMED)
          .map(({ word, n }) => ({ word, n })),
      };
    case "open":
    case "questions":
      return { is: "texts", n };
    case "single":
    case "position":
      return first(kind === "single" ? "choice" : "position", rows, n);
  }
}

const told = (count: number, n: number): ToldShare | null => (n < FEW ? null : tellShare(count, n));
const named = ({ ref, label }: ResultRow) => ({ ref, label });

function first(is: "choice" | "position", rows: readonly ResultRow[], n: number): Synthesis {
  const count = Math.max(...rows.map((row) => row.n));
  const top = rows.filter((row) => row.n === count);
  if (top.length > 1) return { is: "tie", n, count, choices: top.map(named) };
  return { is, n, count, told: told(count, n), choice: top[0] ? named(top[0]) : null };
}

/** The best options that anybody chose; those that are equal to the last one named are named too. */
function best(rows: readonly ResultRow[], worth: (row: ResultRow) => number): Ranked[] {
  const place = (row: ResultRow) => rows.filter((other) => worth(other) > worth(row)).length + 1;
  return rows
    .filter((row) => worth(row) > 0)
    .map((row) => ({ ref: row.ref, label: row.label, share: row.share, n: row.n, place: place(row) }))
    .sort((a, b) => a.place - b.place)
    .filter((row) => row.place <= NAMED);
}
