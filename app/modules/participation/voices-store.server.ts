import { now } from "~/platform/clock";
import type { Queryable } from "~/platform/db/index.server";
import { bool, int4, json, statement } from "~/platform/db/sql.server";
import type { Part, VoiceParts } from "./input";
import type { Person } from "./participants-store.server";
import { voiceRows, type GivenVoice, type VoiceRow } from "./voices";

// The one statement by which voices are written, whoever gives them and by whichever channel. The triggers that keep
// tally, turnout and participant.voices run once per statement, so writers gather rows.

const given = (part: Part): string => `excluded.${part} IS NOT NULL`;
/** Whether a part that is given replaces the one that stands: the later of the two, or whatever is said now. */
const replaces = (part: Part): string =>
  `${given(part)} AND ($3::boolean OR v.${part}_at IS NULL OR v.${part}_at <= excluded.${part}_at)`;
const set = (part: Part): string =>
  ["", "_channel", "_at"]
    .map(
      (of) => `${part}${of} = CASE WHEN ${replaces(part)} THEN excluded.${part}${of} ELSE v.${part}${of} END`,
    )
    .join(", ");
/** What is said again by the same channel changes nothing; of what is dated, the later date counts. */
const changes = (part: Part): string =>
  `(${replaces(part)} AND (NOT $3::boolean
    OR (excluded.${part}, excluded.${part}_channel) IS DISTINCT FROM (v.${part}, v.${part}_channel)))`;

/**
 * Writes voices, at most one row per voter and item (`VoiceRow`); makes participants of voters who are not. A part that is
 * not given keeps what was there, and so does one that is older; a row in which nothing changes is not written. A known
 * voter keeps their region and stakeholder. $1 consultation, $2 JSON rows, $3 whether all is said now, and so is the latest.
 *
 * Voters are looked up one by one (LIMIT sees to it): in a room that fills within seconds PostgreSQL believes its tables
 * empty, and would read all who are there for each batch. A newcomer who is known already would burn a number.
 */
const WRITE_VOICES = statement("participation.write-voices", {
  takes: [int4, json<readonly VoiceRow[]>(), bool],
  sql: `
  WITH given AS (
    SELECT g.*, known.id, known.known_region, known.known_stakeholder
    FROM json_to_recordset($2::json) AS g (a int, k text, n text, r text, c text, i int,
                                           p text, pc text, pa timestamptz, s smallint, sc text, sa timestamptz)
    LEFT JOIN LATERAL (
      SELECT p.id, p.region AS known_region, p.stakeholder AS known_stakeholder
      FROM participant AS p WHERE p.consultation_id = $1::int AND p.account_id = g.a
      UNION ALL
      SELECT p.id, p.region, p.stakeholder FROM participant AS p WHERE p.consultation_id = $1::int AND p.external_key = g.k
      LIMIT 1) AS known ON true
  ), joined AS (
    INSERT INTO participant (consultation_id, account_id, external_key, display_name, region, stakeholder)
    SELECT DISTINCT ON (g.a, g.k) $1::int, g.a, g.k, g.n, g.r, g.c FROM given AS g WHERE g.id IS NULL
    ORDER BY g.a, g.k
    ON CONFLICT DO NOTHING
    RETURNING id, account_id, external_key, region, stakeholder
  ), said AS (
    SELECT g.id, g.known_region AS region, g.known_stakeholder AS stakeholder, g.i, g.p, g.pc, g.pa, g.s, g.sc, g.sa
    FROM given AS g WHERE g.id IS NOT NULL
    UNION ALL
    SELECT j.id, j.region, j.stakeholder, g.i, g.p, g.pc, g.pa, g.s, g.sc, g.sa
    FROM given AS g JOIN joined AS j ON j.account_id = g.a
    UNION ALL
    SELECT j.id, j.region, j.stakeholder, g.i, g.p, g.pc, g.pa, g.s, g.sc, g.sa
    FROM given AS g JOIN joined AS j ON j.external_key = g.k
  )
  INSERT INTO voice AS v (participant_id, item_id, consultation_id, region, stakeholder,
                          position, position_channel, position_at, stars, stars_channel, stars_at)
  SELECT g.id, g.i, $1::int, g.region, g.stakeholder, g.p, g.pc, g.pa, g.s, g.sc, g.sa FROM said AS g
  ORDER BY g.id, g.i
  ON CONFLICT (participant_id, item_id) DO UPDATE SET ${set("position")}, ${set("stars")}
  WHERE ${changes("position")} OR ${changes("stars")}`,
});

/** Takes a part of a voice back. $1 consultation, $2 account, $3 item. */
const withdrawing = (part: Part) =>
  statement(`participation.withdraw-${part}`, {
    sql: `
      UPDATE voice AS v SET ${part} = NULL, ${part}_channel = NULL, ${part}_at = NULL FROM participant AS p
      WHERE p.consultation_id = $1::int AND p.account_id = $2::int AND v.participant_id = p.id AND v.item_id = $3::int
        AND v.${part} IS NOT NULL`,
    takes: [int4, int4, int4],
  });
const WITHDRAW = { position: withdrawing("position"), stars: withdrawing("stars") };

/**
 * The one way in for voices, in a transaction that holds the consultation: of each voter and item the latest of each part,
 * figures included. `latest` by "writing": what is said now, in the order in which it comes; by "instant": what is dated
 * stands only over what is not later.
 */
export async function writeVoices(
  tx: Queryable,
  consultationId: number,
  given: Iterable<GivenVoice>,
  latest: "writing" | "instant",
): Promise<void> {
  const rows = voiceRows(given);
  if (rows.length > 0) await WRITE_VOICES.run(tx, consultationId, rows, latest === "writing");
}

/** What somebody says of an item on line. */
export interface OnlineVoice extends VoiceParts {
  person: Person;
  itemId: number;
}

/** Writes what accounts say on line, now. */
export function giveVoices(
  tx: Queryable,
  consultationId: number,
  voices: readonly OnlineVoice[],
): Promise<void> {
  const at = now();
  const given = voices.map(
    ({ person: { id, displayName, region, stakeholder }, itemId, position, stars }): GivenVoice => ({
      voter: { accountId: id, displayName },
      region,
      stakeholder,
      itemId,
      channel: "online",
      at,
      position,
      stars,
    }),
  );
  return writeVoices(tx, consultationId, given, "writing");
}

/** Takes back a part of what an account said of an item. */
export const withdrawPart = (
  tx: Queryable,
  part: Part,
  consultationId: number,
  accountId: number,
  itemId: number,
) => WITHDRAW[part].run(tx, consultationId, accountId, itemId);
