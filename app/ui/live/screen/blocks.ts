import type { LiveView, PollText, QuestionView, Results } from "~/modules/live";
import type { T } from "~/platform/i18n";
import type { useFormat } from "~/ui/i18n";
import { tellRows } from "../results/telling";
import { WORD_SIZES, wordSizes } from "../results/word-sizes";
import { fit, howManyFit, type Block, type Fit } from "./fitting";

/** More options than this stand in two columns while people choose. */
export const ONE_COLUMN = 5;
/** The label's part of a row of bars, and the space of its figures in letters; `room.css` says the same. */
const LABEL = 0.42;
const FIGURE = 8;

/** The sizes for the question that is on, as its options or as its results, and the texts that fit. */
export function fitView(t: T, format: ReturnType<typeof useFormat>, { question, results }: LiveView): Fit & { texts: readonly PollText[] } {
  if (!question) return { ...fit("", []), texts: [] };
  if (!results) {
    const blocks = question.options.map(({ label }) => ({ text: label, after: 0.7, beside: 2 }));
    return { ...fit(question.title, blocks, { columns: columnsOf(question) }), texts: [] };
  }
  if (question.kind === "open" || question.kind === "questions") return fitTexts(question, results.texts);
  return { ...fit(question.title, resultBlocks(t, format, question, results.total), { largest: question.kind === "words" ? 2 : 1 }), texts: [] };
}

export const columnsOf = ({ options }: QuestionView): number => (options.length > ONE_COLUMN ? 2 : 1);

function resultBlocks(t: T, format: ReturnType<typeof useFormat>, question: QuestionView, total: Results): Block[] {
  if (question.kind === "words") return cloudBlocks(total.words);
  if (question.kind === "scale") return [{ text: "", scale: 1.3 }, { text: "", least: 7 }, { text: question.scale?.low ?? "" }];
  const rows = tellRows(t, format, question, total).map(({ label, mark }): Block => ({
    text: mark ? `${label} · ✓ ${mark}` : label, share: LABEL, beside: FIGURE, least: 1.3, after: 0.55,
  }));
  const explanation: Block[] = question.kind === "quiz" && question.explanation ? [{ text: question.explanation, scale: 0.8, after: 1 }] : [];
  return [...(total.mean === null ? [] : [{ text: "", scale: 1.3 }]), ...rows, ...explanation];
}

/** The lines of a cloud, as if each were as high as its largest word. */
function cloudBlocks(words: Results["words"]): Block[] {
  const sizes = wordSizes(words.map(({ n }) => n));
  const line: { text: string; scale: number }[] = words.map(({ word }, index) => ({ text: `${word}×00`, scale: WORD_SIZES[(sizes[index] ?? 1) - 1] ?? 1 }));
  // Words of one size fill lines together; a block is all the words of a size.
  return WORD_SIZES.map((scale) => ({ scale, text: line.filter((one) => one.scale === scale).map(({ text }) => text).join("  ") }))
    .filter(({ text }) => text !== "")
    .map(({ scale, text }) => ({ scale, text, after: 0.2 * scale, share: 0.86 }));
}

/** The most supported texts, as large as lets at least three be read, or all that there are. */
function fitTexts({ title }: QuestionView, texts: readonly PollText[]): Fit & { texts: readonly PollText[] } {
  const blocks = texts.map(({ body }): Block => ({ text: body, least: 1, after: 1.4, beside: 5 }));
  const found = fit(title, blocks.slice(0, 3), { largest: 2 });
  return { ...found, texts: texts.slice(0, howManyFit(blocks, found.step, found.room)) };
}
