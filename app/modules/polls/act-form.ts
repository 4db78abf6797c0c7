import { one, readForm, zoneOf } from "~/modules/stages";
import type { Fields, ParsedForm } from "~/platform/forms";
import { readInstant, wallClock } from "~/platform/instants";
import { actSchema, type Act } from "./act";

/** Reads what the console posts. The date until which a poll goes on online is by the clocks of the stage's region. */
export const readAct = (fields: Fields, region: string): ParsedForm<Act> =>
  readForm(
    actSchema,
    one(fields, "act") === "online"
      ? { act: "online", until: readInstant(one(fields, "until"), zoneOf(region)) }
      : fields,
  );

/** An instant as a field of date and hour shows it there: "2023-10-15T23:59". */
export function localField(instant: Date, region: string): string {
  const { day, time } = wallClock(instant, zoneOf(region));
  return `${day}T${time}`;
}
