// How a questionnaire is made, and what its answers hold.

import { bool, int4, jsonb, list, statement, text } from "~/platform/db/sql.server";

/** The questions of a stage in order. `answers` of the current round, `held` of all rounds. $1 stage */
export const MANAGED_QUESTIONS = statement("polls.managed-questions", {
  sql: `
    SELECT q.id, q.definition,
      (SELECT count(*)::int FROM poll_answer AS a WHERE a.question_id = q.id AND a.round = q.round)
        + (SELECT count(*)::int FROM poll_text AS x WHERE x.question_id = q.id AND x.round = q.round) AS answers,
      (SELECT count(*)::int FROM poll_answer AS a WHERE a.question_id = q.id)
        + (SELECT count(*)::int FROM poll_text AS x WHERE x.question_id = q.id) AS held,
      ARRAY(SELECT DISTINCT unnest(a.choices) FROM poll_answer AS a WHERE a.question_id = q.id AND a.round = q.round) AS used
    FROM poll_question AS q WHERE q.stage_id = $1::int ORDER BY q.position, q.id`,
  takes: [int4],
  gives: { id: int4, definition: jsonb<unknown>(), answers: int4, held: int4, used: list(text) },
});

/** $1 questions, in their order. */
export const PLACE_QUESTIONS = statement("polls.place-questions", {
  sql: `
    UPDATE poll_question SET position = place - 1 FROM unnest($1::int[]) WITH ORDINALITY AS given (id, place)
    WHERE poll_question.id = given.id`,
  takes: [list(int4)],
});

/** Writes nothing when the code is another's. $1 stage, $2 code, $3 secret of the projector, $4 title */
export const ADD_POLL = statement("polls.add", {
  sql: `
    INSERT INTO poll (stage_id, code, screen_key, title) VALUES ($1::int, $2::text, $3::text, $4::text)
    ON CONFLICT (code) DO NOTHING`,
  takes: [int4, text, text, text],
});

/** Writes nothing when the code is another's. $1 stage, $2 code */
export const SET_CODE = statement("polls.set-code", {
  sql: `
    UPDATE poll SET code = $2::text WHERE stage_id = $1::int AND NOT EXISTS (SELECT 1 FROM poll WHERE code = $2::text)`,
  takes: [int4, text],
});

/** Whether anybody has answered at a stage, in whichever round. $1 stage */
export const HAS_ANSWERS = statement("polls.has-answers", {
  sql: `
    SELECT EXISTS (SELECT 1 FROM poll_answer AS a JOIN poll_question AS q ON q.id = a.question_id WHERE q.stage_id = $1::int)
        OR EXISTS (SELECT 1 FROM poll_text AS t JOIN poll_question AS q ON q.id = t.question_id WHERE q.stage_id = $1::int) AS answered`,
  takes: [int4],
  gives: { answered: bool },
});
