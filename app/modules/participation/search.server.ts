import { excerptOf } from "~/modules/consultation";
import { foundWords, plainText, readSearch, searchRoadmap } from "~/modules/consultation/index.server";
import type { Actor } from "~/modules/identity";
import { countComments, findComments } from "./search-store.server";
import { MOST_COMMENTS, RESULTS_PER_PAGE, type SearchHit, type SearchResults } from "./search";

const MOST_PAGES = Math.ceil((MOST_COMMENTS + 2000) / RESULTS_PER_PAGE);

/**
 * Looks for `query` in a consultation: in its items, then in the comments that everybody may read, the best of each first.
 * @throws DomainError invalid when the query is too long; not-found.
 */
export async function searchConsultation(
  actor: Actor,
  slug: string,
  query: string,
  page = 1,
): Promise<SearchResults> {
  const search = readSearch(query);
  const { consultation, items, found } = await searchRoadmap(actor, slug, search);
  if (!search) return { hits: [], total: 0, more: false, page: 1, pages: 0 };

  const here = Math.min(Math.max(1, Math.trunc(page) || 1), MOST_PAGES);
  const skipped = (here - 1) * RESULTS_PER_PAGE;
  const shown = found.slice(skipped, skipped + RESULTS_PER_PAGE);
  const [count, comments] = await Promise.all([
    countComments(consultation.id, search.wanted, MOST_COMMENTS + 1),
    findComments(consultation.id, search.wanted, {
      most: MOST_COMMENTS + 1,
      limit: RESULTS_PER_PAGE - shown.length,
      offset: Math.max(0, skipped - found.length),
    }),
  ]);
  const byId = new Map(items.map((item) => [item.id, item]));
  const hits = [
    ...shown.map((item) => ({ item, text: plainText(item.body), comment: null })),
    ...comments.flatMap(({ itemId, id, body, createdAt }) => {
      const item = byId.get(itemId);
      return item ? [{ item, text: plainText(body), comment: { id, createdAt } }] : [];
    }),
  ];
  const marked = await foundWords(
    hits.flatMap(({ item, text, comment }) => (comment ? [text] : [item.title, text])),
    search,
  );
  const total = found.length + count;
  return {
    hits: hits.map(({ item, text, comment }): SearchHit => ({
      item,
      title: excerptOf(item.title, comment ? new Set() : marked, item.title.length),
      excerpt: text ? excerptOf(text, marked) : null,
      comment,
    })),
    total: Math.min(total, MOST_COMMENTS),
    more: total > MOST_COMMENTS,
    page: here,
    pages: Math.ceil(total / RESULTS_PER_PAGE),
  };
}
