import { normaliseText, STARS, POSITIONS, textProblem } from "~/modules/participation";
import { DomainError } from "~/platform/errors";
import type { Ending } from "~/platform/i18n/catalogue";
import { countCharacters } from "~/platform/text";
import { choicesOf } from "./counting";
import type { PollQuestion } from "./poll";
import { DEFAULT_WORDS, MOST_TEXT, MOST_WORD } from "./values";

/** What the form of a question posts, not yet held against the question. */
export interface AnswerFields {
  readonly choice: readonly string[];
  readonly stars?: string | undefined;
  readonly position?: string | undefined;
  /** Options in order, best first. */
  readonly ranking: readonly string[];
  readonly text: readonly string[];
}

/** An answer as it is kept: choices in order, or a text. */
export type ParsedAnswer = { readonly choices: readonly string[] } | { readonly text: string };

type Asked = Pick<PollQuestion, "kind" | "options" | "scale" | "most" | "hiddenWords">;

const refused = (reason: Ending<"polls:refusal.">, values: Record<string, string | number> = {}) =>
  new DomainError("invalid", `polls:refusal.${reason}`, values);

/**
 * Holds what was posted against the question.
 * @throws DomainError "invalid": nothing chosen, a choice that isn't there, too many, too long.
 */
export function parseAnswer(question: Asked, fields: AnswerFields): ParsedAnswer {
  switch (question.kind) {
    case "stars":
      return {
        choices: [oneOf(fields.stars ? [fields.stars] : fields.choice, STARS.map(String), "no-stars")],
      };
    case "position":
      return {
        choices: [oneOf(fields.position ? [fields.position] : fields.choice, POSITIONS, "no-position")],
      };
    case "single":
    case "quiz":
    case "scale":
      return {
        choices: [
          oneOf(
            fields.choice,
            choicesOf(question).map(({ ref }) => ref),
            "no-choice",
          ),
        ],
      };
    case "multiple":
    case "ranking":
      return {
        choices: several(
          question,
          question.kind === "ranking" && fields.ranking.some(Boolean) ? fields.ranking : fields.choice,
        ),
      };
    case "words":
      return { choices: words(question, fields.text) };
    case "open":
    case "questions":
      return { text: text(fields.text) };
  }
}

function oneOf(given: readonly string[], known: readonly string[], none: Ending<"polls:refusal.">): string {
  const [choice, ...others] = given.filter(Boolean);
  if (choice === undefined) throw refused(none);
  if (others.length > 0) throw refused("one-choice");
  if (!known.includes(choice)) throw refused("unknown-choice");
  return choice;
}

function several({ options, most }: Asked, given: readonly string[]): string[] {
  const chosen = [...new Set(given.filter(Boolean))];
  if (chosen.length === 0) throw refused("no-choice");
  if (!chosen.every((ref) => options.some((option) => option.ref === ref))) throw refused("unknown-choice");
  if (most !== null && chosen.length > most) throw refused("too-many-choices", { count: most });
  return chosen;
}

/** A word of a cloud as it is counted: without case or blanks around. */
export const normaliseWord = (word: string): string =>
  normaliseText(word).replace(/\s+/g, " ").trim().toLocaleLowerCase("fr");

function words({ most }: Asked, given: readonly string[]): string[] {
  const typed = given
    .flatMap((line) => line.split(/[\n,;]/))
    .map(normaliseWord)
    .filter((word) => VISIBLE.test(word));
  const distinct = [...new Set(typed)];
  const limit = most ?? DEFAULT_WORDS;
  if (distinct.length === 0) throw refused("no-word");
  if (distinct.some((word) => textProblem(word) !== null && countCharacters(word) <= MOST_WORD))
    throw refused("characters");
  if (distinct.some((word) => countCharacters(word) > MOST_WORD))
    throw refused("long-word", { count: MOST_WORD });
  if (distinct.length > limit) throw refused("too-many-words", { count: limit });
  return distinct;
}

const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;

function text(given: readonly string[]): string {
  const typed = normaliseText(given.join("\n")).trim();
  if (!VISIBLE.test(typed)) throw refused("no-text");
  if (countCharacters(typed) > MOST_TEXT) throw refused("long-text", { count: MOST_TEXT });
  if (textProblem(typed)) throw refused("characters");
  return typed;
}
