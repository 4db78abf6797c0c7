import { z } from "zod";
import { lineField, textField } from "~/modules/consultation";
import { findRegion, REGIONS } from "~/modules/identity";
import type { Fields, ParsedForm } from "~/platform/forms";
import type { Key } from "~/platform/i18n/catalogue";
import { readInstant, wallClock } from "~/platform/instants";
import { linesOf, one, readForm } from "./form";
import type { Stage } from "./types";

/** What an organiser says of a stage; its slug and its testimonies are apart. */
export type StageFacts = Omit<Stage, "id" | "slug">;

const MOST_PEOPLE = 100_000;

/** A whole number, or nothing. */
const count = (max: number) =>
  z
    .string()
    .trim()
    .regex(/^(\d{1,7})?$/, "stages:errors.number")
    .transform((text) => (text === "" ? null : Number(text)))
    .refine((value) => value === null || value <= max, {
      error: "consultation:input.too-big",
      params: { max },
    });
const lines = z
  .string()
  .transform(linesOf)
  .pipe(z.array(lineField(300)).max(50, "stages:errors.lines"));
const url = z
  .string()
  .trim()
  .max(2000, "stages:errors.url")
  .transform((text) => text || null)
  .pipe(z.url({ protocol: /^https?$/, error: "stages:errors.url" }).nullable());

const stageForm = z
  .object({
    number: count(999),
    title: lineField(300),
    city: lineField(200),
    region: z.enum(
      REGIONS.map(({ code }) => code),
      { error: "stages:errors.region" },
    ),
    day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "stages:errors.day"),
    time: z.string().regex(/^\d{2}:\d{2}$/, "stages:errors.time"),
    place: lineField(300, 0),
    organisers: lines,
    partners: lines,
    programme: textField(10_000),
    attendance: count(MOST_PEOPLE),
    attendanceQualifier: lineField(50, 0),
    replayUrl: url,
  })
  .transform(({ day, time, place, attendanceQualifier, ...facts }, context): StageFacts => {
    const startsAt = localInstant(day, time, facts.region);
    if (typeof startsAt === "string")
      context.addIssue({
        code: "custom",
        path: [startsAt === "stages:errors.day" ? "day" : "time"],
        message: startsAt,
      });
    return {
      ...facts,
      startsAt: typeof startsAt === "string" ? new Date(0) : startsAt,
      place: place || null,
      attendanceQualifier: attendanceQualifier || null,
    };
  });

/** An instant by the clocks of a region, or why there is none: a day that does not exist, an hour that clocks skip. */
function localInstant(day: string, time: string, region: string): Date | Key {
  const timeZone = zoneOf(region);
  const year = Number(day.slice(0, 4));
  const midnight = readInstant(day, timeZone);
  if (!midnight || year < 1900 || year > 2200) return "stages:errors.day";
  const instant = readInstant(`${day}T${time}`, timeZone);
  if (!instant) return "stages:errors.time";
  const shown = wallClock(instant, timeZone);
  return shown.day === day && shown.time === time ? instant : "stages:errors.skipped";
}

/** The clocks of a region. */
export const zoneOf = (region: string): string => findRegion(region)?.timeZone ?? "Europe/Paris";

const FIELDS = Object.keys(stageForm.in.shape);

/** Reads the form of a stage. */
export const readStageForm = (fields: Fields): ParsedForm<StageFacts> =>
  readForm(stageForm, Object.fromEntries(FIELDS.map((name) => [name, one(fields, name)])));

/** A stage as its form shows it. */
export function stageFields(stage: Stage): Record<string, string> {
  const { day, time } = wallClock(stage.startsAt, zoneOf(stage.region));
  return {
    number: stage.number === null ? "" : String(stage.number),
    title: stage.title,
    city: stage.city,
    region: stage.region,
    day,
    time,
    place: stage.place ?? "",
    organisers: stage.organisers.join("\n"),
    partners: stage.partners.join("\n"),
    programme: stage.programme,
    attendance: stage.attendance === null ? "" : String(stage.attendance),
    attendanceQualifier: stage.attendanceQualifier ?? "",
    replayUrl: stage.replayUrl ?? "",
  };
}

const testimonyForm = z.object({
  item: z.string().min(1, "stages:errors.item"),
  speaker: lineField(200),
  role: lineField(300, 0).transform((text) => text || null),
  organisation: lineField(300, 0).transform((text) => text || null),
  points: z
    .string()
    .transform(linesOf)
    .pipe(z.array(lineField(1000)).max(50, "stages:errors.lines")),
});

/** A testimony as its form posts it; `item` is a ref. */
export type TestimonyFacts = z.output<typeof testimonyForm>;

export const readTestimonyForm = (fields: Fields): ParsedForm<TestimonyFacts> =>
  readForm(
    testimonyForm,
    Object.fromEntries(Object.keys(testimonyForm.shape).map((name) => [name, one(fields, name)])),
  );
