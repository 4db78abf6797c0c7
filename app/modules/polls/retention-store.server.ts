import { now } from "~/platform/clock";
import { writer } from "~/platform/db/index.server";
import { int4, statement, timestamptz } from "~/platform/db/sql.server";

/** Polls of consultations that were closed so many months ago, by the calendar of their place. $1 months, $2 now. */
const ANONYMISE = statement("polls.anonymise", {
  sql: `
    UPDATE poll_respondent AS r SET key = 'x' || r.id
    FROM stage_facts AS e JOIN consultation_facts AS c ON c.id = e.consultation_id
    WHERE r.stage_id = e.id AND r.key NOT LIKE 'x%'
      AND (c.closes_at AT TIME ZONE c.time_zone + make_interval(months => $1::int)) AT TIME ZONE c.time_zone <= $2::timestamptz`,
  takes: [int4, timestamptz],
});

/**
 * Erases by which account or device the polls of a consultation were answered, so many months after its closing: the
 * answers stay counted, by nobody. @returns how many.
 */
export const anonymiseRespondents = (months: number): Promise<number> =>
  ANONYMISE.run(writer(), months, now());
