// What an export reads, page by page in one snapshot. A page comes as one JSON value: it costs a tenth of what as many
// rows cost. Instants are milliseconds, whatever the session's time zone.

import { int4, json, statement, text } from "~/platform/db/sql.server";
import type { Channel, Position } from "./values";

/** What a page of voices says of one of them, in the order of its columns; instants in milliseconds. */
export type VoiceRecord = [
  participantId: number,
  itemId: number,
  region: string,
  stakeholder: string,
  position: Position | null,
  positionChannel: Channel | null,
  positionAt: number | null,
  stars: number | null,
  starsChannel: Channel | null,
  starsAt: number | null,
];

/** The same of a comment; `body` is null when moderation took it off. */
export type CommentRecord = [
  id: number,
  itemId: number,
  participantId: number,
  region: string,
  stakeholder: string,
  channel: Channel,
  at: number,
  body: string | null,
];

/** What pseudonyms are derived from. $1 consultation. */
export const PSEUDONYM_KEY = statement("participation.pseudonym-key", {
  sql: `SELECT pseudonym_key::text AS key FROM consultation_facts WHERE id = $1::int`,
  takes: [int4],
  gives: { key: text },
});

/** Voices after a participant and item. $1 consultation, $2 participant, $3 item, $4 how many. */
export const VOICE_PAGE = statement("participation.export-voices", {
  sql: `
  SELECT coalesce(json_agg(json_build_array(p."participantId", p.item_id, p.region, p.stakeholder,
           p.position, p.position_channel, p.position_at, p.stars, p.stars_channel, p.stars_at)), '[]') AS page
  FROM (
    SELECT v.participant_id AS "participantId", v.item_id, v.region, v.stakeholder,
           v.position, v.position_channel, (extract(epoch FROM v.position_at) * 1000)::bigint AS position_at,
           v.stars, v.stars_channel, (extract(epoch FROM v.stars_at) * 1000)::bigint AS stars_at
    FROM voice AS v
    WHERE v.consultation_id = $1::int AND (v.participant_id, v.item_id) > ($2::int, $3::int)
    ORDER BY v.participant_id, v.item_id LIMIT $4::int
  ) AS p`,
  takes: [int4, int4, int4, int4],
  gives: { page: json<VoiceRecord[]>() },
});

/** Comments that count, after one; of those that moderation refused, not the text. $1 consultation, $2 comment, $3 how many. */
export const COMMENT_PAGE = statement("participation.export-comments", {
  sql: `
  SELECT coalesce(json_agg(json_build_array(p.id, p.item_id, p.participant_id, p.region, p.stakeholder,
           p.channel, p.at, p.body)), '[]') AS page
  FROM (
    SELECT c.id, c.item_id, c.participant_id, a.region, a.stakeholder, c.channel,
           (extract(epoch FROM c.created_at) * 1000)::bigint AS at, c.text AS body
    FROM comment_as_read AS c JOIN participant AS a ON a.id = c.participant_id
    WHERE c.consultation_id = $1::int AND c.id > $2::int AND c.counted
    ORDER BY c.id LIMIT $3::int
  ) AS p`,
  takes: [int4, int4, int4],
  gives: { page: json<CommentRecord[]>() },
});
