import { unitOfWork } from "~/platform/db/index.server";
import { MEET_PEOPLE } from "./import-sql";
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

const NAME_PEOPLE = `
  UPDATE participant AS p SET display_name = g.name FROM json_to_recordset($2::json) AS g (key text, name text)
  WHERE p.consultation_id = $1::int AND p.external_key = g.key`;

/** $1 consultation, $2 comments; those that they answer to are there already. A comment's key makes its submission. */
const SEED_COMMENTS = `
  INSERT INTO comment (consultation_id, item_id, participant_id, parent_id, body, channel, created_at, submission)
  SELECT $1::int, i.id, p.id, above.id, g.body, g.channel, g.at, format('demonstration-%s-%s', $1::int, g.key)
  FROM json_to_recordset($2::json) AS g (key text, parent text, person text, ref text, body text, channel text, at timestamptz)
  JOIN participant AS p ON p.consultation_id = $1::int AND p.external_key = g.person
  JOIN item AS i ON i.consultation_id = $1::int AND i.ref = g.ref
  LEFT JOIN comment AS above ON above.submission = format('demonstration-%s-%s', $1::int, g.parent)
  ORDER BY g.at`;

const SEED_SUPPORTS = `
  WITH added AS (
    INSERT INTO support (comment_id, participant_id)
    SELECT c.id, p.id FROM json_to_recordset($2::json) AS g (comment text, person text)
    JOIN comment AS c ON c.submission = format('demonstration-%s-%s', $1::int, g.comment)
    JOIN participant AS p ON p.consultation_id = $1::int AND p.external_key = g.person
    ON CONFLICT DO NOTHING RETURNING comment_id
  )
  UPDATE comment AS c SET supports = c.supports + a.supports
  FROM (SELECT comment_id, count(*)::int AS supports FROM added GROUP BY 1) AS a WHERE c.id = a.comment_id`;

/** Whether anybody takes part. $1 consultation. */
const TAKEN_PART = "SELECT EXISTS (SELECT 1 FROM participant WHERE consultation_id = $1::int) AS some";

/** Writes made-up contributions in one transaction. @returns false, having written nothing, when somebody has taken part. */
export const fill = (
  consultationId: number,
  voices: readonly GivenVoice[],
  made: Demonstration,
): Promise<boolean> =>
  unitOfWork(async (tx) => {
    await tx.$queryRawUnsafe("SELECT pg_advisory_xact_lock(1, $1::int)::text", consultationId);
    const [found] = await tx.$queryRawUnsafe<{ some: boolean }[]>(TAKEN_PART, consultationId);
    if (found?.some) return false;
    const write = (statement: string, rows: readonly object[]) =>
      tx.$executeRawUnsafe(statement, consultationId, JSON.stringify(rows));
    await write(MEET_PEOPLE, made.people);
    await write(
      NAME_PEOPLE,
      made.people.filter(({ name }) => name !== null),
    );
    await writeVoices(tx, consultationId, voices, "instant");
    await write(
      SEED_COMMENTS,
      made.comments.filter(({ parent }) => parent === null),
    );
    await write(
      SEED_COMMENTS,
      made.comments.filter(({ parent }) => parent !== null),
    );
    await write(SEED_SUPPORTS, made.supports);
    return true;
  });
