import { unitOfWork } from "~/platform/db/index.server";
import { bool, int4, json, statement } from "~/platform/db/sql.server";
import { takeTurn } from "./hold-store.server";
import { meetPeople } from "./participants-store.server";
import type { Channel, Position } from "./values";
import type { GivenVoice } from "./voices";
import { writeVoices } from "./voices-store.server";

/** Made-up contributions. People and comments have keys, by which the rest refers to them. */
export interface Demonstration {
  people: { key: string; name: string | null; region: string; stakeholder: string }[];
  voices: {
    person: string;
    ref: string;
    channel: Channel;
    position: Position | undefined;
    stars: number | undefined;
    at: Date;
  }[];
  comments: {
    key: string;
    parent: string | null;
    person: string;
    ref: string;
    channel: Channel;
    body: string;
    at: Date;
  }[];
  supports: { comment: string; person: string }[];
}

type Rows<Of extends keyof Demonstration> = readonly Demonstration[Of][number][];

const NAME_PEOPLE = statement("participation.name-demonstration", {
  sql: `
    UPDATE participant AS p SET display_name = g.name FROM json_to_recordset($2::json) AS g (key text, name text)
    WHERE p.consultation_id = $1::int AND p.external_key = g.key`,
  takes: [int4, json<Rows<"people">>()],
});

/** $1 consultation, $2 comments; those that they answer to are there already. A comment's key makes its submission. */
const SEED_COMMENTS = statement("participation.seed-comments", {
  sql: `
    INSERT INTO comment (consultation_id, item_id, participant_id, parent_id, body, channel, created_at, submission)
    SELECT $1::int, i.id, p.id, above.id, g.body, g.channel, g.at, format('demonstration-%s-%s', $1::int, g.key)
    FROM json_to_recordset($2::json) AS g (key text, parent text, person text, ref text, body text, channel text, at timestamptz)
    JOIN participant AS p ON p.consultation_id = $1::int AND p.external_key = g.person
    JOIN item_facts AS i ON i.consultation_id = $1::int AND i.ref = g.ref
    LEFT JOIN comment AS above ON above.submission = format('demonstration-%s-%s', $1::int, g.parent)
    ORDER BY g.at`,
  takes: [int4, json<Rows<"comments">>()],
});

const SEED_SUPPORTS = statement("participation.seed-supports", {
  sql: `
    WITH added AS (
      INSERT INTO support (comment_id, participant_id)
      SELECT c.id, p.id FROM json_to_recordset($2::json) AS g (comment text, person text)
      JOIN comment AS c ON c.submission = format('demonstration-%s-%s', $1::int, g.comment)
      JOIN participant AS p ON p.consultation_id = $1::int AND p.external_key = g.person
      ON CONFLICT DO NOTHING RETURNING comment_id
    )
    UPDATE comment AS c SET supports = c.supports + a.supports
    FROM (SELECT comment_id, count(*)::int AS supports FROM added GROUP BY 1) AS a WHERE c.id = a.comment_id`,
  takes: [int4, json<Rows<"supports">>()],
});

/** Whether anybody takes part. $1 consultation. */
const TAKEN_PART = statement("participation.taken-part", {
  sql: `SELECT EXISTS (SELECT 1 FROM participant WHERE consultation_id = $1::int) AS some`,
  takes: [int4],
  gives: { some: bool },
});

/** Writes made-up contributions in one transaction. @returns false, having written nothing, when somebody has taken part. */
export const fill = (
  consultationId: number,
  voices: readonly GivenVoice[],
  { people, comments, supports }: Demonstration,
): Promise<boolean> =>
  unitOfWork(async (tx) => {
    await takeTurn(tx, consultationId);
    if ((await TAKEN_PART.one(tx, consultationId))?.some) return false;
    await meetPeople(tx, consultationId, people);
    const named = people.filter(({ name }) => name !== null);
    await NAME_PEOPLE.run(tx, consultationId, named);
    await writeVoices(tx, consultationId, voices, "instant");
    const heads = comments.filter(({ parent }) => parent === null);
    const replies = comments.filter(({ parent }) => parent !== null);
    await SEED_COMMENTS.run(tx, consultationId, heads);
    await SEED_COMMENTS.run(tx, consultationId, replies);
    await SEED_SUPPORTS.run(tx, consultationId, supports);
    return true;
  });
