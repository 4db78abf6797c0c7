// What respondents give: answers, texts and supports, many at once. Rows come as one JSON text, which costs one parameter
// whatever their number.

import { int4, json, list, oneOf, statement, text, timestamptz } from "~/platform/db/sql.server";
import { SETTINGS } from "./values";

const setting = oneOf(...SETTINGS);

/** An answer as a statement takes it. */
export interface KeptAnswer {
  key: string;
  question: number;
  round: number;
  choices: readonly string[];
}

/** A text as a statement takes it. */
export interface KeptText {
  key: string;
  question: number;
  round: number;
  body: string;
  publication: "pending" | "published";
}

/** Whence somebody speaks. */
export interface Whereabouts {
  key: string;
  region: string;
  stakeholder: string;
}

interface SupportRow {
  key: string;
  text: number;
}

/**
 * Makes respondents of those who are not yet, and tells what each said of themselves. Known ones are not tried: a conflict
 * would burn a number. They are looked up one by one (LIMIT sees to it): in a room that fills within seconds PostgreSQL
 * believes its tables empty, and would read all who are there for each batch. $1 stage, $2… keys, regions, stakeholders.
 */
export const JOIN_POLL = statement("polls.join", {
  sql: `
    WITH asked AS (
      SELECT n.key, n.region, n.stakeholder, known.id, known.known_region, known.known_stakeholder
      FROM unnest($2::text[], $3::text[], $4::text[]) AS n (key, region, stakeholder) LEFT JOIN LATERAL (
        SELECT r.id, r.region AS known_region, r.stakeholder AS known_stakeholder
        FROM poll_respondent AS r WHERE r.stage_id = $1::int AND r.key = n.key LIMIT 1) AS known ON true
    ), joined AS (
      INSERT INTO poll_respondent (stage_id, key, region, stakeholder)
      SELECT $1::int, a.key, a.region, a.stakeholder FROM asked AS a WHERE a.id IS NULL ORDER BY a.key ON CONFLICT DO NOTHING
    )
    SELECT a.key, coalesce(a.known_region, a.region) AS region, coalesce(a.known_stakeholder, a.stakeholder) AS stakeholder FROM asked AS a`,
  takes: [int4, list(text), list(text), list(text)],
  gives: { key: text, region: text, stakeholder: text },
});

/** The respondent of a row of answers. */
const RESPONDENT =
  "CROSS JOIN LATERAL (SELECT k.id FROM poll_respondent AS k WHERE k.stage_id = $1::int AND k.key = x.key LIMIT 1) AS r";

/** One answer per respondent, question and round, the latest. $1 stage, $2 setting, $3 now, $4 JSON rows. */
export const KEEP_ANSWERS = statement("polls.keep-answers", {
  sql: `
    INSERT INTO poll_answer AS a (question_id, round, respondent_id, setting, choices, at)
    SELECT x.question, x.round, r.id, $2::text, x.choices, $3::timestamptz
    FROM json_to_recordset($4::json) AS x (key text, question int, round int, choices text[])
    ${RESPONDENT}
    ORDER BY x.question, r.id
    ON CONFLICT (question_id, round, respondent_id) DO UPDATE SET choices = excluded.choices, setting = excluded.setting, at = excluded.at
    WHERE (a.choices, a.setting) IS DISTINCT FROM (excluded.choices, excluded.setting)`,
  takes: [int4, setting, timestamptz, json<readonly KeptAnswer[]>()],
});

/** Removes what devices answered whose holders now answer by their account. $1 stage, $2 JSON rows of key, question, round. */
export const DROP_ANSWERS = statement("polls.drop-answers", {
  sql: `
    DELETE FROM poll_answer AS a USING poll_respondent AS r, json_to_recordset($2::json) AS x (key text, question int, round int)
    WHERE r.stage_id = $1::int AND r.key = x.key AND a.respondent_id = r.id AND a.question_id = x.question AND a.round = x.round`,
  takes: [int4, json<readonly Omit<KeptAnswer, "choices">[]>()],
});

/** Texts that each respondent has given. $1 stage, $2 keys, $3 questions. */
export const TEXTS_GIVEN = statement("polls.texts-given", {
  sql: `
    SELECT r.key, t.question_id AS "questionId", t.body FROM poll_text AS t
    JOIN poll_question AS q ON q.id = t.question_id AND q.round = t.round
    JOIN poll_respondent AS r ON r.id = t.respondent_id
    WHERE r.stage_id = $1::int AND r.key = ANY($2::text[]) AND t.question_id = ANY($3::int[])`,
  takes: [int4, list(text), list(int4)],
  gives: { key: text, questionId: int4, body: text },
});

/** The same text by the same respondent is one text. $1 stage, $2 setting, $3 now, $4 JSON rows. */
export const KEEP_TEXTS = statement("polls.keep-texts", {
  sql: `
    INSERT INTO poll_text (question_id, round, respondent_id, setting, body, publication, at)
    SELECT x.question, x.round, r.id, $2::text, x.body, x.publication, $3::timestamptz
    FROM json_to_recordset($4::json) AS x (key text, question int, round int, body text, publication text)
    ${RESPONDENT}
    ORDER BY x.question, r.id ON CONFLICT DO NOTHING`,
  takes: [int4, setting, timestamptz, json<readonly KeptText[]>()],
});

/** Texts that may be supported: those that everybody may read, of the current round. $1 stage, $2 texts. */
export const SUPPORTABLE = statement("polls.supportable", {
  sql: `
    SELECT t.id, q.ref FROM poll_text_as_read AS t JOIN poll_question AS q ON q.id = t.question_id AND q.round = t.round
    WHERE q.stage_id = $1::int AND t.id = ANY($2::int[]) AND t.readable`,
  takes: [int4, list(int4)],
  gives: { id: int4, ref: text },
});

const SUPPORTS = `json_to_recordset($2::json) AS x (key text, text int)
  JOIN poll_respondent AS r ON r.stage_id = $1::int AND r.key = x.key`;

/** The count of a text changes only as supports do. $1 stage, $2 JSON rows of key and text. */
export const SUPPORT_TEXTS = statement("polls.support-texts", {
  sql: `
    WITH added AS (INSERT INTO poll_text_support (text_id, respondent_id)
                   SELECT x.text, r.id FROM ${SUPPORTS} ORDER BY x.text, r.id ON CONFLICT DO NOTHING RETURNING text_id)
    UPDATE poll_text AS t SET supports = t.supports + c.n FROM (SELECT text_id, count(*)::int AS n FROM added GROUP BY 1) AS c
    WHERE t.id = c.text_id`,
  takes: [int4, json<readonly SupportRow[]>()],
});

export const UNSUPPORT_TEXTS = statement("polls.unsupport-texts", {
  sql: `
    WITH removed AS (DELETE FROM poll_text_support AS s USING (SELECT x.text, r.id FROM ${SUPPORTS}) AS g
                     WHERE s.text_id = g.text AND s.respondent_id = g.id RETURNING s.text_id)
    UPDATE poll_text AS t SET supports = t.supports - c.n FROM (SELECT text_id, count(*)::int AS n FROM removed GROUP BY 1) AS c
    WHERE t.id = c.text_id`,
  takes: [int4, json<readonly SupportRow[]>()],
});

/** $1 stage, $2 JSON rows of key, region, stakeholder */
export const MOVE_RESPONDENTS = statement("polls.move-respondents", {
  sql: `
    UPDATE poll_respondent AS r SET region = x.region, stakeholder = x.stakeholder
    FROM json_to_recordset($2::json) AS x (key text, region text, stakeholder text)
    WHERE r.stage_id = $1::int AND r.key = x.key AND (r.region, r.stakeholder) <> (x.region, x.stakeholder)`,
  takes: [int4, json<readonly Whereabouts[]>()],
});

/** What one respondent has said, in their own words, and not taken back. $1 stage, $2 key. */
export const OWN = statement("polls.own", {
  sql: `
    SELECT r.region, r.stakeholder,
      (SELECT coalesce(json_agg(json_build_object('ref', q.ref, 'round', q.round, 'choices', a.choices)), '[]')
       FROM poll_answer AS a JOIN poll_question AS q ON q.id = a.question_id AND q.round = a.round WHERE a.respondent_id = r.id) AS answers,
      (SELECT coalesce(json_agg(json_build_object('ref', q.ref, 'round', q.round, 'body', t.body) ORDER BY t.id), '[]')
       FROM poll_text AS t JOIN poll_question AS q ON q.id = t.question_id AND q.round = t.round
       WHERE t.respondent_id = r.id AND t.withdrawn_at IS NULL) AS texts,
      (SELECT coalesce(json_agg(s.text_id), '[]') FROM poll_text_support AS s WHERE s.respondent_id = r.id) AS supported
    FROM poll_respondent AS r WHERE r.stage_id = $1::int AND r.key = $2::text`,
  takes: [int4, text],
  gives: {
    region: text,
    stakeholder: text,
    answers: json<{ ref: string; round: number; choices: string[] }[]>(),
    texts: json<{ ref: string; round: number; body: string }[]>(),
    supported: json<number[]>(),
  },
});
