import type { Item } from "~/modules/consultation";
import type { QuestionDefinition, Questionnaire } from "./questionnaire";

/** The words of the built-in template, in the language of who asks for it. */
export interface TemplateWords {
  readonly title: string;
  readonly stars: string;
  readonly open: string;
}

const blank = {
  options: [],
  item: null,
  most: null,
  scale: null,
  seconds: null,
  moderated: false,
  explanation: null,
};

/** A questionnaire made of a consultation's axes: how important each is, and a last open question. */
export function templateOf(
  items: readonly Pick<Item, "ref" | "kind">[],
  words: TemplateWords,
): Questionnaire {
  const axes = items.filter(({ kind }) => kind === "axis");
  const stars = axes.map(({ ref }): QuestionDefinition => ({
    ...blank,
    ref: `priorite-${ref}`.slice(0, 80),
    kind: "stars",
    title: words.stars,
    item: ref,
  }));
  return {
    title: words.title,
    questions: [
      ...stars,
      { ...blank, ref: "question-libre", kind: "open", title: words.open, moderated: true },
    ],
  };
}

/** A questionnaire as its file writes it: without what is empty. */
export function fileOf({ title, questions }: Questionnaire): object {
  return {
    title,
    questions: questions.map((question) => spare({ ...question, options: question.options.map(spare) })),
  };
}

const spare = (value: object): object =>
  Object.fromEntries(
    Object.entries(value).filter(
      ([, part]) =>
        part !== null &&
        part !== undefined &&
        part !== false &&
        part !== "" &&
        !(Array.isArray(part) && part.length === 0),
    ),
  );
