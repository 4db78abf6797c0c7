import { ITEM_KINDS, resultsVisible, type Item, type Roadmap } from "~/modules/consultation";
import { getRoadmap } from "~/modules/consultation/index.server";
import { can, REGION_CODES, type Actor } from "~/modules/identity";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { figuresOf, type Figures } from "./cells";
import { cubeOf, publicCells, wholeCells, type ItemCells } from "./cube";
import type { Filter } from "./filter";
import { sortItems } from "./measures";
import { findCubes, findTotal, findTurnout } from "./store.server";
import { THRESHOLD } from "./suppression";
import { turnoutOf } from "./turnout";
import type { RegionResults, ResultItem, Results } from "./types";

/**
 * A roadmap whose figures `actor` may see now.
 * @throws DomainError not-found; forbidden before the opening, and before the closing where results come after it.
 */
export async function readable(actor: Actor, slug: string): Promise<Roadmap> {
  const roadmap = await getRoadmap(actor, slug);
  const { consultation } = roadmap;
  if (resultsVisible(actor, consultation, now())) return roadmap;
  throw new DomainError(
    "forbidden",
    now() < consultation.opensAt ? "results:errors.before-opening" : "results:errors.after-closing",
  );
}

/** The table of items by regions, narrowed and ordered by `filter`. @throws DomainError as `readable` */
export async function getResults(actor: Actor, slug: string, filter: Filter): Promise<Results> {
  const { items, ...shown } = await read(actor, slug, filter);
  return { ...shown, items: sortItems(items, filter) };
}

/** The same figures for one region (INSEE code, or `unknown`), beside the whole. @throws DomainError as `readable`; not-found */
export async function getRegionResults(
  actor: Actor,
  slug: string,
  code: string,
  filter: Filter,
): Promise<RegionResults> {
  if (!REGION_CODES.includes(code)) throw new DomainError("not-found", "results:errors.region-not-found");
  const { items, ...shown } = await read(actor, slug, filter);
  const sorted = sortItems(items, filter);
  return {
    ...shown,
    region: code,
    items: sorted.map(({ item, total, byRegion }) => ({ item, total, region: byRegion[code] ?? total })),
  };
}

/** How many people take part in a consultation. @throws DomainError as `readable` */
export async function countParticipants(actor: Actor, slug: string): Promise<number> {
  const { consultation } = await readable(actor, slug);
  return turnoutOf(await findTurnout(consultation.id), can(actor, "figures.seeLive", consultation.id))
    .participants;
}

/** Everybody's figures on one item, for its own page; whether they may be shown is for `resultsVisible` to say. */
export async function getItemFigures(itemId: number): Promise<Figures> {
  return figuresOf(await findTotal(itemId));
}

async function read(actor: Actor, slug: string, filter: Filter) {
  const { consultation, items } = await readable(actor, slug);
  const whole = can(actor, "figures.seeLive", consultation.id);
  const kinds = ITEM_KINDS.filter((kind) => items.some((item) => item.kind === kind));
  const kind = filter.kind ?? (kinds.includes("action") ? "action" : (kinds[0] ?? "action"));
  const axisOf = axesOf(items);
  const chosen = items.filter(
    (item) => item.kind === kind && (filter.axis === undefined || axisOf.get(item.id) === filter.axis),
  );
  const [cubes, turnout] = await Promise.all([
    findCubes(
      chosen.map(({ id }) => id),
      filter,
      whole,
    ),
    findTurnout(consultation.id),
  ]);
  const cellsOf = (item: Item): ItemCells => {
    const cube = cubes.get(item.id) ?? cubeOf([]);
    return whole ? wholeCells(cube, filter) : publicCells(cube, filter);
  };
  return {
    consultation,
    filter: { ...filter, kind },
    axes: items.filter((item) => item.kind === "axis").map(toResultItem),
    kinds,
    whole,
    threshold: THRESHOLD,
    turnout: turnoutOf(turnout, whole),
    items: chosen.map((item) => ({ item: toResultItem(item), ...cellsOf(item) })),
  };
}

const toResultItem = ({ id, ref, kind, number, title }: Item): ResultItem => ({
  id,
  ref,
  kind,
  number,
  title,
});

/** The `ref` at the top of each item's branch. Items come in reading order, parents first. */
function axesOf(items: readonly Item[]): Map<number, string> {
  const axes = new Map<number, string>();
  for (const { id, parentId, ref } of items)
    axes.set(id, (parentId === null ? undefined : axes.get(parentId)) ?? ref);
  return axes;
}
