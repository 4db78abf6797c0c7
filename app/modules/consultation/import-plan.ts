import { listItems, type RoadmapFile } from "./roadmap";
import type { ItemKind, Opens } from "./types";

/** What a file says of an item. */
export interface ItemContent {
  ref: string;
  kind: ItemKind;
  number: number | null;
  title: string;
  body: string;
  owner: string | null;
  dueYear: number | null;
  opens: Opens;
  parentRef: string | null;
}

/** An item as it stands in the database. */
export interface StoredItem extends ItemContent {
  id: number;
  version: number;
}

/** The items of a file from top to bottom, with what is left out filled in. */
export const contentsOf = (file: RoadmapFile): ItemContent[] =>
  listItems(file.items).map(({ item, parent }) => ({
    ref: item.ref,
    kind: item.kind,
    number: item.number ?? null,
    title: item.title,
    body: item.body ?? "",
    owner: item.owner || null,
    dueYear: item.dueYear ?? null,
    opens: {
      vote: item.opens?.vote ?? true,
      stars: item.opens?.stars ?? true,
      comments: item.opens?.comments ?? true,
    },
    parentRef: parent?.item.ref ?? null,
  }));

/** What changed of an item: its text, which people answered to, or only the rest. */
export function changeOf(stored: ItemContent, wanted: ItemContent): "text" | "facts" | null {
  if (stored.title !== wanted.title || stored.body !== wanted.body) return "text";
  const same =
    stored.kind === wanted.kind &&
    stored.number === wanted.number &&
    stored.owner === wanted.owner &&
    stored.dueYear === wanted.dueYear &&
    stored.parentRef === wanted.parentRef &&
    stored.opens.vote === wanted.opens.vote &&
    stored.opens.stars === wanted.opens.stars &&
    stored.opens.comments === wanted.opens.comments;
  return same ? null : "facts";
}

/**
 * Which of the items that the file no longer has must stay: those that somebody spoke about, and what they hang from.
 */
export function keptOf(absent: readonly StoredItem[], used: ReadonlySet<number>): StoredItem[] {
  const byRef = new Map(absent.map((item) => [item.ref, item]));
  const kept = new Set<StoredItem>();
  for (const item of absent) {
    if (!used.has(item.id)) continue;
    for (let at: StoredItem | undefined = item; at && !kept.has(at); at = byRef.get(at.parentRef ?? ""))
      kept.add(at);
  }
  return absent.filter((item) => kept.has(item));
}

/** The refs in reading order: the file's order, then, after their siblings, the items that were kept. */
export function readingOrder(contents: readonly ItemContent[], kept: readonly StoredItem[]): string[] {
  const childrenOf = new Map<string | null, string[]>();
  for (const { ref, parentRef } of [...contents, ...kept]) {
    const siblings = childrenOf.get(parentRef);
    if (siblings) siblings.push(ref);
    else childrenOf.set(parentRef, [ref]);
  }
  const order: string[] = [];
  const visit = (ref: string) => {
    order.push(ref);
    childrenOf.get(ref)?.forEach(visit);
  };
  childrenOf.get(null)?.forEach(visit);
  return order;
}

/** What an import did, by ref. */
export interface ImportReport {
  slug: string;
  consultation: "created" | "updated";
  created: string[];
  updated: string[];
  unchanged: string[];
  removed: string[];
  /** No longer in the file, kept because people spoke about them. */
  kept: string[];
}
