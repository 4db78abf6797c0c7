// The statements of an import, each for some thousand rows at once: the triggers that count run once per statement.
// Rows come as one JSON text, which costs one parameter whatever their number.

/**
 * Keeps the ids that were not known yet, and gives them back. $1 consultation, $2 ids.
 */
export const KEEP_IDS = `
  WITH added AS (
    INSERT INTO imported_contribution (consultation_id, external_id)
    SELECT $1::int, id FROM json_array_elements_text($2::json) AS t (id) ORDER BY id
    ON CONFLICT DO NOTHING RETURNING external_id
  )
  SELECT coalesce(json_agg(external_id), '[]')::text AS ids FROM added`;

/** Ids of a rehearsal, which leaves nothing behind. */
export const REHEARSED_IDS = "CREATE TEMP TABLE rehearsed_id (id text PRIMARY KEY) ON COMMIT DROP";
export const REHEARSE_IDS = `
  WITH added AS (
    INSERT INTO rehearsed_id SELECT id FROM json_array_elements_text($2::json) AS t (id)
    WHERE NOT EXISTS (SELECT 1 FROM imported_contribution WHERE consultation_id = $1::int AND external_id = id)
    ON CONFLICT DO NOTHING RETURNING id
  )
  SELECT coalesce(json_agg(id), '[]')::text AS ids FROM added`;

/**
 * Makes those who take part known, each once in $2. A region or stakeholder that is given moves those who had another,
 * and their voices with them; "unknown" takes nothing away. $1 consultation, $2 people.
 */
export const MEET_PEOPLE = `
  WITH given AS (
    SELECT * FROM json_to_recordset($2::json) AS g (key text, region text, stakeholder text)
  ), newcomers AS (
    INSERT INTO participant (consultation_id, external_key, region, stakeholder)
    SELECT $1::int, g.key, g.region, g.stakeholder FROM given AS g
    WHERE NOT EXISTS (SELECT 1 FROM participant AS p WHERE p.consultation_id = $1::int AND p.external_key = g.key)
    ORDER BY g.key
  ), moved AS (
    UPDATE participant AS p SET
      region = CASE g.region WHEN 'unknown' THEN p.region ELSE g.region END,
      stakeholder = CASE g.stakeholder WHEN 'unknown' THEN p.stakeholder ELSE g.stakeholder END
    FROM given AS g
    WHERE p.consultation_id = $1::int AND p.external_key = g.key
      AND (g.region NOT IN ('unknown', p.region) OR g.stakeholder NOT IN ('unknown', p.stakeholder))
    RETURNING p.id, p.region, p.stakeholder
  )
  UPDATE voice AS v SET region = m.region, stakeholder = m.stakeholder FROM moved AS m WHERE v.participant_id = m.id`;

/** $1 consultation, $2 comments, in the order in which they are to be numbered. */
export const IMPORT_COMMENTS = `
  INSERT INTO comment (consultation_id, item_id, participant_id, body, channel, created_at)
  SELECT $1::int, g."itemId", p.id, g.body, g.channel, g.at
  FROM ROWS FROM (json_to_recordset($2::json) AS (participant text, "itemId" int, body text, channel text, at timestamptz))
       WITH ORDINALITY AS g (participant, "itemId", body, channel, at, n)
  JOIN participant AS p ON p.consultation_id = $1::int AND p.external_key = g.participant
  ORDER BY g.n`;
