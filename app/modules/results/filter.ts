import { z } from "zod";
import { ITEM_KINDS } from "~/modules/consultation";
import { REGION_CODES, STAKEHOLDERS } from "~/modules/identity";
import { CHANNELS } from "~/modules/participation";

/** What a cell of the table of results shows. */
export const MEASURES = ["priority", "participants", "agreement", "comments"] as const;
export type Measure = (typeof MEASURES)[number];

/** What a table can be sorted by: reading order, the total, or a region's column. */
export const SORTS = ["order", "total", ...REGION_CODES] as const;

/** An address typed or cut by hand must not break the page: what is not understood counts as absent. */
const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values).optional().catch(undefined);

/**
 * What narrows and orders the results. A filter by stakeholder and one by channel can be given together, but then only
 * staff see figures: see `suppression.ts`.
 */
export const filterSchema = z.object({
  /** The `ref` of the axis whose items are shown. */
  axis: z.string().trim().min(1).max(100).optional().catch(undefined),
  kind: choice(ITEM_KINDS),
  stakeholder: choice(STAKEHOLDERS),
  channel: choice(CHANNELS),
  measure: choice(MEASURES),
  sort: choice(SORTS),
  descending: z.boolean().optional().catch(undefined),
});
export type Filter = z.infer<typeof filterSchema>;

/** The filter in a page's address, whose words are French. */
export function readFilter(search: URLSearchParams): Filter {
  const value = (name: string) => search.get(name) || undefined;
  return filterSchema.parse({
    axis: value("axe"),
    kind: value("niveau"),
    stakeholder: value("categorie"),
    channel: value("canal"),
    measure: value("mesure"),
    sort: value("tri"),
    descending: search.get("sens") === "desc" || undefined,
  });
}

/** The address of a filter: the inverse of `readFilter`. */
export function writeFilter(filter: Filter): string {
  const search = new URLSearchParams();
  const set = (name: string, value: string | undefined) => value && search.set(name, value);
  set("axe", filter.axis);
  set("niveau", filter.kind);
  set("categorie", filter.stakeholder);
  set("canal", filter.channel);
  set("mesure", filter.measure);
  set("tri", filter.sort);
  set("sens", filter.descending ? "desc" : undefined);
  return search.size === 0 ? "" : `?${search}`;
}
