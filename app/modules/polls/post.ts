import { z } from "zod";
import { REF } from "~/modules/consultation";

const most = (length: number) => z.string().max(length, "polls:refusal.too-long");

/** Longest of what is looked at: whatever is longer is refused by its own rule or by this one. */
const short = most(300);
const text = most(20_000);

const fields = z.object({
  question: z.string().regex(REF, "polls:refusal.unknown-question").optional(),
  round: z
    .string()
    .regex(/^\d{1,9}$/, "polls:refusal.unknown-question")
    .transform(Number)
    .optional(),
  choice: z.array(short).max(100, "polls:refusal.unknown-choice"),
  ranking: z.array(short).max(100, "polls:refusal.unknown-choice"),
  text: z.array(text).max(100, "polls:refusal.too-long"),
  stars: short.optional(),
  position: short.optional(),
  support: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, "polls:refusal.no-text")
    .transform(Number)
    .optional(),
  on: z.enum(["0", "1"], "polls:refusal.unknown-choice").optional(),
  stakeholder: short.optional(),
  region: short.optional(),
});

/** What the forms of a room post at one address: an answer, the support of a text, or who somebody is. */
export const postSchema = z
  .preprocess((given) => {
    if (!(given instanceof URLSearchParams)) return given;
    const several = (name: string) => given.getAll(name);
    return {
      ...Object.fromEntries(given),
      choice: several("choice"),
      ranking: several("ranking"),
      text: several("text"),
    };
  }, fields)
  .transform((post, context) => {
    const { question, support, on, stakeholder, region, ...answer } = post;
    if (question !== undefined) return { kind: "answer" as const, question, ...answer };
    if (support !== undefined) return { kind: "support" as const, text: support, on: on !== "0" };
    if (stakeholder !== undefined || region !== undefined)
      return {
        kind: "respondent" as const,
        stakeholder: stakeholder || undefined,
        region: region || undefined,
      };
    context.addIssue({ code: "custom", message: "polls:refusal.unknown-question" });
    return z.NEVER;
  });
