import { batched } from "~/platform/batch.server";
import { db, Prisma } from "~/platform/db/index.server";
import { NO_COUNTS, type Counts } from "./cells";
import { cubeOf, type Cube, type CubeRow, type View } from "./cube";

type Stored = Omit<CubeRow, "stars"> & { itemId: number; stars1: number; stars2: number; stars3: number; stars4: number; stars5: number };

const COLUMNS = Prisma.sql`
  t.item_id AS "itemId", t.region, t.stakeholder, t.channel, t.participants, t.for_count AS "for", t.mixed_count AS mixed,
  t.against_count AS against, t.stars1, t.stars2, t.stars3, t.stars4, t.stars5, t.comments`;

// The words of the partial index "tally_lines": few rows per item, whatever the number of voices or of crossed cells.
const LINES = Prisma.sql`(
  (t.stakeholder = '*' AND t.channel = '*') OR (t.region = '*' AND t.channel = '*') OR (t.region = '*' AND t.stakeholder = '*'))`;

const toCounts = ({ stars1, stars2, stars3, stars4, stars5, ...row }: Stored): CubeRow & { itemId: number } => ({
  ...row,
  stars: [stars1, stars2, stars3, stars4, stars5],
});

/**
 * The counts that a view needs, by item, all of one instant: the lines always; for one stakeholder the table of regions by
 * stakeholders, for one channel that of regions by channels; for both, their own crossing.
 */
export async function findCubes(consultationId: number, { stakeholder, channel }: View = {}): Promise<Map<number, Cube>> {
  const parts = [LINES];
  if (stakeholder && channel) parts.push(Prisma.sql`(t.stakeholder = ${stakeholder} AND t.channel = ${channel})`);
  else if (stakeholder) parts.push(Prisma.sql`(t.channel = '*' AND t.stakeholder <> '*' AND t.region <> '*')`);
  else if (channel) parts.push(Prisma.sql`(t.stakeholder = '*' AND t.channel <> '*' AND t.region <> '*')`);
  const queries = parts.map((part) => Prisma.sql`
    SELECT ${COLUMNS} FROM tally AS t JOIN item AS i ON i.id = t.item_id WHERE i.consultation_id = ${consultationId} AND ${part}`);
  const rows = await db().prisma.$queryRaw<Stored[]>(Prisma.join(queries, " UNION ALL "));
  const byItem = new Map<number, CubeRow[]>();
  for (const row of rows.map(toCounts)) {
    const known = byItem.get(row.itemId);
    if (known) known.push(row);
    else byItem.set(row.itemId, [row]);
  }
  return new Map([...byItem].map(([itemId, cells]) => [itemId, cubeOf(cells)]));
}

/** Everybody's counts on one item. Calls that arrive together share one query. */
export const findTotal = batched<number, Counts>(
  async (itemIds) => {
    const rows = await db().prisma.$queryRaw<Stored[]>`
      SELECT ${COLUMNS} FROM tally AS t
      WHERE t.item_id = ANY(${itemIds}::int[]) AND t.region = '*' AND t.stakeholder = '*' AND t.channel = '*'`;
    const byItem = new Map(rows.map((row) => [row.itemId, toCounts(row)]));
    return itemIds.map((itemId) => byItem.get(itemId) ?? NO_COUNTS);
  },
  { most: 500, parallel: 2 },
);

/** Participants of a consultation by region and stakeholder. */
export async function findTurnout(consultationId: number): Promise<{ region: string; stakeholder: string; participants: number }[]> {
  return db().prisma.turnout.findMany({
    where: { consultationId },
    select: { region: true, stakeholder: true, participants: true },
  });
}
