import type { Actor } from "~/modules/identity";
import { DomainError } from "~/platform/errors";
import { plainText } from "./plain-text";
import { getRoadmap } from "./read.server";
import {
  excerptOf,
  RESULTS_PER_PAGE,
  SEARCH_LIMIT,
  unfinishedWord,
  withoutSmallWords,
  wordsOf,
  type SearchHit,
  type SearchResults,
} from "./search";
import { findMatches, findMatchingWords, MOST_COMMENTS } from "./store.server";

const MOST_PAGES = Math.ceil((MOST_COMMENTS + 2000) / RESULTS_PER_PAGE);
const MOST_WORDS = 5000;

/**
 * Looks for `query` in the titles and texts of a consultation's items and in the comments that everybody may read.
 * Accents and case do not matter; "quotes", -exclusions and "or" work. Items come first, the best match at the top.
 * @throws DomainError invalid when the query is too long; not-found.
 */
export async function searchConsultation(
  actor: Actor,
  slug: string,
  query: string,
  page = 1,
): Promise<SearchResults> {
  const { consultation, items } = await getRoadmap(actor, slug);
  if (query.length > SEARCH_LIMIT)
    throw new DomainError("invalid", "consultation:search.too-long", { max: SEARCH_LIMIT });
  // What no text can hold would only make the database refuse.
  const wanted = withoutSmallWords(
    query
      .replace(/[\p{Cs}\p{Cc}]/gu, " ")
      .normalize("NFC")
      .trim(),
  );
  const here = Math.min(Math.max(1, Math.trunc(page) || 1), MOST_PAGES);
  if (wanted === "") return { hits: [], total: 0, more: false, page: 1, pages: 0 };

  const unfinished = unfinishedWord(wanted);
  const matches = await findMatches(consultation.id, wanted, unfinished, {
    limit: RESULTS_PER_PAGE,
    offset: (here - 1) * RESULTS_PER_PAGE,
  });
  const byId = new Map(items.map((item) => [item.id, item]));
  const found = matches.flatMap(({ itemId, commentId, body, createdAt }) => {
    const item = byId.get(itemId);
    return item
      ? [
          {
            item,
            text: plainText(body ?? item.body),
            comment: commentId !== null && createdAt ? { id: commentId, createdAt } : null,
          },
        ]
      : [];
  });
  const words = wordsOf(found.flatMap(({ item, text, comment }) => (comment ? [text] : [item.title, text])));
  const marked = await findMatchingWords(words.slice(0, MOST_WORDS), wanted, unfinished?.word ?? null);

  const total = matches[0]?.total ?? 0;
  return {
    hits: found.map(({ item, text, comment }): SearchHit => ({
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
