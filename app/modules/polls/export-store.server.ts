import { reader } from "~/platform/db/index.server";
import type { QuestionDefinition } from "./questionnaire";
import type { Setting } from "./values";

/** One choice or one text, in whichever round it was given. */
export interface AnswerRow {
  definition: QuestionDefinition;
  round: number;
  respondent: number;
  setting: Setting;
  region: string;
  stakeholder: string;
  value: string;
  /** Among the choices of one answer, from 1. */
  place: number;
  /** Of a text, and of a word that was hidden. */
  status: string | null;
  at: Date;
}

/** All that was ever answered at a stage, question by question. */
export const findAnswers = (stageId: number): Promise<AnswerRow[]> => reader().$queryRaw<AnswerRow[]>`
  WITH given AS (
    SELECT a.question_id, a.round, a.respondent_id, a.setting, t.value, t.place::int, a.at,
      CASE WHEN q.definition->>'kind' = 'words' AND a.round = q.round AND t.value = ANY(q.hidden_words) THEN 'hidden' END AS status
    FROM poll_answer AS a JOIN poll_question AS q ON q.id = a.question_id CROSS JOIN LATERAL unnest(a.choices) WITH ORDINALITY AS t (value, place)
    UNION ALL
    SELECT question_id, round, respondent_id, setting, body, 1, at, status FROM poll_text
  )
  SELECT q.definition, g.round, r.id AS respondent, g.setting, r.region, r.stakeholder, g.value, g.place, g.status, g.at
  FROM given AS g JOIN poll_question AS q ON q.id = g.question_id JOIN poll_respondent AS r ON r.id = g.respondent_id
  WHERE q.stage_id = ${stageId} ORDER BY q.position, q.id, g.round, g.at, r.id, g.place`;
