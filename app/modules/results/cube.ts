import { REGION_CODES, STAKEHOLDERS } from "~/modules/identity";
import { CHANNELS } from "~/modules/participation";
import { figuresOf, NO_COUNTS, SUPPRESSED, type Cell, type Counts } from "./cells";
import { hideInLine, hideInTable, THRESHOLD } from "./suppression";

/** All of a dimension together. */
export const ALL = "*";

/** The counts of one item by region, stakeholder and channel; `ALL` in a place is the sum over it. */
export interface Cube {
  at(region: string, stakeholder: string, channel: string): Counts;
}

export interface CubeRow extends Counts {
  region: string;
  stakeholder: string;
  channel: string;
}

export function cubeOf(rows: readonly CubeRow[]): Cube {
  const cells = new Map(rows.map((row) => [`${row.region} ${row.stakeholder} ${row.channel}`, row]));
  return {
    at: (region, stakeholder, channel) => cells.get(`${region} ${stakeholder} ${channel}`) ?? NO_COUNTS,
  };
}

/** The values that each dimension takes; smaller ones in tests. */
export interface Dimensions {
  regions: readonly string[];
  stakeholders: readonly string[];
  channels: readonly string[];
}
export const DIMENSIONS: Dimensions = {
  regions: REGION_CODES,
  stakeholders: STAKEHOLDERS,
  channels: CHANNELS,
};

/** A look at the cube: everybody, one stakeholder category, one channel, or both. */
export interface View {
  stakeholder?: string | undefined;
  channel?: string | undefined;
}

/** What an item shows in a view: its total and its regions. */
export interface ItemCells {
  total: Cell;
  byRegion: Record<string, Cell>;
}

const record = (keys: readonly string[], cell: (key: string) => Cell): Record<string, Cell> =>
  Object.fromEntries(keys.map((key) => [key, cell(key)]));

/** What staff see: everything. */
export function wholeCells(
  cube: Cube,
  { stakeholder = ALL, channel = ALL }: View,
  { regions } = DIMENSIONS,
): ItemCells {
  const figures = (region: string) => figuresOf(cube.at(region, stakeholder, channel));
  return { total: figures(ALL), byRegion: record(regions, figures) };
}

/**
 * What the public sees of an item, so that no combination of the views gives back a small cell.
 *
 * Public are the item's total and its channels; its regions and its stakeholders, each a line (`hideInLine`); the table
 * of regions by stakeholders and the table of regions by channels (`hideInTable`). Figures by stakeholder *and* channel
 * are not: two-way tables that share only the line of regions cannot say more together than each does alone, whereas a
 * third one would close a circle. (Given the counts of a region by stakeholder and by channel, some people always fit
 * both, whatever the one or the other is changed to.)
 *
 * A channel is a way in and not a kind of person: its total is shown however small, and it is no secret that nobody of a
 * region came through it, though the cell itself is not shown. Somebody who came by two channels is one participant in
 * each, so participants do not add up over channels; the rule supposes that they do, which tells an attacker more.
 */
export function publicCells(
  cube: Cube,
  view: View,
  dimensions = DIMENSIONS,
  threshold = THRESHOLD,
): ItemCells {
  const { regions } = dimensions;
  const isShown = shownIn(cube, view, dimensions, threshold);
  const { stakeholder = ALL, channel = ALL } = view;
  const cell = (region: string): Cell =>
    isShown(region) ? figuresOf(cube.at(region, stakeholder, channel)) : SUPPRESSED;
  return { total: cell(ALL), byRegion: record(regions, cell) };
}

/** Which rows of a view the public sees; `ALL` is the total. */
function shownIn(
  cube: Cube,
  view: View,
  dimensions: Dimensions,
  threshold: number,
): (region: string) => boolean {
  const { regions, stakeholders, channels } = dimensions;
  const hiddenRows = hiddenRegions(cube, dimensions, threshold);
  const { stakeholder, channel } = view;
  if (stakeholder !== undefined && channel !== undefined) return () => false;
  if (stakeholder !== undefined) {
    const hiddenColumns = hiddenStakeholders(cube, dimensions, threshold);
    const count = (region: string, column: string) => cube.at(region, column, ALL).participants;
    const hidden = hideInTable(
      { rows: regions, columns: stakeholders, hiddenRows, hiddenColumns, count, protectEmpty: true },
      threshold,
    );
    return (region) => (region === ALL ? !hiddenColumns.has(stakeholder) : !hidden(region, stakeholder));
  }
  if (channel !== undefined) {
    const count = (region: string, column: string) => cube.at(region, ALL, column).participants;
    const hidden = hideInTable(
      { rows: regions, columns: channels, hiddenRows, hiddenColumns: new Set(), count, protectEmpty: false },
      threshold,
    );
    return (region) => region === ALL || !hidden(region, channel);
  }
  return (region) => !hiddenRows.has(region);
}

const hiddenRegions = (cube: Cube, { regions }: Dimensions, threshold: number) =>
  hideInLine(new Map(regions.map((region) => [region, cube.at(region, ALL, ALL).participants])), threshold);

const hiddenStakeholders = (cube: Cube, { stakeholders }: Dimensions, threshold: number) =>
  hideInLine(
    new Map(stakeholders.map((stakeholder) => [stakeholder, cube.at(ALL, stakeholder, ALL).participants])),
    threshold,
  );

/** An item's stakeholder categories, and its channels: the other two lines of the open data. */
export function lineCells(cube: Cube, all: boolean, dimensions = DIMENSIONS, threshold = THRESHOLD) {
  const hidden = all ? new Set<string>() : hiddenStakeholders(cube, dimensions, threshold);
  return {
    byStakeholder: record(dimensions.stakeholders, (stakeholder) =>
      hidden.has(stakeholder) ? SUPPRESSED : figuresOf(cube.at(ALL, stakeholder, ALL)),
    ),
    byChannel: record(dimensions.channels, (channel) => figuresOf(cube.at(ALL, ALL, channel))),
  };
}
