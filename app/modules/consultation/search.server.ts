import type { Actor } from "~/modules/identity";
import { DomainError } from "~/platform/errors";
import { getRoadmap } from "./read.server";
import { SEARCH_LIMIT, unfinishedWord, withoutSmallWords, wordsOf, type Search } from "./search";
import { findMatches, findMatchingWords } from "./store.server";
import type { Item, Roadmap } from "./types";

const MOST_WORDS = 5000;

/** What a search asks for, or null when it asks for nothing. @throws DomainError invalid when it is too long. */
export function readSearch(query: string): Search | null {
  if (query.length > SEARCH_LIMIT)
    throw new DomainError("invalid", "consultation:search.too-long", { max: SEARCH_LIMIT });
  // What no text can hold would only make the database refuse.
  const wanted = withoutSmallWords(
    query
      .replace(/[\p{Cs}\p{Cc}]/gu, " ")
      .normalize("NFC")
      .trim(),
  );
  return wanted === "" ? null : { wanted, unfinished: unfinishedWord(wanted) };
}

/**
 * Looks for words in the titles and texts of a consultation's items. Accents and case do not matter; "quotes",
 * -exclusions and "or" work. @returns the items that match, the best first. @throws DomainError not-found.
 */
export async function searchRoadmap(
  actor: Actor,
  slug: string,
  search: Search | null,
): Promise<Roadmap & { found: Item[] }> {
  const roadmap = await getRoadmap(actor, slug);
  if (!search) return { ...roadmap, found: [] };
  const byId = new Map(roadmap.items.map((item) => [item.id, item]));
  const ids = await findMatches(roadmap.consultation.id, search.wanted, search.unfinished);
  return { ...roadmap, found: ids.flatMap((id) => byId.get(id) ?? []) };
}

/** Which words of these texts a search found: what to mark in its results. */
export const foundWords = (texts: readonly string[], search: Search): Promise<Set<string>> =>
  findMatchingWords(wordsOf(texts).slice(0, MOST_WORDS), search.wanted, search.unfinished?.word ?? null);
