// The statements of polls. Answers are rows; whatever is shown is counted from them.

const PLACE = `
  e.id AS "eventId", c.id AS "consultationId", c.slug AS "consultationSlug", e.slug AS "eventSlug", e.title AS "eventTitle",
  e.city, e.region, c.demonstration`;

const QUESTION = `json_build_object('id', q.id, 'definition', q.definition, 'revealed', q.revealed, 'round', q.round,
  'hiddenWords', q.hidden_words, 'itemId', q.item_id,
  'item', CASE WHEN i.id IS NOT NULL THEN json_build_object('ref', i.ref, 'kind', i.kind, 'number', i.number, 'title', i.title) END)`;

const questions = (of: string, only = "") => `
  (SELECT coalesce(json_agg(${QUESTION} ORDER BY q.position, q.id), '[]')
   FROM live_question AS q LEFT JOIN item AS i ON i.id = q.item_id WHERE q.event_id = ${of} ${only}) AS questions`;

/** Milliseconds since 1970 of an instant. */
const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

const STATE = `
  s.code, s.title, s.version, s.mode, s.phase, ${ms("s.closes_at")} AS "closesAt", ${ms("s.online_until")} AS "onlineUntil",
  s.blank, s.question_id AS "questionId"`;

const poll = (where: string) => `
  SELECT ${PLACE}, ${STATE}, ${questions("e.id")},
    (SELECT coalesce(sum(p.connected), 0)::int FROM live_presence AS p WHERE p.event_id = e.id AND p.seen_at > $2::timestamptz) AS connected
  FROM live_state AS s JOIN event AS e ON e.id = s.event_id JOIN consultation AS c ON c.id = e.consultation_id
  WHERE ${where}`;

/** Everything but answers. $1 code or event, $2 since when a process's count of phones holds. */
export const POLL = poll("s.code = $1::text");
export const POLL_OF = poll("s.event_id = $1::int");

/** $1 event */
export const QUESTIONS_OF = `SELECT ${questions("$1::int")}`;
export const SCREEN_KEY = `SELECT screen_key AS key FROM live_state WHERE code = $1::text`;

/** Answers of the current round, by place only where the order counts. $1 questions. */
export const TALLIES = `
  SELECT a.question_id AS "questionId", a.channel, t.value,
         CASE WHEN q.definition->>'kind' = 'ranking' THEN t.place ELSE 1 END::int AS place, count(*)::int AS n
  FROM live_question AS q JOIN live_answer AS a ON a.question_id = q.id AND a.round = q.round
  CROSS JOIN LATERAL unnest(a.choices) WITH ORDINALITY AS t (value, place)
  WHERE q.id = ANY($1::int[]) GROUP BY 1, 2, 3, 4`;

/** Respondents of the current round, by channel and (null) together. Somebody who wrote in both is one. $1 questions. */
export const RESPONDENTS = `
  SELECT g.question_id AS "questionId", g.channel, count(DISTINCT g.respondent_id)::int AS n FROM (
    SELECT a.question_id, a.channel, a.respondent_id FROM live_question AS q
    JOIN live_answer AS a ON a.question_id = q.id AND a.round = q.round WHERE q.id = ANY($1::int[])
    UNION ALL
    SELECT t.question_id, t.channel, t.respondent_id FROM live_question AS q
    JOIN live_text AS t ON t.question_id = q.id AND t.round = q.round WHERE q.id = ANY($1::int[])
  ) AS g GROUP BY GROUPING SETS ((g.question_id, g.channel), (g.question_id))`;

/** Texts of the current round, of each status the most supported: none can crowd out another. $1 questions, $2 how many. */
export const TEXTS = `
  SELECT t.* FROM unnest($1::int[]) AS wanted (id)
  CROSS JOIN unnest(ARRAY['pending', 'visible', 'answered', 'hidden']) WITH ORDINALITY AS kind (status, rank)
  CROSS JOIN LATERAL (
    SELECT t.id, t.question_id AS "questionId", t.body, t.status, t.supports, t.channel
    FROM live_question AS q JOIN live_text AS t ON t.question_id = q.id AND t.round = q.round
    WHERE q.id = wanted.id AND t.status = kind.status ORDER BY t.supports DESC, t.id DESC LIMIT $2::int) AS t
  ORDER BY t.status <> 'pending', t.supports DESC, t.id DESC`;

/** $1 event, $2 what has changed. Heard by every process once the transaction is committed. */
export const ANNOUNCE = `SELECT pg_notify('live', $1::int || ' ' || $2::text)::text AS told`;

/**
 * Holds a poll for those who answer: together with each other, apart from an organiser who changes it. In a statement of
 * its own: what waits for a row sees all else as it was before. $1 event
 */
export const HOLD_POLL = `SELECT event_id AS held FROM live_state WHERE event_id = $1::int FOR SHARE`;

/** Holds a poll for an organiser. $1 event */
export const LOCK_POLL = `SELECT event_id AS held FROM live_state WHERE event_id = $1::int FOR UPDATE`;
/** $1 event */
export const NEXT_VERSION = `UPDATE live_state SET version = version + 1 WHERE event_id = $1::int`;

/** $1 event, $2 refs of the questions to read. */
export const HELD_POLL = `
  SELECT ${PLACE}, ${STATE}, ${questions("e.id", "AND q.ref = ANY($2::text[])")}
  FROM live_state AS s JOIN event AS e ON e.id = s.event_id JOIN consultation AS c ON c.id = e.consultation_id
  WHERE e.id = $1::int`;

/**
 * Makes respondents of those who are not yet, and tells what each said of themselves. Known ones are not tried: a conflict
 * would burn a number. They are looked up one by one (LIMIT sees to it): in a room that fills within seconds PostgreSQL
 * believes its tables empty, and would read all who are there for each batch. $1 event, $2… keys, regions, stakeholders.
 */
export const JOIN_POLL = `
  WITH asked AS (
    SELECT n.key, n.region, n.stakeholder, known.id, known.known_region, known.known_stakeholder
    FROM unnest($2::text[], $3::text[], $4::text[]) AS n (key, region, stakeholder) LEFT JOIN LATERAL (
      SELECT r.id, r.region AS known_region, r.stakeholder AS known_stakeholder
      FROM live_respondent AS r WHERE r.event_id = $1::int AND r.key = n.key LIMIT 1) AS known ON true
  ), joined AS (
    INSERT INTO live_respondent (event_id, key, region, stakeholder)
    SELECT $1::int, a.key, a.region, a.stakeholder FROM asked AS a WHERE a.id IS NULL ORDER BY a.key ON CONFLICT DO NOTHING
  )
  SELECT a.key, coalesce(a.known_region, a.region) AS region, coalesce(a.known_stakeholder, a.stakeholder) AS stakeholder FROM asked AS a`;

/** The respondent of a row of answers. */
const RESPONDENT =
  "CROSS JOIN LATERAL (SELECT k.id FROM live_respondent AS k WHERE k.event_id = $1::int AND k.key = x.key LIMIT 1) AS r";

/** One answer per respondent, question and round, the latest. $1 event, $2 channel, $3 now, $4 JSON rows. */
export const KEEP_ANSWERS = `
  INSERT INTO live_answer AS a (question_id, round, respondent_id, channel, choices, at)
  SELECT x.question, x.round, r.id, $2::text, x.choices, $3::timestamptz
  FROM json_to_recordset($4::json) AS x (key text, question int, round int, choices text[])
  ${RESPONDENT}
  ORDER BY x.question, r.id
  ON CONFLICT (question_id, round, respondent_id) DO UPDATE SET choices = excluded.choices, channel = excluded.channel, at = excluded.at
  WHERE (a.choices, a.channel) IS DISTINCT FROM (excluded.choices, excluded.channel)`;

/** Removes what devices answered whose holders now answer by their account. $1 event, $2 JSON rows of key, question, round. */
export const DROP_ANSWERS = `
  DELETE FROM live_answer AS a USING live_respondent AS r, json_to_recordset($2::json) AS x (key text, question int, round int)
  WHERE r.event_id = $1::int AND r.key = x.key AND a.respondent_id = r.id AND a.question_id = x.question AND a.round = x.round`;

/** Texts that each respondent has given. $1 event, $2 keys, $3 questions. */
export const TEXTS_GIVEN = `
  SELECT r.key, t.question_id AS "questionId", t.body FROM live_text AS t
  JOIN live_question AS q ON q.id = t.question_id AND q.round = t.round
  JOIN live_respondent AS r ON r.id = t.respondent_id
  WHERE r.event_id = $1::int AND r.key = ANY($2::text[]) AND t.question_id = ANY($3::int[])`;

/** The same text by the same respondent is one text. $1 event, $2 channel, $3 now, $4 JSON rows. */
export const KEEP_TEXTS = `
  INSERT INTO live_text (question_id, round, respondent_id, channel, body, status, at)
  SELECT x.question, x.round, r.id, $2::text, x.body, x.status, $3::timestamptz
  FROM json_to_recordset($4::json) AS x (key text, question int, round int, body text, status text)
  ${RESPONDENT}
  ORDER BY x.question, r.id ON CONFLICT DO NOTHING`;

/** Texts that may be supported: shown to the public, of the current round. $1 event, $2 texts. */
export const SUPPORTABLE = `
  SELECT t.id, q.ref FROM live_text AS t JOIN live_question AS q ON q.id = t.question_id AND q.round = t.round
  WHERE q.event_id = $1::int AND t.id = ANY($2::int[]) AND t.status IN ('visible', 'answered')`;

const SUPPORTS = `json_to_recordset($2::json) AS x (key text, text int)
  JOIN live_respondent AS r ON r.event_id = $1::int AND r.key = x.key`;

/** The count of a text changes only as supports do. $1 event, $2 JSON rows of key and text. */
export const SUPPORT_TEXTS = `
  WITH added AS (INSERT INTO live_text_support (text_id, respondent_id)
                 SELECT x.text, r.id FROM ${SUPPORTS} ORDER BY x.text, r.id ON CONFLICT DO NOTHING RETURNING text_id)
  UPDATE live_text AS t SET supports = t.supports + c.n FROM (SELECT text_id, count(*)::int AS n FROM added GROUP BY 1) AS c
  WHERE t.id = c.text_id`;
export const UNSUPPORT_TEXTS = `
  WITH removed AS (DELETE FROM live_text_support AS s USING (SELECT x.text, r.id FROM ${SUPPORTS}) AS g
                   WHERE s.text_id = g.text AND s.respondent_id = g.id RETURNING s.text_id)
  UPDATE live_text AS t SET supports = t.supports - c.n FROM (SELECT text_id, count(*)::int AS n FROM removed GROUP BY 1) AS c
  WHERE t.id = c.text_id`;

/** $1 event, $2 JSON rows of key, region, stakeholder */
export const MOVE_RESPONDENTS = `
  UPDATE live_respondent AS r SET region = x.region, stakeholder = x.stakeholder
  FROM json_to_recordset($2::json) AS x (key text, region text, stakeholder text)
  WHERE r.event_id = $1::int AND r.key = x.key AND (r.region, r.stakeholder) <> (x.region, x.stakeholder)`;

/** What one respondent has said. $1 event, $2 key. */
export const OWN = `
  SELECT r.region, r.stakeholder,
    (SELECT coalesce(json_agg(json_build_object('ref', q.ref, 'round', q.round, 'choices', a.choices)), '[]')
     FROM live_answer AS a JOIN live_question AS q ON q.id = a.question_id AND q.round = a.round WHERE a.respondent_id = r.id) AS answers,
    (SELECT coalesce(json_agg(json_build_object('ref', q.ref, 'round', q.round, 'body', t.body) ORDER BY t.id), '[]')
     FROM live_text AS t JOIN live_question AS q ON q.id = t.question_id AND q.round = t.round WHERE t.respondent_id = r.id) AS texts,
    (SELECT coalesce(json_agg(s.text_id), '[]') FROM live_text_support AS s WHERE s.respondent_id = r.id) AS supported
  FROM live_respondent AS r WHERE r.event_id = $1::int AND r.key = $2::text`;

/** $1 process, $2 event, $3 phones, $4 now */
export const PRESENT = `
  INSERT INTO live_presence (process, event_id, connected, seen_at)
  SELECT $1::text, e.id, $3::int, $4::timestamptz FROM event AS e WHERE e.id = $2::int
  ON CONFLICT (process, event_id) DO UPDATE SET connected = excluded.connected, seen_at = excluded.seen_at`;
export const FORGET_PRESENCE = `DELETE FROM live_presence WHERE seen_at < $1::timestamptz`;
