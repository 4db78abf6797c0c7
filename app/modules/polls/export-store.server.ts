import { reader } from "~/platform/db/index.server";
import { int4, jsonb, nullable, oneOf, statement, text, timestamptz } from "~/platform/db/sql.server";
import type { QuestionDefinition } from "./questionnaire";
import { SETTINGS } from "./values";

/** What the file says of a text, and of a word that was hidden. */
const STATES = ["pending", "visible", "answered", "hidden", "withdrawn"] as const;

/**
 * All that was ever answered at a stage, question by question: a row for each choice or text, in whichever round it was
 * given. `place` is among the choices of one answer, from 1. What its author took back is told, and not repeated. $1 stage
 */
const ANSWERS = statement("polls.answers", {
  sql: `
    WITH given AS (
      SELECT a.question_id, a.round, a.respondent_id, a.setting, t.value, t.place::int, a.at,
        CASE WHEN q.definition->>'kind' = 'words' AND a.round = q.round AND t.value = ANY(q.hidden_words) THEN 'hidden' END AS state
      FROM poll_answer AS a JOIN poll_question AS q ON q.id = a.question_id CROSS JOIN LATERAL unnest(a.choices) WITH ORDINALITY AS t (value, place)
      UNION ALL
      SELECT question_id, round, respondent_id, setting, CASE WHEN standing = 'withdrawn' THEN '' ELSE text END, 1, at,
        CASE standing WHEN 'refused' THEN 'hidden' WHEN 'published' THEN CASE WHEN answered THEN 'answered' ELSE 'visible' END
                      ELSE standing END
      FROM poll_text_as_read
    )
    SELECT q.definition, g.round, r.id AS respondent, g.setting, r.region, r.stakeholder, g.value, g.place, g.state, g.at
    FROM given AS g JOIN poll_question AS q ON q.id = g.question_id JOIN poll_respondent AS r ON r.id = g.respondent_id
    WHERE q.stage_id = $1::int ORDER BY q.position, q.id, g.round, g.at, r.id, g.place`,
  takes: [int4],
  gives: {
    // Written only after it was checked by the questionnaire's schema.
    definition: jsonb<QuestionDefinition>(),
    round: int4,
    respondent: int4,
    setting: oneOf(...SETTINGS),
    region: text,
    stakeholder: text,
    value: text,
    place: int4,
    state: nullable(oneOf(...STATES)),
    at: timestamptz,
  },
});

export const findAnswers = (stageId: number) => ANSWERS.all(reader(), stageId);
export type AnswerRow = Awaited<ReturnType<typeof findAnswers>>[number];
