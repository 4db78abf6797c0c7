// What organisers do to a poll. Each statement changes one row that every screen follows, and its version with it.

import {
  bool,
  float8,
  int4,
  json,
  list,
  nullable,
  oneOf,
  statement,
  text,
  timestamptz,
} from "~/platform/db/sql.server";
import { PUBLICATIONS } from "~/modules/participation";
import { MODES, PHASES, SETTINGS, type QuestionKind } from "./values";

/** A question of a poll that is held. */
export interface HeldQuestion {
  id: number;
  ref: string;
  kind: QuestionKind;
  round: number;
  itemId: number | null;
  revealed: boolean;
  seconds: number | null;
}

/** A poll that is held. $1 stage */
export const HELD_STATE = statement("polls.held-state", {
  sql: `
    SELECT s.stage_id AS "stageId", s.mode, s.phase, s.question_id AS "questionId",
           (extract(epoch FROM s.closes_at) * 1000)::float8 AS "closesAt", c.id AS "consultationId", c.slug AS "consultationSlug",
           (SELECT coalesce(json_agg(json_build_object('id', q.id, 'ref', q.ref, 'round', q.round, 'itemId', q.item_id, 'revealed', q.revealed,
                     'kind', q.definition->>'kind', 'seconds', (q.definition->>'seconds')::int)), '[]')
            FROM poll_question AS q WHERE q.stage_id = s.stage_id) AS questions
    FROM poll AS s JOIN stage_facts AS e ON e.id = s.stage_id JOIN consultation_facts AS c ON c.id = e.consultation_id
    WHERE s.stage_id = $1::int`,
  takes: [int4],
  gives: {
    stageId: int4,
    mode: oneOf(...MODES),
    phase: oneOf(...PHASES),
    questionId: nullable(int4),
    closesAt: nullable(float8),
    consultationId: int4,
    consultationSlug: text,
    questions: json<HeldQuestion[]>(),
  },
});

/** $1 stage, $2 mode, $3 question, $4 phase, $5 closes at, $6 online until (null keeps what was). */
export const SET_STATE = statement("polls.set-state", {
  sql: `
    UPDATE poll SET version = version + 1, mode = $2::text, question_id = $3::int, phase = $4::text,
      closes_at = $5::timestamptz, online_until = coalesce($6::timestamptz, online_until) WHERE stage_id = $1::int`,
  takes: [
    int4,
    oneOf(...MODES),
    nullable(int4),
    oneOf(...PHASES),
    nullable(timestamptz),
    nullable(timestamptz),
  ],
});

/** $1 stage, $2 on or off */
export const SET_BLANK = statement("polls.set-blank", {
  sql: `UPDATE poll SET version = version + 1, blank = $2::boolean WHERE stage_id = $1::int`,
  takes: [int4, bool],
});

/** $1 question, $2 shown or not */
export const SET_REVEALED = statement("polls.set-revealed", {
  sql: `UPDATE poll_question SET revealed = $2::boolean WHERE id = $1::int`,
  takes: [int4, bool],
});

/** $1 question */
export const NEXT_ROUND = statement("polls.next-round", {
  sql: `UPDATE poll_question SET round = round + 1, revealed = false, hidden_words = '{}' WHERE id = $1::int`,
  takes: [int4],
});

/** $1 question, $2 word */
export const HIDE_WORD = statement("polls.hide-word", {
  sql: `UPDATE poll_question SET hidden_words = array_append(array_remove(hidden_words, $2::text), $2::text) WHERE id = $1::int`,
  takes: [int4, text],
});

export const SHOW_WORD = statement("polls.show-word", {
  sql: `UPDATE poll_question SET hidden_words = array_remove(hidden_words, $2::text) WHERE id = $1::int`,
  takes: [int4, text],
});

/** $1 stage, $2 text, $3 publication, $4 whether the room was given an answer. */
export const SET_TEXT = statement("polls.set-text", {
  sql: `
    UPDATE poll_text AS t SET publication = $3::text, answered = $4::boolean FROM poll_question AS q
    WHERE t.id = $2::int AND q.id = t.question_id AND q.stage_id = $1::int`,
  takes: [int4, int4, oneOf(...PUBLICATIONS), bool],
});

/** Answers of a question's round, with who gave them. $1 question, $2 round */
export const ROUND = statement("polls.round", {
  sql: `
    SELECT r.key, a.question_id AS "questionId", a.choices, a.setting FROM poll_answer AS a
    JOIN poll_respondent AS r ON r.id = a.respondent_id WHERE a.question_id = $1::int AND a.round = $2::int`,
  takes: [int4, int4],
  gives: { key: text, questionId: int4, choices: list(text), setting: oneOf(...SETTINGS) },
});
