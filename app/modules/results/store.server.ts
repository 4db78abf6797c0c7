import { batched } from "~/platform/batch.server";
import { reader } from "~/platform/db/index.server";
import { NO_COUNTS, type Counts } from "./cells";
import { cubeOf, type Cube, type CubeRow, type View } from "./cube";
import * as sql from "./sql";

function toRow([region, stakeholder, channel, participants, ...counts]: sql.Stored): CubeRow {
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

/**
 * The counts of items in a view, all of one instant: their lines, the view's own rows and, unless `whole` says that the
 * reader sees everything, what decides which of these may be shown.
 */
export async function findCubes(
  itemIds: readonly number[],
  { stakeholder, channel }: View,
  whole: boolean,
): Promise<Map<number, Cube>> {
  const on = reader();
  const much = whole ? "all" : "judged";
  let groups: { itemId: number; rows: sql.Stored[] }[];
  if (stakeholder && channel) groups = await sql.BOTH.all(on, itemIds, stakeholder, channel);
  else if (stakeholder) groups = await sql.BY_STAKEHOLDER[much].all(on, itemIds, stakeholder);
  else if (channel) groups = await sql.BY_CHANNEL[much].all(on, itemIds, channel);
  else groups = await sql.LINES.all(on, itemIds);
  const byItem = new Map<number, CubeRow[]>();
  for (const { itemId, rows } of groups)
    byItem.set(itemId, [...(byItem.get(itemId) ?? []), ...rows.map(toRow)]);
  return new Map([...byItem].map(([itemId, rows]) => [itemId, cubeOf(rows)]));
}

/** Everybody's counts on one item. Calls that arrive together share one query. */
export const findTotal = batched<number, Counts>(
  async (itemIds) => {
    const groups = await sql.TOTALS.all(reader(), itemIds);
    const byItem = new Map(groups.map(({ itemId, row }) => [itemId, toRow(row)]));
    return itemIds.map((itemId) => byItem.get(itemId) ?? NO_COUNTS);
  },
  { most: 500, parallel: 2 },
);

/** Participants of a consultation by region and stakeholder. */
export const findTurnout = (consultationId: number) => sql.TURNOUT.all(reader(), consultationId);
