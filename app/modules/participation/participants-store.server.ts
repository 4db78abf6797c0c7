import type { AccountActor } from "~/modules/identity";
import type { Queryable } from "~/platform/db/index.server";
import { int4, json, nullable, statement, text } from "~/platform/db/sql.server";

/** Who speaks, as their account knows them. */
export type Person = Pick<AccountActor, "id" | "displayName" | "region" | "stakeholder">;

/**
 * $1 consultation, $2 account, $3 name, $4 region, $5 stakeholder → the participant's id, new or not, by that name. Not
 * tried when they are there already: a conflict would burn a number of the sequence.
 */
const JOIN_IN = statement("participation.join-in", {
  sql: `
    WITH joined AS (
      INSERT INTO participant (consultation_id, account_id, display_name, region, stakeholder)
      SELECT $1::int, $2::int, $3::text, $4::text, $5::text
      WHERE NOT EXISTS (SELECT 1 FROM participant AS p WHERE p.consultation_id = $1::int AND p.account_id = $2::int)
      ON CONFLICT DO NOTHING RETURNING id
    ), renamed AS (
      UPDATE participant SET display_name = $3::text
      WHERE consultation_id = $1::int AND account_id = $2::int AND display_name IS DISTINCT FROM $3::text
    )
    SELECT id FROM joined UNION ALL SELECT id FROM participant WHERE consultation_id = $1::int AND account_id = $2::int`,
  takes: [int4, int4, nullable(text), text, text],
  gives: { id: int4 },
});

/** Somebody whom only a key tells from others, with what is known of them. */
export interface KeyedPerson {
  key: string;
  region: string;
  stakeholder: string;
}

/**
 * Makes those who take part known, each once in $2. A region or stakeholder that is given moves those who had another,
 * and their voices with them; "unknown" takes nothing away. $1 consultation, $2 people.
 */
const MEET_PEOPLE = statement("participation.meet-people", {
  sql: `
    WITH given AS (
      SELECT * FROM json_to_recordset($2::json) AS g (key text, region text, stakeholder text)
    ), newcomers AS (
      INSERT INTO participant (consultation_id, external_key, region, stakeholder)
      SELECT $1::int, g.key, g.region, g.stakeholder FROM given AS g
      WHERE NOT EXISTS (SELECT 1 FROM participant AS p WHERE p.consultation_id = $1::int AND p.external_key = g.key)
      ORDER BY g.key
    ), moved AS (
      UPDATE participant AS p SET
        region = CASE g.region WHEN 'unknown' THEN p.region ELSE g.region END,
        stakeholder = CASE g.stakeholder WHEN 'unknown' THEN p.stakeholder ELSE g.stakeholder END
      FROM given AS g
      WHERE p.consultation_id = $1::int AND p.external_key = g.key
        AND (g.region NOT IN ('unknown', p.region) OR g.stakeholder NOT IN ('unknown', p.stakeholder))
      RETURNING p.id, p.region, p.stakeholder
    )
    UPDATE voice AS v SET region = m.region, stakeholder = m.stakeholder FROM moved AS m WHERE v.participant_id = m.id`,
  takes: [int4, json<readonly KeyedPerson[]>()],
});

/** The participant that a person is in a consultation, made if need be. */
export async function joinIn(
  tx: Queryable,
  consultationId: number,
  { id, displayName, region, stakeholder }: Person,
): Promise<number> {
  const row = await JOIN_IN.one(tx, consultationId, id, displayName, region, stakeholder);
  if (!row) throw new Error("A participant was neither found nor made");
  return row.id;
}

/** Makes people known whom only a key tells from others, each once. */
export async function meetPeople(
  tx: Queryable,
  consultationId: number,
  people: readonly KeyedPerson[],
): Promise<void> {
  if (people.length > 0) await MEET_PEOPLE.run(tx, consultationId, people);
}
