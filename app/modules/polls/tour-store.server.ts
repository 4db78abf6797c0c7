import { reader } from "~/platform/db/index.server";
import { int4, statement } from "~/platform/db/sql.server";
import type { StageFigures } from "./tour";

/** Figures of a consultation's stages. Only what counts: answers since a question was last reset. $1 consultation */
const FIGURES = statement("polls.figures", {
  sql: `
    WITH said AS (
      SELECT q.stage_id, a.respondent_id FROM poll_question AS q JOIN poll_answer AS a ON a.question_id = q.id AND a.round = q.round
      UNION ALL
      SELECT q.stage_id, t.respondent_id FROM poll_question AS q
      JOIN poll_text_as_read AS t ON t.question_id = q.id AND t.round = q.round AND t.took_part
    )
    SELECT s.id, s.testimonies, count(DISTINCT said.respondent_id)::int AS respondents, count(said.respondent_id)::int AS answers
    FROM stage_facts AS s LEFT JOIN said ON said.stage_id = s.id
    WHERE s.consultation_id = $1::int GROUP BY s.id, s.testimonies`,
  takes: [int4],
  gives: { id: int4, testimonies: int4, respondents: int4, answers: int4 },
});

/** Figures of a consultation's stages, by stage. */
export async function findFigures(consultationId: number): Promise<Map<number, StageFigures>> {
  const rows = await FIGURES.all(reader(), consultationId);
  return new Map(rows.map(({ id, ...figures }) => [id, figures]));
}
