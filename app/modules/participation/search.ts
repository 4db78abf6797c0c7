import type { Excerpt, Item } from "~/modules/consultation";

export const RESULTS_PER_PAGE = 20;

/** Comments that a search ranks, at most, latest first: beyond them a search should say more. */
export const MOST_COMMENTS = 1000;

export interface SearchHit {
  item: Pick<Item, "id" | "ref" | "kind" | "number">;
  title: Excerpt;
  /** Of the item's text, or of the comment; null when an item has no text. */
  excerpt: Excerpt | null;
  /** The comment that matches; null when it is the item itself. */
  comment: { id: number; createdAt: Date } | null;
}

export interface SearchResults {
  hits: SearchHit[];
  total: number;
  /** There are more comments than a search looks through: `total` is the least. */
  more: boolean;
  page: number;
  pages: number;
}
