import { batched } from "~/platform/batch.server";
import { Prisma, reader } from "~/platform/db/index.server";
import { NO_COUNTS, type Counts } from "./cells";
import { cubeOf, type Cube, type CubeRow, type View } from "./cube";

/** A row of counts: its place, participants, votes for, mixed, against, one to five stars, comments; or its first four. */
type Stored = [
  region: string,
  stakeholder: string,
  channel: string,
  participants: number,
  ...counts: number[],
];

const PLACE = Prisma.sql`t.region, t.stakeholder, t.channel, t.participants`;
const EVERYTHING = Prisma.sql`
  ${PLACE}, t.for_count, t.mixed_count, t.against_count, t.stars1, t.stars2, t.stars3, t.stars4, t.stars5, t.comments`;

function toRow([region, stakeholder, channel, participants, ...counts]: Stored): CubeRow {
  const [f = 0, mixed = 0, against = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, comments = 0] = counts;
  return {
    region,
    stakeholder,
    channel,
    participants,
    for: f,
    mixed,
    against,
    stars: [s1, s2, s3, s4, s5],
    comments,
  };
}

// The words of the partial index "tally_lines": few rows per item, whatever the number of voices or of crossed cells.
const LINES = Prisma.sql`(
  (t.stakeholder = '*' AND t.channel = '*') OR (t.region = '*' AND t.channel = '*') OR (t.region = '*' AND t.stakeholder = '*'))`;

/** The crossed rows of a view, and those of which only the participants matter: they decide on what the public sees. */
function crossing({ stakeholder, channel }: View): { rows: Prisma.Sql; rest: Prisma.Sql } | null {
  const nothing = Prisma.sql`false`;
  if (stakeholder && channel)
    return { rows: Prisma.sql`t.stakeholder = ${stakeholder} AND t.channel = ${channel}`, rest: nothing };
  if (stakeholder)
    return {
      rows: Prisma.sql`t.channel = '*' AND t.stakeholder = ${stakeholder}`,
      rest: Prisma.sql`t.channel = '*' AND t.stakeholder NOT IN ('*', ${stakeholder})`,
    };
  if (channel)
    return {
      rows: Prisma.sql`t.stakeholder = '*' AND t.channel = ${channel}`,
      rest: Prisma.sql`t.stakeholder = '*' AND t.channel NOT IN ('*', ${channel})`,
    };
  return null;
}

const select = (itemIds: number[], rows: Prisma.Sql, values: Prisma.Sql) => Prisma.sql`
  SELECT t.item_id AS "itemId", json_agg(json_build_array(${values})) AS rows
  FROM tally AS t WHERE t.item_id = ANY(${itemIds}::int[]) AND ${rows} GROUP BY t.item_id`;

/**
 * The counts of items in a view, all of one instant: their lines, the view's own rows and, unless `whole` says that the
 * reader sees everything, what decides which of these may be shown.
 */
export async function findCubes(
  itemIds: readonly number[],
  view: View,
  whole: boolean,
): Promise<Map<number, Cube>> {
  const ids = [...itemIds];
  const parts = [select(ids, LINES, EVERYTHING)];
  const crossed = crossing(view);
  if (crossed) parts.push(select(ids, crossed.rows, EVERYTHING));
  if (crossed && !whole) parts.push(select(ids, crossed.rest, PLACE));
  // Gathered by the database: one value per item reads several times faster than fifteen thousand rows.
  const groups = await reader().$queryRaw<{ itemId: number; rows: Stored[] }[]>(
    Prisma.join(parts, " UNION ALL "),
  );
  const byItem = new Map<number, CubeRow[]>();
  for (const { itemId, rows } of groups)
    byItem.set(itemId, [...(byItem.get(itemId) ?? []), ...rows.map(toRow)]);
  return new Map([...byItem].map(([itemId, rows]) => [itemId, cubeOf(rows)]));
}

/** Everybody's counts on one item. Calls that arrive together share one query. */
export const findTotal = batched<number, Counts>(
  async (itemIds) => {
    const groups = await reader().$queryRaw<{ itemId: number; row: Stored }[]>`
      SELECT t.item_id AS "itemId", json_build_array(${EVERYTHING}) AS row FROM tally AS t
      WHERE t.item_id = ANY(${itemIds}::int[]) AND t.region = '*' AND t.stakeholder = '*' AND t.channel = '*'`;
    const byItem = new Map(groups.map(({ itemId, row }) => [itemId, toRow(row)]));
    return itemIds.map((itemId) => byItem.get(itemId) ?? NO_COUNTS);
  },
  { most: 500, parallel: 2 },
);

/** Participants of a consultation by region and stakeholder. */
export async function findTurnout(
  consultationId: number,
): Promise<{ region: string; stakeholder: string; participants: number }[]> {
  return reader().turnout.findMany({
    where: { consultationId },
    select: { region: true, stakeholder: true, participants: true },
  });
}
