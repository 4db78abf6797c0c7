import { z } from "zod";
import type { Key } from "~/platform/i18n/catalogue";

const question = z
  .string("polls:refusal.unknown-question")
  .min(1, "polls:refusal.unknown-question")
  .max(200, "polls:refusal.unknown-question");
const number = (min: number, max: number, reason: Key) =>
  z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^\d{1,10}$/, reason)
          .transform(Number),
      ],
      reason,
    )
    .refine((value) => value >= min && value <= max, reason);
const seconds = number(0, 3600, "polls:refusal.seconds");

/**
 * What an organiser does. Each act names what it is done to, so that two organisers who press at once, or one who presses
 * twice, do it once. Fields of a form, or values.
 */
export const actSchema = z.discriminatedUnion(
  "act",
  [
    z.object({ act: z.enum(["show", "close", "reveal", "hide"]), question }),
    z.object({
      act: z.literal("reset"),
      question,
      round: number(0, 2 ** 31 - 1, "polls:refusal.unknown-question").optional(),
    }),
    z.object({ act: z.literal("open"), question, seconds: seconds.optional() }),
    z.object({ act: z.enum(["blank", "unblank", "end", "resume"]) }),
    z.object({ act: z.literal("online"), until: z.date("polls:refusal.until") }),
    z.object({ act: z.literal("limit"), seconds }),
    z.object({
      act: z.literal("text"),
      text: number(1, 2 ** 31 - 1, "polls:refusal.no-text"),
      verdict: z.enum(["published", "refused", "answered"], "polls:refusal.unknown-act"),
    }),
    z.object({
      act: z.literal("word"),
      question,
      word: z.string().min(1).max(200),
      hidden: z.union([z.boolean(), z.enum(["0", "1"]).transform((value) => value === "1")]),
    }),
  ],
  "polls:refusal.unknown-act",
);
export type Act = z.output<typeof actSchema>;
