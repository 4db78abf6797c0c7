// Voices that reach a consultation by a poll: of accounts, and of devices that are known by a key alone.

import { KEEP_LATEST } from "./sql";

/**
 * Writes voices as GIVE_VOICES does, whoever gives them. $1 consultation, $2 now, $3 JSON rows of account_id or
 * external_key, display_name, region, stakeholder, item_id, position, stars: at most one row per person and item.
 *
 * People are looked up one by one (LIMIT sees to it): in a room that fills within seconds PostgreSQL believes its tables
 * empty, and would read all who are there for each batch.
 */
export const GIVE_POLL_VOICES = `
  WITH given AS (
    SELECT g.*, known.id, known.known_region, known.known_stakeholder
    FROM json_to_recordset($3::json) AS g (account_id int, external_key text, display_name text, region text,
                                           stakeholder text, item_id int, position text, stars smallint)
    LEFT JOIN LATERAL (
      SELECT p.id, p.region AS known_region, p.stakeholder AS known_stakeholder
      FROM participant AS p WHERE p.consultation_id = $1::int AND p.account_id = g.account_id
      UNION ALL
      SELECT p.id, p.region, p.stakeholder FROM participant AS p WHERE p.consultation_id = $1::int AND p.external_key = g.external_key
      LIMIT 1) AS known ON true
  ), joined AS (
    INSERT INTO participant (consultation_id, account_id, external_key, display_name, region, stakeholder)
    SELECT DISTINCT ON (g.account_id, g.external_key) $1::int, g.account_id, g.external_key, g.display_name, g.region, g.stakeholder
    FROM given AS g WHERE g.id IS NULL
    ORDER BY g.account_id, g.external_key
    ON CONFLICT DO NOTHING
    RETURNING id, account_id, external_key, region, stakeholder
  ), people AS (
    SELECT g.id, g.known_region AS region, g.known_stakeholder AS stakeholder, g.item_id, g.position, g.stars
    FROM given AS g WHERE g.id IS NOT NULL
    UNION ALL
    SELECT j.id, j.region, j.stakeholder, g.item_id, g.position, g.stars FROM given AS g
    JOIN joined AS j ON j.account_id = g.account_id
    UNION ALL
    SELECT j.id, j.region, j.stakeholder, g.item_id, g.position, g.stars FROM given AS g
    JOIN joined AS j ON j.external_key = g.external_key
  )
  INSERT INTO voice AS v (participant_id, item_id, consultation_id, region, stakeholder,
                          position, position_channel, position_at, stars, stars_channel, stars_at)
  SELECT g.id, g.item_id, $1::int, g.region, g.stakeholder,
         g.position, CASE WHEN g.position IS NOT NULL THEN 'event' END, CASE WHEN g.position IS NOT NULL THEN $2::timestamptz END,
         g.stars, CASE WHEN g.stars IS NOT NULL THEN 'event' END, CASE WHEN g.stars IS NOT NULL THEN $2::timestamptz END
  FROM people AS g
  ORDER BY g.id, g.item_id
  ${KEEP_LATEST}`;

const taking = (part: "position" | "stars") => `
  WITH given AS (
    SELECT * FROM json_to_recordset($2::json) AS g (account_id int, external_key text, item_id int, value text)
  ), people AS (
    SELECT p.id, g.item_id, g.value FROM given AS g JOIN participant AS p ON p.consultation_id = $1::int AND p.account_id = g.account_id
    UNION ALL
    SELECT p.id, g.item_id, g.value FROM given AS g JOIN participant AS p ON p.consultation_id = $1::int AND p.external_key = g.external_key
  )
  UPDATE voice AS v SET ${part} = NULL, ${part}_channel = NULL, ${part}_at = NULL FROM people AS g
  WHERE v.participant_id = g.id AND v.item_id = g.item_id AND v.${part}::text = coalesce(g.value, v.${part}::text)
    AND v.${part}_channel = 'event'`;

/** Takes back what a poll gave, unless its giver has said something else since. $1 consultation, $2 JSON rows. */
export const TAKE_POLL_VOICES = { position: taking("position"), stars: taking("stars") };

const MOVED = `json_to_recordset($2::json) AS g (external_key text, region text, stakeholder text)`;

/** What people of the poll say of themselves. $1 consultation, $2 JSON rows of external_key, region, stakeholder. */
export const MOVE_POLL_PARTICIPANTS = `
  UPDATE participant AS p SET region = g.region, stakeholder = g.stakeholder FROM ${MOVED}
  WHERE p.consultation_id = $1::int AND p.external_key = g.external_key AND (p.region, p.stakeholder) <> (g.region, g.stakeholder)`;
export const MOVE_POLL_VOICES = `
  UPDATE voice AS v SET region = g.region, stakeholder = g.stakeholder FROM participant AS p, ${MOVED}
  WHERE p.consultation_id = $1::int AND p.external_key = g.external_key AND v.participant_id = p.id
    AND (v.region, v.stakeholder) <> (g.region, g.stakeholder)`;

/** Which of these items take stars and votes. $1 ids. */
export const OPENINGS = `SELECT id, opens_vote AS "vote", opens_stars AS "stars" FROM item WHERE id = ANY($1::int[])`;
