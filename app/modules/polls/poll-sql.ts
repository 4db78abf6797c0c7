// How a poll is read, held and followed. Answers are rows; whatever is shown is counted from them.

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
import { STANDINGS } from "~/modules/participation";
import type { PollItem } from "./poll";
import type { QuestionDefinition } from "./questionnaire";
import { MODES, PHASES, SETTINGS } from "./values";

/** A question as the statements of a poll give it. */
export interface QuestionRow {
  id: number;
  /** Written only after it was checked by the questionnaire's schema. */
  definition: QuestionDefinition;
  revealed: boolean;
  round: number;
  hiddenWords: string[];
  itemId: number | null;
  item: PollItem | null;
}

const QUESTION = `json_build_object('id', q.id, 'definition', q.definition, 'revealed', q.revealed, 'round', q.round,
  'hiddenWords', q.hidden_words, 'itemId', q.item_id,
  'item', CASE WHEN i.id IS NOT NULL THEN json_build_object('ref', i.ref, 'kind', i.kind, 'number', i.number, 'title', i.title) END)`;

const questions = (of: string, only = "") => `
  (SELECT coalesce(json_agg(${QUESTION} ORDER BY q.position, q.id), '[]')
   FROM poll_question AS q LEFT JOIN item_facts AS i ON i.id = q.item_id WHERE q.stage_id = ${of} ${only}) AS questions`;

/** Milliseconds since 1970 of an instant. */
const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

const POLLS = `poll AS s JOIN stage_facts AS e ON e.id = s.stage_id JOIN consultation_facts AS c ON c.id = e.consultation_id`;
const STATE = `
  e.id AS "stageId", c.id AS "consultationId", c.slug AS "consultationSlug", e.slug AS "stageSlug", e.title AS "stageTitle",
  e.city, e.region, c.demonstration,
  s.code, s.title, s.version, s.mode, s.phase, ${ms("s.closes_at")} AS "closesAt", ${ms("s.online_until")} AS "onlineUntil",
  s.blank, s.question_id AS "questionId"`;

const state = {
  stageId: int4,
  consultationId: int4,
  consultationSlug: text,
  stageSlug: text,
  stageTitle: text,
  city: text,
  region: text,
  demonstration: bool,
  code: text,
  title: text,
  version: int4,
  mode: oneOf(...MODES),
  phase: oneOf(...PHASES),
  closesAt: nullable(float8),
  onlineUntil: nullable(float8),
  blank: bool,
  questionId: nullable(int4),
  questions: json<QuestionRow[]>(),
};

const poll = (where: string) => `
  SELECT ${STATE}, ${questions("e.id")},
    (SELECT coalesce(sum(p.connected), 0)::int FROM poll_presence AS p WHERE p.stage_id = e.id AND p.seen_at > $2::timestamptz) AS connected
  FROM ${POLLS} WHERE ${where}`;

/** Everything but answers. $1 code or stage, $2 since when a process's count of phones holds. */
export const POLL = statement("polls.poll", {
  sql: poll("s.code = $1::text"),
  takes: [text, timestamptz],
  gives: { ...state, connected: int4 },
});
export const POLL_OF = statement("polls.poll-of-stage", {
  sql: poll("s.stage_id = $1::int"),
  takes: [int4, timestamptz],
  gives: { ...state, connected: int4 },
});

/** $1 stage */
export const QUESTIONS_OF = statement("polls.questions", {
  sql: `SELECT ${questions("$1::int")}`,
  takes: [int4],
  gives: { questions: json<QuestionRow[]>() },
});
/** $1 code */
export const SCREEN_KEY = statement("polls.screen-key", {
  sql: `SELECT screen_key AS key FROM poll WHERE code = $1::text`,
  takes: [text],
  gives: { key: text },
});

/** Answers of the current round, by place only where the order counts. $1 questions. */
export const TALLIES = statement("polls.tallies", {
  sql: `
    SELECT a.question_id AS "questionId", a.setting, t.value,
           CASE WHEN q.definition->>'kind' = 'ranking' THEN t.place ELSE 1 END::int AS place, count(*)::int AS n
    FROM poll_question AS q JOIN poll_answer AS a ON a.question_id = q.id AND a.round = q.round
    CROSS JOIN LATERAL unnest(a.choices) WITH ORDINALITY AS t (value, place)
    WHERE q.id = ANY($1::int[]) GROUP BY 1, 2, 3, 4`,
  takes: [list(int4)],
  gives: { questionId: int4, setting: oneOf(...SETTINGS), value: text, place: int4, n: int4 },
});

/**
 * Respondents of the current round, by setting and (null) together. Somebody who wrote in both is one. Who wrote took part,
 * whatever moderation makes of the text: this counts people, not texts. $1 questions.
 */
export const RESPONDENTS = statement("polls.respondents", {
  sql: `
    SELECT g.question_id AS "questionId", g.setting, count(DISTINCT g.respondent_id)::int AS n FROM (
      SELECT a.question_id, a.setting, a.respondent_id FROM poll_question AS q
      JOIN poll_answer AS a ON a.question_id = q.id AND a.round = q.round WHERE q.id = ANY($1::int[])
      UNION ALL
      SELECT t.question_id, t.setting, t.respondent_id FROM poll_question AS q
      JOIN poll_text_as_read AS t ON t.question_id = q.id AND t.round = q.round AND t.took_part WHERE q.id = ANY($1::int[])
    ) AS g GROUP BY GROUPING SETS ((g.question_id, g.setting), (g.question_id))`,
  takes: [list(int4)],
  gives: { questionId: int4, setting: nullable(oneOf(...SETTINGS)), n: int4 },
});

/**
 * Texts of the current round that their authors have not taken back, of each standing the most supported: none can crowd
 * out another. $1 questions, $2 how many.
 */
export const TEXTS = statement("polls.texts", {
  sql: `
    SELECT t.* FROM unnest($1::int[]) AS wanted (id)
    CROSS JOIN (VALUES ('pending', false), ('published', false), ('published', true), ('refused', false)) AS kind (standing, answered)
    CROSS JOIN LATERAL (
      SELECT t.id, t.question_id AS "questionId", t.text AS body, t.standing, t.answered, t.supports, t.setting
      FROM poll_question AS q JOIN poll_text_as_read AS t ON t.question_id = q.id AND t.round = q.round
      WHERE q.id = wanted.id AND t.standing = kind.standing AND t.answered = kind.answered
      ORDER BY t.supports DESC, t.id DESC LIMIT $2::int) AS t
    ORDER BY t.standing <> 'pending', t.supports DESC, t.id DESC`,
  takes: [list(int4), int4],
  gives: {
    id: int4,
    questionId: int4,
    body: text,
    standing: oneOf(...STANDINGS),
    answered: bool,
    supports: int4,
    setting: oneOf(...SETTINGS),
  },
});

/** $1 stage, $2 what has changed. Heard by every process once the transaction is committed. */
export const ANNOUNCE = statement("polls.announce", {
  sql: `SELECT pg_notify('poll', $1::int || ' ' || $2::text)::text AS told`,
  takes: [int4, text],
  gives: { told: text },
});

/**
 * Holds a poll for those who answer: together with each other, apart from an organiser who changes it. In a statement of
 * its own: what waits for a row sees all else as it was before. $1 stage
 */
export const HOLD_POLL = statement("polls.hold", {
  sql: `SELECT stage_id AS held FROM poll WHERE stage_id = $1::int FOR SHARE`,
  takes: [int4],
  gives: { held: int4 },
});

/** Holds a poll for an organiser. $1 stage */
export const LOCK_POLL = statement("polls.lock", {
  sql: `SELECT stage_id AS held FROM poll WHERE stage_id = $1::int FOR UPDATE`,
  takes: [int4],
  gives: { held: int4 },
});
/** $1 stage */
export const NEXT_VERSION = statement("polls.next-version", {
  sql: `UPDATE poll SET version = version + 1 WHERE stage_id = $1::int`,
  takes: [int4],
});

/** $1 stage, $2 refs of the questions to read. */
export const HELD_POLL = statement("polls.held", {
  sql: `SELECT ${STATE}, ${questions("e.id", "AND q.ref = ANY($2::text[])")} FROM ${POLLS} WHERE e.id = $1::int`,
  takes: [int4, list(text)],
  gives: state,
});

/** $1 process, $2 stage, $3 phones, $4 now */
export const PRESENT = statement("polls.present", {
  sql: `
    INSERT INTO poll_presence (process, stage_id, connected, seen_at)
    SELECT $1::text, e.id, $3::int, $4::timestamptz FROM stage_facts AS e WHERE e.id = $2::int
    ON CONFLICT (process, stage_id) DO UPDATE SET connected = excluded.connected, seen_at = excluded.seen_at`,
  takes: [text, int4, int4, timestamptz],
});
/** $1 since when a process must have said something. */
export const DELETE_ABSENT = statement("polls.delete-absent", {
  sql: `DELETE FROM poll_presence WHERE seen_at < $1::timestamptz`,
  takes: [timestamptz],
});
