/** What a loader says of its page, in the reader's language. */
export interface Head {
  title: string;
  description?: string;
  /** The page's one address. */
  canonical?: string;
  /** Keeps the page out of search engines: drafts, search results, staff. */
  hidden?: boolean;
}

/** One tag: a title, a `<meta>`, or a `<link>`. */
type Tag =
  | { title: string }
  | { property: string; content: string }
  | { name: string; content: string }
  | { tagName: "link"; rel: string; href: string };

/** The tags of a page's head; without data (an error) only the site's name. For a route's `meta`. */
export function headTags(head: Head | undefined): Tag[] {
  if (!head) return [{ title: "Concertation" }];
  const tags: Tag[] = [
    { title: `${head.title} · Concertation` },
    { property: "og:title", content: head.title },
  ];
  if (head.description) tags.push({ name: "description", content: head.description });
  if (head.canonical) tags.push({ tagName: "link", rel: "canonical", href: head.canonical });
  if (head.hidden) tags.push({ name: "robots", content: "noindex" });
  return tags;
}

/** The address of a page without what only changes its look: just the named parameters stay. */
export function canonicalOf(url: URL, keep: readonly string[] = []): string {
  const address = new URL(url.pathname, url.origin);
  for (const name of keep) {
    const value = url.searchParams.get(name);
    if (value) address.searchParams.set(name, value);
  }
  return address.href;
}
