import type { Consultation, Item, ItemNode, ItemPage, Phase, Roadmap } from "./types";

type Window = Pick<Consultation, "status" | "opensAt" | "closesAt">;

/** Where a consultation stands. The window is half-open: at `closesAt` exactly it is closed. */
export function phaseOf({ status, opensAt, closesAt }: Window, now: Date): Phase {
  if (status !== "published") return "draft";
  if (now < opensAt) return "upcoming";
  return now < closesAt ? "open" : "closed";
}

/** Whether voices are accepted at `now`. */
export const isOpen = (consultation: Window, now: Date): boolean => phaseOf(consultation, now) === "open";

/** The items as a tree. `items` are in reading order, so a parent comes before its children. */
export function treeOf(items: readonly Item[]): ItemNode[] {
  const roots: ItemNode[] = [];
  const childrenOf = new Map<number, ItemNode[]>();
  for (const item of items) {
    const children: ItemNode[] = [];
    childrenOf.set(item.id, children);
    const siblings = (item.parentId === null ? undefined : childrenOf.get(item.parentId)) ?? roots;
    siblings.push({ item, children });
  }
  return roots;
}

/** The item `ref` with what surrounds it, or null when the roadmap has none of that name. */
export function placeOf({ consultation, items }: Roadmap, ref: string): ItemPage | null {
  const item = items.find((candidate) => candidate.ref === ref);
  if (!item) return null;
  const byId = new Map(items.map((candidate) => [candidate.id, candidate]));
  const ancestors: Item[] = [];
  for (let above = byId.get(item.parentId ?? 0); above; above = byId.get(above.parentId ?? 0))
    ancestors.unshift(above);
  const alike = items.filter(({ kind }) => kind === item.kind);
  const rank = alike.indexOf(item);
  return {
    consultation,
    item,
    ancestors,
    children: items.filter(({ parentId }) => parentId === item.id),
    previous: alike[rank - 1] ?? null,
    next: alike[rank + 1] ?? null,
  };
}
