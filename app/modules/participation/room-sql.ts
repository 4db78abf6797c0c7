// What people of a poll say of themselves, and what its items open for.

const MOVED = `json_to_recordset($2::json) AS g (k text, region text, stakeholder text)`;

/** What people of the poll say of themselves. $1 consultation, $2 JSON rows of k (the key), region, stakeholder. */
export const MOVE_POLL_PARTICIPANTS = `
  UPDATE participant AS p SET region = g.region, stakeholder = g.stakeholder FROM ${MOVED}
  WHERE p.consultation_id = $1::int AND p.external_key = g.k AND (p.region, p.stakeholder) <> (g.region, g.stakeholder)`;
export const MOVE_POLL_VOICES = `
  UPDATE voice AS v SET region = g.region, stakeholder = g.stakeholder FROM participant AS p, ${MOVED}
  WHERE p.consultation_id = $1::int AND p.external_key = g.k AND v.participant_id = p.id
    AND (v.region, v.stakeholder) <> (g.region, g.stakeholder)`;

/** Which of these items take stars and votes. $1 ids. */
export const OPENINGS = `SELECT id, opens_vote AS "vote", opens_stars AS "stars" FROM item WHERE id = ANY($1::int[])`;
