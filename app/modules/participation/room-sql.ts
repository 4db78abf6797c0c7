// What people of a poll say of themselves, what its items open for, and how what it gave is taken back.

import { bool, int4, json, list, statement } from "~/platform/db/sql.server";
import type { Part } from "./input";
import type { KeyedPerson } from "./participants-store.server";

const MOVED = `json_to_recordset($2::json) AS g (key text, region text, stakeholder text)`;

/** What people of the poll say of themselves. $1 consultation, $2 people. */
export const MOVE_POLL_PARTICIPANTS = statement("participation.move-poll-participants", {
  sql: `
    UPDATE participant AS p SET region = g.region, stakeholder = g.stakeholder FROM ${MOVED}
    WHERE p.consultation_id = $1::int AND p.external_key = g.key AND (p.region, p.stakeholder) <> (g.region, g.stakeholder)`,
  takes: [int4, json<readonly KeyedPerson[]>()],
});
export const MOVE_POLL_VOICES = statement("participation.move-poll-voices", {
  sql: `
    UPDATE voice AS v SET region = g.region, stakeholder = g.stakeholder FROM participant AS p, ${MOVED}
    WHERE p.consultation_id = $1::int AND p.external_key = g.key AND v.participant_id = p.id
      AND (v.region, v.stakeholder) <> (g.region, g.stakeholder)`,
  takes: [int4, json<readonly KeyedPerson[]>()],
});

/** Which of these items take stars and votes. $1 ids. */
export const OPENINGS = statement("participation.openings", {
  sql: `SELECT id, opens_vote AS vote, opens_stars AS stars FROM item_facts WHERE id = ANY($1::int[])`,
  takes: [list(int4)],
  gives: { id: int4, vote: bool, stars: bool },
});

/** What is taken back of whom: `a`, an account, or `k`, a key; `i`, an item. */
export interface TakenRow {
  a?: number;
  k?: string;
  i: number;
  value: string | null;
}

/** Takes back what a poll gave, unless its giver has said something else since. $1 consultation, $2 JSON rows. */
const taking = (part: Part) =>
  statement(`participation.take-poll-${part}`, {
    sql: `
      WITH given AS (
        SELECT * FROM json_to_recordset($2::json) AS g (a int, k text, i int, value text)
      ), people AS (
        SELECT p.id, g.i, g.value FROM given AS g JOIN participant AS p ON p.consultation_id = $1::int AND p.account_id = g.a
        UNION ALL
        SELECT p.id, g.i, g.value FROM given AS g JOIN participant AS p ON p.consultation_id = $1::int AND p.external_key = g.k
      )
      UPDATE voice AS v SET ${part} = NULL, ${part}_channel = NULL, ${part}_at = NULL FROM people AS g
      WHERE v.participant_id = g.id AND v.item_id = g.i AND v.${part}::text = coalesce(g.value, v.${part}::text)
        AND v.${part}_channel = 'event'`,
    takes: [int4, json<readonly TakenRow[]>()],
  });
export const TAKE_POLL_VOICES = { position: taking("position"), stars: taking("stars") };
