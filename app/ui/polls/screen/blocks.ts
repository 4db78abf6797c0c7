import type { PollView, PollText, QuestionView, Results } from "~/modules/polls";
import type { T } from "~/platform/i18n";
import type { useFormat } from "~/ui/i18n";
import { itemLabel } from "~/ui/consultation/labels";
import { tellRows } from "../results/telling";
import { WORD_SIZES, wordSizes } from "../results/word-sizes";
import { aboutHeight, fit, flowing, howManyFit, stacked, type Block, type Fit } from "./fitting";

/** More options than this stand in two columns while people choose. */
export const ONE_COLUMN = 5;
/** So do more rows of bars than this. */
const ONE_COLUMN_OF_BARS = 12;
/** The label's part of a row of bars: the narrowest that lets letters be largest. `room.css` has the same three. */
const LABELS = [0.28, 0.42, 0.62] as const;
/** The space of a row's figures, in letters. */
const FIGURE = 8.8;

export interface ScreenFit extends Fit {
  /** Which of the widths labels have, from 1. */
  readonly labels: number;
  /** Of bars. */
  readonly columns: 1 | 2;
  readonly texts: readonly PollText[];
}

/** The sizes for the question that is on, as its options or as its results, and the texts that fit. */
export function fitView(
  t: T,
  format: ReturnType<typeof useFormat>,
  { question, results }: PollView,
): ScreenFit {
  const plain = { labels: 1, columns: 1, texts: [] } as const;
  if (!question) return { ...fit("", stacked([])), ...plain };
  const { title, kind } = question;
  const taken = aboutHeight(tellAbout(t, format, question));
  const fitted = (height: (step: number) => number, largest = 1) => fit(title, height, largest, taken);
  if (!results) return { ...fitted(stacked(optionBlocks(question), columnsOf(question))), ...plain };
  if (kind === "open" || kind === "questions") return { ...plain, ...fitTexts(fitted, results.texts) };
  if (kind === "words") return { ...fitted(flowing(cloud(results.total.words)), 3), ...plain };
  // Columns have a height of their own: `room.css`.
  if (kind === "scale") return { ...fitted(stacked([]), 4), ...plain };
  const columns = results.total.rows.length > ONE_COLUMN_OF_BARS ? 2 : 1;
  const fits = LABELS.map((share, index) => {
    const height = stacked(barBlocks(t, format, question, results.total, share), columns);
    const found = fitted(height);
    return { ...found, labels: index + 1, height: height(found.step) };
  });
  // The largest letters; among those, the fewest broken labels; among those, the longest bars.
  const best = fits.reduce((best, one) =>
    one.body < best.body || (one.body === best.body && one.height < best.height) ? one : best,
  );
  return { ...best, columns, texts: [] };
}

/** What a question is about, or "": "Axe 4 : Faire de la France…". */
export const tellAbout = (t: T, format: ReturnType<typeof useFormat>, { item }: QuestionView): string =>
  item ? t("polls:screen.about", { item: itemLabel(t, item), title: format.text(item.title) }) : "";

export const columnsOf = ({ options }: QuestionView): number => (options.length > ONE_COLUMN ? 2 : 1);

/** Options, and the line that says how many one may choose. */
const optionBlocks = ({ options }: QuestionView): Block[] => [
  ...options.map(({ label }) => ({ text: label, after: 0.7, beside: 3 })),
  { text: "", after: 0.9 },
];

function barBlocks(
  t: T,
  format: ReturnType<typeof useFormat>,
  question: QuestionView,
  total: Results,
  share: number,
): Block[] {
  const rows = tellRows(t, format, question, total).map(({ label, shape, mark }): Block => ({
    text: `${shape ? "▲ " : ""}${label}${mark ? ` ▲ ${mark}` : ""}`,
    share,
    beside: FIGURE,
    least: 1.1,
    after: 0.55,
  }));
  const explanation: Block[] =
    question.kind === "quiz" && question.explanation
      ? [{ text: question.explanation, scale: 0.8, after: 1.2, beside: 2 }]
      : [];
  return [...(total.mean === null ? [] : [{ text: "", scale: 1.3, after: 0.7 }]), ...rows, ...explanation];
}

/** Words with the size of each; their figures are small. */
function cloud(words: Results["words"]): { text: string; scale: number }[] {
  const sizes = wordSizes(words.map(({ n }) => n));
  return words.map(({ word }, index) => ({ text: word, scale: WORD_SIZES[(sizes[index] ?? 1) - 1] ?? 1 }));
}

/** The most supported texts: as large as lets three of them be read, and as many as there is room for. */
function fitTexts(
  fitted: (height: (step: number) => number, largest: number) => Fit,
  texts: readonly PollText[],
): Fit & { texts: readonly PollText[] } {
  const blocks = texts.map(({ body }): Block => ({ text: body, after: 1.4, beside: 8 }));
  const found = fitted(stacked(blocks.slice(0, 3)), 3);
  return { ...found, texts: texts.slice(0, howManyFit(blocks, found.step, found.room)) };
}
