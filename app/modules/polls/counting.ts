import { POSITIONS, STARS } from "~/modules/participation";
import type { PollQuestion, ResultRow, Results } from "./poll";
import { WORDS_SHOWN } from "./values";

/** How many answers hold `value`, at which place among their choices. */
export interface Tallied {
  readonly value: string;
  /** From 1. */
  readonly place: number;
  readonly n: number;
}

type Counted = Pick<PollQuestion, "kind" | "options" | "scale" | "hiddenWords">;

/** What may be chosen, in order, with its label (null: the screen has its own words). */
export function choicesOf({
  kind,
  options,
  scale,
}: Counted): { ref: string; label: string | null; correct: boolean }[] {
  const bare = (values: readonly (string | number)[]) =>
    values.map((value) => ({ ref: String(value), label: null, correct: false }));
  if (kind === "stars") return bare(STARS);
  if (kind === "position") return bare(POSITIONS);
  if (kind === "scale") {
    const { from, to } = scale ?? { from: 1, to: 10 };
    return bare(Array.from({ length: to - from + 1 }, (_, step) => from + step));
  }
  return options.map(({ ref, label, correct }) => ({ ref, label, correct: correct ?? false }));
}

/**
 * The one definition of a question's figures. Options are counted, never combinations: of `n` respondents, each option
 * was chosen by some. A ranking gives the first of m options m points, the next m − 1, and those left out none (Borda).
 */
export function countResults(question: Counted, n: number, tallied: readonly Tallied[]): Results {
  const { kind } = question;
  if (kind === "words" || kind === "open" || kind === "questions")
    return { n, rows: [], mean: null, words: kind === "words" ? words(question, tallied) : [] };
  const choices = choicesOf(question);
  const rows: ResultRow[] = choices.map(({ ref, label, correct }) => {
    const of = tallied.filter(({ value }) => value === ref);
    const chosen = of.reduce((sum, { n }) => sum + n, 0);
    const points =
      kind === "ranking" ? of.reduce((sum, { n, place }) => sum + n * (choices.length - place + 1), 0) : null;
    const most = points === null ? n : n * choices.length;
    return {
      ref,
      label,
      n: chosen,
      correct,
      points,
      place: null,
      share: most === 0 ? 0 : (points ?? chosen) / most,
    };
  });
  const numeric = kind === "stars" || kind === "scale";
  const total = rows.reduce((sum, row) => sum + row.n, 0);
  const mean =
    numeric && total > 0 ? rows.reduce((sum, row) => sum + row.n * Number(row.ref), 0) / total : null;
  return { n, rows: kind === "ranking" ? placed(rows) : rows, mean, words: [] };
}

/** Options with the same points share a place. */
const placed = (rows: ResultRow[]): ResultRow[] =>
  rows.map((row) => ({
    ...row,
    place: rows.filter(({ points }) => (points ?? 0) > (row.points ?? 0)).length + 1,
  }));

function words({ hiddenWords }: Counted, tallied: readonly Tallied[]): Results["words"] {
  const counts = new Map<string, number>();
  for (const { value, n } of tallied) counts.set(value, (counts.get(value) ?? 0) + n);
  return [...counts]
    .map(([word, n]) => ({ word, n, hidden: hiddenWords.includes(word) }))
    .sort((a, b) => b.n - a.n || a.word.localeCompare(b.word, "fr"))
    .slice(0, WORDS_SHOWN);
}
