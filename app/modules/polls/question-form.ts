import { lineField } from "~/modules/consultation";
import { one, readForm } from "~/modules/stages";
import type { Fields, ParsedForm } from "~/platform/forms";
import { slugOf } from "~/platform/slugs";
import { questionSchema, type QuestionDefinition } from "./questionnaire";
import type { QuestionKind } from "./values";

/** Kinds whose answers are chosen among options that an organiser writes. */
export const KINDS_WITH_OPTIONS: readonly QuestionKind[] = ["single", "multiple", "quiz", "ranking"];
/** Kinds that may limit how many one gives. */
export const KINDS_WITH_MOST: readonly QuestionKind[] = ["multiple", "ranking", "words"];
/** Kinds whose texts may wait for an organiser. */
export const KINDS_WITH_TEXTS: readonly QuestionKind[] = ["open", "questions"];

/** Options that a question may have. */
const MOST_OPTIONS = 30;
const BLANK_OPTIONS = 3;

/** Rows of options that a form shows: those that there are, and a few empty ones. */
export const optionRows = (filled: number): number =>
  Math.min(MOST_OPTIONS, Math.max(4, filled + BLANK_OPTIONS));

/** A number, nothing, or something that the schema refuses. */
const number = (text: string): unknown =>
  text.trim() === "" ? null : /^\d{1,6}$/.test(text.trim()) ? Number(text) : text;

/**
 * Reads the form of a question of one kind. `ref` is the question's own, or null for a new one; `taken` are those of
 * the others. Options keep the ref that their row carries, so that a mended label keeps its answers.
 */
export function readQuestionForm(
  kind: QuestionKind,
  fields: Fields,
  ref: string | null,
  taken: ReadonlySet<string>,
): ParsedForm<QuestionDefinition> {
  const title = one(fields, "title");
  const rows = KINDS_WITH_OPTIONS.includes(kind) ? readOptions(kind, fields) : [];
  const input = {
    ref: ref ?? slugOf(title, taken, "question"),
    kind,
    title,
    options: rows.map(({ option }) => option),
    item: one(fields, "item") || null,
    most: KINDS_WITH_MOST.includes(kind) ? number(one(fields, "most")) : null,
    scale:
      kind === "scale"
        ? {
            from: number(one(fields, "from")),
            to: number(one(fields, "to")),
            low: one(fields, "low"),
            high: one(fields, "high"),
          }
        : null,
    seconds: number(one(fields, "seconds")),
    moderated: KINDS_WITH_TEXTS.includes(kind) && one(fields, "moderated") === "1",
    explanation: kind === "quiz" ? one(fields, "explanation") : null,
  };
  return readForm(questionSchema, input, ([first, index, inner]) => {
    if (first === "options")
      return optionField(rows[Number(index ?? 0)]?.row ?? 0, inner === "item" ? "item" : "label");
    if (first === "scale")
      return index === "to" || index === "low" || index === "high" ? String(index) : "from";
    return String(first ?? "");
  });
}

/** The name of a field in a row of options. */
export const optionField = (row: number, part: "ref" | "label" | "item" | "correct"): string =>
  `option-${row}-${part}`;

function readOptions(kind: QuestionKind, fields: Fields) {
  const part = (row: number, name: Parameters<typeof optionField>[1]) =>
    one(fields, optionField(row, name)).trim();
  const rows = Array.from({ length: MOST_OPTIONS }, (_, row) => row).filter(
    (row) => part(row, "label") !== "",
  );
  const taken = new Set(rows.map((row) => part(row, "ref")).filter(Boolean));
  return rows.map((row) => {
    const ref = part(row, "ref") || slugOf(part(row, "label"), taken, "option");
    taken.add(ref);
    const option = {
      ref,
      label: part(row, "label"),
      item: part(row, "item") || null,
      ...(kind === "quiz" && { correct: part(row, "correct") === "1" }),
    };
    return { row, option };
  });
}

/** A question as its form shows it. */
export function questionFields(question: QuestionDefinition): Record<string, string> {
  const fields: Record<string, string> = {
    title: question.title,
    item: question.item ?? "",
    most: String(question.most ?? ""),
    seconds: String(question.seconds ?? ""),
    moderated: question.moderated ? "1" : "",
    explanation: question.explanation ?? "",
    from: String(question.scale?.from ?? 1),
    to: String(question.scale?.to ?? 10),
    low: question.scale?.low ?? "",
    high: question.scale?.high ?? "",
  };
  for (const [row, { ref, label, item, correct }] of question.options.entries()) {
    Object.assign(fields, {
      [optionField(row, "ref")]: ref,
      [optionField(row, "label")]: label,
      [optionField(row, "item")]: item ?? "",
      [optionField(row, "correct")]: correct ? "1" : "",
    });
  }
  return fields;
}

/** The title of a questionnaire. */
export const questionnaireTitle = lineField(300);
