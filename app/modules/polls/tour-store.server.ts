import { reader } from "~/platform/db/index.server";
import type { StageFigures } from "./tour";

/** Figures of a consultation's stages, by stage. Only what counts: answers since a question was last reset. */
export async function findFigures(consultationId: number): Promise<Map<number, StageFigures>> {
  const rows = await reader().$queryRaw<(StageFigures & { id: number })[]>`
    WITH said AS (
      SELECT q.stage_id, a.respondent_id FROM poll_question q JOIN poll_answer a ON a.question_id = q.id AND a.round = q.round
      UNION ALL
      SELECT q.stage_id, x.respondent_id FROM poll_question q JOIN poll_text x ON x.question_id = q.id AND x.round = q.round
    )
    SELECT stage.id,
      (SELECT count(*)::int FROM testimony WHERE stage_id = stage.id) AS testimonies,
      count(DISTINCT said.respondent_id)::int AS respondents,
      count(said.respondent_id)::int AS answers
    FROM stage LEFT JOIN said ON said.stage_id = stage.id
    WHERE consultation_id = ${consultationId} GROUP BY stage.id`;
  return new Map(rows.map(({ id, ...figures }) => [id, figures]));
}
