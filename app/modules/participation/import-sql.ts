// The statements of an import, each for some thousand rows at once: the triggers that count run once per statement.
// Rows come as one JSON text, which costs one parameter whatever their number.

import { int4, json, statement } from "~/platform/db/sql.server";
import type { Channel } from "./values";

/**
 * Keeps the ids that were not known yet, and gives them back. $1 consultation, $2 ids.
 */
export const KEEP_IDS = statement("participation.keep-imported-ids", {
  sql: `
    WITH added AS (
      INSERT INTO imported_contribution (consultation_id, external_id)
      SELECT $1::int, id FROM json_array_elements_text($2::json) AS t (id) ORDER BY id
      ON CONFLICT DO NOTHING RETURNING external_id
    )
    SELECT coalesce(json_agg(external_id), '[]') AS ids FROM added`,
  takes: [int4, json<readonly string[]>()],
  gives: { ids: json<string[]>() },
});

/** The same for a rehearsal, which leaves nothing behind. */
export const REHEARSE_IDS = statement("participation.rehearse-imported-ids", {
  needs: "CREATE TEMP TABLE rehearsed_id (id text PRIMARY KEY) ON COMMIT DROP",
  sql: `
    WITH added AS (
      INSERT INTO rehearsed_id SELECT id FROM json_array_elements_text($2::json) AS t (id)
      WHERE NOT EXISTS (SELECT 1 FROM imported_contribution WHERE consultation_id = $1::int AND external_id = id)
      ON CONFLICT DO NOTHING RETURNING id
    )
    SELECT coalesce(json_agg(id), '[]') AS ids FROM added`,
  takes: [int4, json<readonly string[]>()],
  gives: { ids: json<string[]>() },
});

/** A text that came with a contribution. */
export interface ImportedComment {
  participant: string;
  itemId: number;
  body: string;
  channel: Channel;
  at: Date;
}

/** $1 consultation, $2 comments, in the order in which they are to be numbered. */
export const IMPORT_COMMENTS = statement("participation.import-comments", {
  sql: `
    INSERT INTO comment (consultation_id, item_id, participant_id, body, channel, created_at)
    SELECT $1::int, g."itemId", p.id, g.body, g.channel, g.at
    FROM ROWS FROM (json_to_recordset($2::json) AS (participant text, "itemId" int, body text, channel text, at timestamptz))
         WITH ORDINALITY AS g (participant, "itemId", body, channel, at, n)
    JOIN participant AS p ON p.consultation_id = $1::int AND p.external_key = g.participant
    ORDER BY g.n`,
  takes: [int4, json<readonly ImportedComment[]>()],
});
