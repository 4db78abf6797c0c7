import { z } from "zod";
import { instantField, lineField, REF, textField, typed } from "~/modules/consultation";
import { REGIONS } from "~/modules/identity";

const name = z.string(typed("text")).regex(REF, "consultation:input.ref");
const count = z
  .number(typed("number"))
  .int("consultation:input.number")
  .min(0, "consultation:input.too-small")
  .max(1_000_000, "consultation:input.too-big");
const list = <T extends z.ZodType>(element: T, max: number) =>
  z.array(element, typed("list")).max(max, "consultation:input.too-many");

const testimony = z.object(
  {
    item: name,
    speaker: lineField(200),
    role: lineField(300, 0).nullish(),
    organisation: lineField(300, 0).nullish(),
    points: list(lineField(1000), 50).nullish(),
  },
  typed("object"),
);

const stage = z.object(
  {
    slug: name,
    stage: count.nullish(),
    title: lineField(300),
    city: lineField(200),
    region: z.enum(
      REGIONS.map(({ code }) => code),
      { error: "consultation:input.region" },
    ),
    startsAt: instantField,
    organisers: list(lineField(300), 50).nullish(),
    attendance: z.object({ inRoom: count, qualifier: lineField(50, 0).nullish() }, typed("object")).nullish(),
    place: lineField(300, 0).nullish(),
    partners: list(lineField(300), 50).nullish(),
    programme: textField(10_000).nullish(),
    replayUrl: z
      .url({ protocol: /^https?$/, error: "consultation:input.url" })
      .max(2000, "consultation:input.url")
      .nullish(),
    testimonies: list(testimony, 500).nullish(),
  },
  typed("object"),
);

/** The file of a tour: what `data/tour-des-regions.json` looks like. Keys that it does not name are left alone. */
export const stagesSchema = z
  .object({ consultation: name, events: list(stage, 200) }, typed("object"))
  .superRefine(({ events }, context) => {
    const seen = new Set<string>();
    for (const [index, { slug }] of events.entries()) {
      if (seen.has(slug))
        context.addIssue({
          code: "custom",
          path: ["events", index, "slug"],
          message: "consultation:input.twice",
          params: { ref: slug },
        });
      seen.add(slug);
    }
  });

export type StagesFile = z.output<typeof stagesSchema>;
