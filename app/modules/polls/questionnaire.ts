import { z } from "zod";
import { lineField, REF, typed } from "~/modules/consultation";
import { QUESTION_KINDS } from "./values";

const ref = z.string(typed("text")).regex(REF, "consultation:input.ref");
const whole = (min: number, max: number) =>
  z
    .number(typed("number"))
    .int("consultation:input.number")
    .min(min, "consultation:input.too-small")
    .max(max, "consultation:input.too-big");

const option = z.object(
  { ref, label: lineField(300), item: ref.nullish(), correct: z.boolean(typed("boolean")).nullish() },
  typed("object"),
);

/** The kinds whose answers are chosen among options. */
const WITH_OPTIONS = new Set<string>(["single", "multiple", "quiz", "ranking"]);

const definition = z.object(
  {
    ref,
    kind: z.enum(QUESTION_KINDS, typed("choice")),
    title: lineField(300),
    options: z
      .array(option, typed("list"))
      .max(30, "consultation:input.too-many")
      .nullish()
      .transform((options) => options ?? []),
    /** The axis, action or objective that the question is about. Stars and positions count in its results. */
    item: ref.nullish().transform((item) => item ?? null),
    /** Multiple choice, ranking, words: how many one may give. */
    most: whole(1, 30)
      .nullish()
      .transform((most) => most ?? null),
    /** A scale's ends, and the words under them. */
    scale: z
      .object(
        {
          from: whole(0, 10),
          to: whole(1, 11),
          low: lineField(60, 0).nullish(),
          high: lineField(60, 0).nullish(),
        },
        typed("object"),
      )
      .nullish()
      .transform((scale) => scale ?? null),
    /** Seconds for answering, once the question is open. */
    seconds: whole(5, 3600)
      .nullish()
      .transform((seconds) => seconds ?? null),
    /** Texts wait for an organiser before they show. */
    moderated: z
      .boolean(typed("boolean"))
      .nullish()
      .transform((moderated) => moderated ?? false),
    /** Shown with the results of a quiz. */
    explanation: lineField(2000, 0)
      .nullish()
      .transform((explanation) => explanation || null),
  },
  typed("object"),
);

/** A question as the questionnaire's file writes it and the database keeps it. */
export const questionSchema = definition.superRefine((question, context) => {
  const wrong = (path: PropertyKey[], message: string, params: Record<string, string | number> = {}) =>
    context.addIssue({ code: "custom", path, message, params });
  const { kind, options, scale } = question;
  if (WITH_OPTIONS.has(kind) ? options.length < 2 : options.length > 0)
    wrong(["options"], WITH_OPTIONS.has(kind) ? "polls:input.two-options" : "polls:input.no-options");
  const seen = new Set<string>();
  for (const [index, { ref }] of options.entries()) {
    if (seen.has(ref)) wrong(["options", index, "ref"], "consultation:input.twice", { ref });
    seen.add(ref);
  }
  const right = options.filter(({ correct }) => correct).length;
  if (kind === "quiz" ? right === 0 : right > 0)
    wrong(["options"], kind === "quiz" ? "polls:input.no-right-answer" : "polls:input.right-answer");
  if (kind === "position" && !question.item) wrong(["item"], "polls:input.position-item");
  if (kind === "scale" && scale && scale.from >= scale.to) wrong(["scale"], "polls:input.scale");
  if (question.most !== null && WITH_OPTIONS.has(kind) && question.most > options.length)
    wrong(["most"], "consultation:input.too-big", { max: options.length });
});
export type QuestionDefinition = z.output<typeof questionSchema>;

/** The file of a questionnaire: what `data/questionnaire-melee.json` looks like. Keys that it does not name are left alone. */
export const questionnaireSchema = z
  .object(
    {
      title: lineField(300),
      questions: z
        .array(questionSchema, typed("list"))
        .min(1, "consultation:input.empty")
        .max(60, "consultation:input.too-many"),
    },
    typed("object"),
  )
  .superRefine(({ questions }, context) => {
    const seen = new Set<string>();
    for (const [index, { ref }] of questions.entries()) {
      if (seen.has(ref))
        context.addIssue({
          code: "custom",
          path: ["questions", index, "ref"],
          message: "consultation:input.twice",
          params: { ref },
        });
      seen.add(ref);
    }
  });
export type Questionnaire = z.output<typeof questionnaireSchema>;
