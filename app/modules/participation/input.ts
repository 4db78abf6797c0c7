import { z } from "zod";
import type { Key } from "~/platform/i18n/catalogue";
import { compose, countCharacters } from "~/platform/text";
import { MOST_CHARACTERS, POSITIONS, type Position } from "./values";

/** A text as it is kept: in one writing, no blank lines around. */
export const normaliseText = (text: string): string =>
  compose(text)
    .replace(/^(?:[^\S\n]*\n)+/, "")
    .trimEnd();

const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;
/** What a database cannot keep, or gives back changed: NUL, and halves of characters. */
const UNKEEPABLE = /\0|\p{Cs}/u;

/** Whether a text can be asked of the database at all: an address may hold anything. */
export const isKeepable = (text: string): boolean => !UNKEEPABLE.test(text);

/** The key of what is wrong with a text that was normalised, or null. */
export function textProblem(text: string): Key | null {
  if (UNKEEPABLE.test(text)) return "participation:errors.characters";
  return countCharacters(text) > MOST_CHARACTERS ? "participation:errors.too-long" : null;
}

const text = z
  .string("participation:errors.text")
  .transform(normaliseText)
  .superRefine((value, context) => {
    const problem = textProblem(value);
    if (problem) context.addIssue({ code: "custom", message: problem });
  })
  .transform((value) => (VISIBLE.test(value) ? value : undefined));

const position = z
  .enum(["", ...POSITIONS], "participation:errors.position")
  .optional()
  .transform((value) => value || undefined);
const stars = z
  .enum(["", "1", "2", "3", "4", "5"], "participation:errors.stars")
  .optional()
  .transform((value) => (value ? Number(value) : undefined));

/** The number of a comment, as an address or a form carries it. */
const id = z
  .string("participation:errors.comment")
  .regex(/^[1-9]\d{0,9}$/, "participation:errors.comment")
  .transform(Number)
  .refine((value) => value < 2 ** 31, "participation:errors.comment");

const UUID = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})?$/i;
const submission = z
  .string("participation:errors.submission")
  .regex(UUID, "participation:errors.submission")
  .optional()
  .transform((value) => value?.toLowerCase() || undefined);

/** The parts of a voice that a form may carry; one left empty changes nothing. */
export interface VoiceParts {
  position?: Position | undefined;
  stars?: number | undefined;
}
export type Part = keyof VoiceParts;

/** What the form "Votre avis" posts. */
export const opinionSchema = z.object({
  position,
  stars,
  body: text.optional(),
  parentId: z
    .union([z.literal("").transform(() => undefined), id], "participation:errors.comment")
    .optional(),
  submission,
});
export type Opinion = z.infer<typeof opinionSchema>;

/** Whether a form said anything at all. */
export const saysNothing = ({ position, stars, body }: Opinion): boolean =>
  position === undefined && stars === undefined && body === undefined;

/** A comment that must be there: a reply, or the new text of an old one. */
export const commentSchema = z.object({
  body: text
    .refine((value) => value !== undefined, "participation:errors.text")
    .transform((value) => value ?? ""),
  submission,
});

/** Which comment a button is about. */
export const commentIdSchema = z.object({ comment: id });
