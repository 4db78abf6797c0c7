// What organisers do to a poll. Each statement changes one row that every screen follows, and its version with it.

/** A poll that is held. $1 event */
export const HELD_STATE = `
  SELECT s.event_id AS "eventId", s.mode, s.phase, s.question_id AS "questionId",
         (extract(epoch FROM s.closes_at) * 1000)::float8 AS "closesAt", c.id AS "consultationId", c.slug AS "consultationSlug",
         (SELECT coalesce(json_agg(json_build_object('id', q.id, 'ref', q.ref, 'round', q.round, 'itemId', q.item_id, 'revealed', q.revealed,
                   'kind', q.definition->>'kind', 'seconds', (q.definition->>'seconds')::int)), '[]')
          FROM live_question AS q WHERE q.event_id = s.event_id) AS questions
  FROM live_state AS s JOIN event AS e ON e.id = s.event_id JOIN consultation AS c ON c.id = e.consultation_id
  WHERE s.event_id = $1::int`;

/** $1 event, $2 mode, $3 question, $4 phase, $5 closes at, $6 online until (null keeps what was). */
export const SET_STATE = `
  UPDATE live_state SET version = version + 1, mode = $2::text, question_id = $3::int, phase = $4::text,
    closes_at = $5::timestamptz, online_until = coalesce($6::timestamptz, online_until) WHERE event_id = $1::int`;
/** $1 event, $2 on or off */
export const SET_BLANK = `UPDATE live_state SET version = version + 1, blank = $2::boolean WHERE event_id = $1::int`;
/** $1 question, $2 shown or not */
export const SET_REVEALED = `UPDATE live_question SET revealed = $2::boolean WHERE id = $1::int`;
/** $1 question */
export const NEXT_ROUND = `UPDATE live_question SET round = round + 1, revealed = false, hidden_words = '{}' WHERE id = $1::int`;
/** $1 question, $2 word */
export const HIDE_WORD = `UPDATE live_question SET hidden_words = array_append(array_remove(hidden_words, $2::text), $2::text) WHERE id = $1::int`;
export const SHOW_WORD = `UPDATE live_question SET hidden_words = array_remove(hidden_words, $2::text) WHERE id = $1::int`;
/** $1 event, $2 text, $3 status */
export const SET_TEXT = `
  UPDATE live_text AS t SET status = $3::text FROM live_question AS q
  WHERE t.id = $2::int AND q.id = t.question_id AND q.event_id = $1::int`;
/** Answers of a question's round, with who gave them. $1 question, $2 round */
export const ROUND = `
  SELECT r.key, a.question_id AS "questionId", a.choices, a.channel FROM live_answer AS a
  JOIN live_respondent AS r ON r.id = a.respondent_id WHERE a.question_id = $1::int AND a.round = $2::int`;
