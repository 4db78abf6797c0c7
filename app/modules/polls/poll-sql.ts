// The statements of polls. Answers are rows; whatever is shown is counted from them.

const PLACE = `
  e.id AS "stageId", c.id AS "consultationId", c.slug AS "consultationSlug", e.slug AS "stageSlug", e.title AS "stageTitle",
  e.city, e.region, c.demonstration`;

const QUESTION = `json_build_object('id', q.id, 'definition', q.definition, 'revealed', q.revealed, 'round', q.round,
  'hiddenWords', q.hidden_words, 'itemId', q.item_id,
  'item', CASE WHEN i.id IS NOT NULL THEN json_build_object('ref', i.ref, 'kind', i.kind, 'number', i.number, 'title', i.title) END)`;

const questions = (of: string, only = "") => `
  (SELECT coalesce(json_agg(${QUESTION} ORDER BY q.position, q.id), '[]')
   FROM poll_question AS q LEFT JOIN item AS i ON i.id = q.item_id WHERE q.stage_id = ${of} ${only}) AS questions`;

/** Milliseconds since 1970 of an instant. */
const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

const STATE = `
  s.code, s.title, s.version, s.mode, s.phase, ${ms("s.closes_at")} AS "closesAt", ${ms("s.online_until")} AS "onlineUntil",
  s.blank, s.question_id AS "questionId"`;

const poll = (where: string) => `
  SELECT ${PLACE}, ${STATE}, ${questions("e.id")},
    (SELECT coalesce(sum(p.connected), 0)::int FROM poll_presence AS p WHERE p.stage_id = e.id AND p.seen_at > $2::timestamptz) AS connected
  FROM poll AS s JOIN stage AS e ON e.id = s.stage_id JOIN consultation AS c ON c.id = e.consultation_id
  WHERE ${where}`;

/** Everything but answers. $1 code or stage, $2 since when a process's count of phones holds. */
export const POLL = poll("s.code = $1::text");
export const POLL_OF = poll("s.stage_id = $1::int");

/** $1 stage */
export const QUESTIONS_OF = `SELECT ${questions("$1::int")}`;
export const SCREEN_KEY = `SELECT screen_key AS key FROM poll WHERE code = $1::text`;

/** Answers of the current round, by place only where the order counts. $1 questions. */
export const TALLIES = `
  SELECT a.question_id AS "questionId", a.setting, t.value,
         CASE WHEN q.definition->>'kind' = 'ranking' THEN t.place ELSE 1 END::int AS place, count(*)::int AS n
  FROM poll_question AS q JOIN poll_answer AS a ON a.question_id = q.id AND a.round = q.round
  CROSS JOIN LATERAL unnest(a.choices) WITH ORDINALITY AS t (value, place)
  WHERE q.id = ANY($1::int[]) GROUP BY 1, 2, 3, 4`;

/** Respondents of the current round, by setting and (null) together. Somebody who wrote in both is one. $1 questions. */
export const RESPONDENTS = `
  SELECT g.question_id AS "questionId", g.setting, count(DISTINCT g.respondent_id)::int AS n FROM (
    SELECT a.question_id, a.setting, a.respondent_id FROM poll_question AS q
    JOIN poll_answer AS a ON a.question_id = q.id AND a.round = q.round WHERE q.id = ANY($1::int[])
    UNION ALL
    SELECT t.question_id, t.setting, t.respondent_id FROM poll_question AS q
    JOIN poll_text AS t ON t.question_id = q.id AND t.round = q.round WHERE q.id = ANY($1::int[])
  ) AS g GROUP BY GROUPING SETS ((g.question_id, g.setting), (g.question_id))`;

/** Texts of the current round, of each status the most supported: none can crowd out another. $1 questions, $2 how many. */
export const TEXTS = `
  SELECT t.* FROM unnest($1::int[]) AS wanted (id)
  CROSS JOIN unnest(ARRAY['pending', 'visible', 'answered', 'hidden']) WITH ORDINALITY AS kind (status, rank)
  CROSS JOIN LATERAL (
    SELECT t.id, t.question_id AS "questionId", t.body, t.status, t.supports, t.setting
    FROM poll_question AS q JOIN poll_text AS t ON t.question_id = q.id AND t.round = q.round
    WHERE q.id = wanted.id AND t.status = kind.status ORDER BY t.supports DESC, t.id DESC LIMIT $2::int) AS t
  ORDER BY t.status <> 'pending', t.supports DESC, t.id DESC`;

/** $1 stage, $2 what has changed. Heard by every process once the transaction is committed. */
export const ANNOUNCE = `SELECT pg_notify('poll', $1::int || ' ' || $2::text)::text AS told`;

/**
 * Holds a poll for those who answer: together with each other, apart from an organiser who changes it. In a statement of
 * its own: what waits for a row sees all else as it was before. $1 stage
 */
export const HOLD_POLL = `SELECT stage_id AS held FROM poll WHERE stage_id = $1::int FOR SHARE`;

/** Holds a poll for an organiser. $1 stage */
export const LOCK_POLL = `SELECT stage_id AS held FROM poll WHERE stage_id = $1::int FOR UPDATE`;
/** $1 stage */
export const NEXT_VERSION = `UPDATE poll SET version = version + 1 WHERE stage_id = $1::int`;

/** $1 stage, $2 refs of the questions to read. */
export const HELD_POLL = `
  SELECT ${PLACE}, ${STATE}, ${questions("e.id", "AND q.ref = ANY($2::text[])")}
  FROM poll AS s JOIN stage AS e ON e.id = s.stage_id JOIN consultation AS c ON c.id = e.consultation_id
  WHERE e.id = $1::int`;

/**
 * Makes respondents of those who are not yet, and tells what each said of themselves. Known ones are not tried: a conflict
 * would burn a number. They are looked up one by one (LIMIT sees to it): in a room that fills within seconds PostgreSQL
 * believes its tables empty, and would read all who are there for each batch. $1 stage, $2… keys, regions, stakeholders.
 */
export const JOIN_POLL = `
  WITH asked AS (
    SELECT n.key, n.region, n.stakeholder, known.id, known.known_region, known.known_stakeholder
    FROM unnest($2::text[], $3::text[], $4::text[]) AS n (key, region, stakeholder) LEFT JOIN LATERAL (
      SELECT r.id, r.region AS known_region, r.stakeholder AS known_stakeholder
      FROM poll_respondent AS r WHERE r.stage_id = $1::int AND r.key = n.key LIMIT 1) AS known ON true
  ), joined AS (
    INSERT INTO poll_respondent (stage_id, key, region, stakeholder)
    SELECT $1::int, a.key, a.region, a.stakeholder FROM asked AS a WHERE a.id IS NULL ORDER BY a.key ON CONFLICT DO NOTHING
  )
  SELECT a.key, coalesce(a.known_region, a.region) AS region, coalesce(a.known_stakeholder, a.stakeholder) AS stakeholder FROM asked AS a`;

/** The respondent of a row of answers. */
const RESPONDENT =
  "CROSS JOIN LATERAL (SELECT k.id FROM poll_respondent AS k WHERE k.stage_id = $1::int AND k.key = x.key LIMIT 1) AS r";

/** One answer per respondent, question and round, the latest. $1 stage, $2 setting, $3 now, $4 JSON rows. */
export const KEEP_ANSWERS = `
  INSERT INTO poll_answer AS a (question_id, round, respondent_id, setting, choices, at)
  SELECT x.question, x.round, r.id, $2::text, x.choices, $3::timestamptz
  FROM json_to_recordset($4::json) AS x (key text, question int, round int, choices text[])
  ${RESPONDENT}
  ORDER BY x.question, r.id
  ON CONFLICT (question_id, round, respondent_id) DO UPDATE SET choices = excluded.choices, setting = excluded.setting, at = excluded.at
  WHERE (a.choices, a.setting) IS DISTINCT FROM (excluded.choices, excluded.setting)`;

/** Removes what devices answered whose holders now answer by their account. $1 stage, $2 JSON rows of key, question, round. */
export const DROP_ANSWERS = `
  DELETE FROM poll_answer AS a USING poll_respondent AS r, json_to_recordset($2::json) AS x (key text, question int, round int)
  WHERE r.stage_id = $1::int AND r.key = x.key AND a.respondent_id = r.id AND a.question_id = x.question AND a.round = x.round`;

/** Texts that each respondent has given. $1 stage, $2 keys, $3 questions. */
export const TEXTS_GIVEN = `
  SELECT r.key, t.question_id AS "questionId", t.body FROM poll_text AS t
  JOIN poll_question AS q ON q.id = t.question_id AND q.round = t.round
  JOIN poll_respondent AS r ON r.id = t.respondent_id
  WHERE r.stage_id = $1::int AND r.key = ANY($2::text[]) AND t.question_id = ANY($3::int[])`;

/** The same text by the same respondent is one text. $1 stage, $2 setting, $3 now, $4 JSON rows. */
export const KEEP_TEXTS = `
  INSERT INTO poll_text (question_id, round, respondent_id, setting, body, status, at)
  SELECT x.question, x.round, r.id, $2::text, x.body, x.status, $3::timestamptz
  FROM json_to_recordset($4::json) AS x (key text, question int, round int, body text, status text)
  ${RESPONDENT}
  ORDER BY x.question, r.id ON CONFLICT DO NOTHING`;

/** Texts that may be supported: shown to the public, of the current round. $1 stage, $2 texts. */
export const SUPPORTABLE = `
  SELECT t.id, q.ref FROM poll_text AS t JOIN poll_question AS q ON q.id = t.question_id AND q.round = t.round
  WHERE q.stage_id = $1::int AND t.id = ANY($2::int[]) AND t.status IN ('visible', 'answered')`;

const SUPPORTS = `json_to_recordset($2::json) AS x (key text, text int)
  JOIN poll_respondent AS r ON r.stage_id = $1::int AND r.key = x.key`;

/** The count of a text changes only as supports do. $1 stage, $2 JSON rows of key and text. */
export const SUPPORT_TEXTS = `
  WITH added AS (INSERT INTO poll_text_support (text_id, respondent_id)
                 SELECT x.text, r.id FROM ${SUPPORTS} ORDER BY x.text, r.id ON CONFLICT DO NOTHING RETURNING text_id)
  UPDATE poll_text AS t SET supports = t.supports + c.n FROM (SELECT text_id, count(*)::int AS n FROM added GROUP BY 1) AS c
  WHERE t.id = c.text_id`;
export const UNSUPPORT_TEXTS = `
  WITH removed AS (DELETE FROM poll_text_support AS s USING (SELECT x.text, r.id FROM ${SUPPORTS}) AS g
                   WHERE s.text_id = g.text AND s.respondent_id = g.id RETURNING s.text_id)
  UPDATE poll_text AS t SET supports = t.supports - c.n FROM (SELECT text_id, count(*)::int AS n FROM removed GROUP BY 1) AS c
  WHERE t.id = c.text_id`;

/** $1 stage, $2 JSON rows of key, region, stakeholder */
export const MOVE_RESPONDENTS = `
  UPDATE poll_respondent AS r SET region = x.region, stakeholder = x.stakeholder
  FROM json_to_recordset($2::json) AS x (key text, region text, stakeholder text)
  WHERE r.stage_id = $1::int AND r.key = x.key AND (r.region, r.stakeholder) <> (x.region, x.stakeholder)`;

/** What one respondent has said. $1 stage, $2 key. */
export const OWN = `
  SELECT r.region, r.stakeholder,
    (SELECT coalesce(json_agg(json_build_object('ref', q.ref, 'round', q.round, 'choices', a.choices)), '[]')
     FROM poll_answer AS a JOIN poll_question AS q ON q.id = a.question_id AND q.round = a.round WHERE a.respondent_id = r.id) AS answers,
    (SELECT coalesce(json_agg(json_build_object('ref', q.ref, 'round', q.round, 'body', t.body) ORDER BY t.id), '[]')
     FROM poll_text AS t JOIN poll_question AS q ON q.id = t.question_id AND q.round = t.round WHERE t.respondent_id = r.id) AS texts,
    (SELECT coalesce(json_agg(s.text_id), '[]') FROM poll_text_support AS s WHERE s.respondent_id = r.id) AS supported
  FROM poll_respondent AS r WHERE r.stage_id = $1::int AND r.key = $2::text`;

/** $1 process, $2 stage, $3 phones, $4 now */
export const PRESENT = `
  INSERT INTO poll_presence (process, stage_id, connected, seen_at)
  SELECT $1::text, e.id, $3::int, $4::timestamptz FROM stage AS e WHERE e.id = $2::int
  ON CONFLICT (process, stage_id) DO UPDATE SET connected = excluded.connected, seen_at = excluded.seen_at`;
export const FORGET_PRESENCE = `DELETE FROM poll_presence WHERE seen_at < $1::timestamptz`;
