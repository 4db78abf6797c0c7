import { batched } from "~/platform/batch.server";
import { DomainError } from "~/platform/errors";
import { log } from "~/platform/log.server";

/** Milliseconds for which posts gather: nobody feels them, and a transaction costs the same for one as for forty. */
const GATHER = 10;
/** Posts of one transaction. */
const MOST = 400;
/** Posts that fail alone, one after the other, until it is plain that the reason is everybody's: the database is away. */
const MOST_FAILURES = 2;

/**
 * One line of posts per poll: those that arrive together are written `together`, in one transaction; each is refused or
 * kept by itself. When the whole fails for a reason that is one post's, each of the others gets its chance alone.
 */
export function linedUp<Post>(together: (eventId: number, posts: Post[]) => Promise<(true | Error)[]>): (eventId: number, post: Post) => Promise<void> {
  // Kept while somebody stands in it.
  const lines = new Map<number, { stand: (post: Post) => Promise<true>; waiting: number }>();

  async function each(eventId: number, posts: Post[]): Promise<(true | Error)[]> {
    try {
      return await together(eventId, posts);
    } catch (error) {
      const failed = error instanceof Error ? error : new Error(String(error));
      if (failed instanceof DomainError || posts.length === 1) return posts.map(() => failed);
      log().warn({ err: failed, posts: posts.length }, "posts failed together, trying each alone");
      const outcomes: (true | Error)[] = [];
      let failures = 0;
      for (const post of posts) {
        const [outcome = failed] = failures < MOST_FAILURES ? await together(eventId, [post]).catch((alone: Error) => [alone]) : [failed];
        failures = outcome === true || outcome instanceof DomainError ? 0 : failures + 1;
        outcomes.push(outcome);
      }
      return outcomes;
    }
  }

  return async (eventId, post) => {
    let line = lines.get(eventId);
    if (!line) lines.set(eventId, (line = { stand: batched<Post, true>((posts) => each(eventId, posts), { most: MOST, wait: GATHER }), waiting: 0 }));
    line.waiting += 1;
    try {
      await line.stand(post);
    } finally {
      line.waiting -= 1;
      if (line.waiting === 0) lines.delete(eventId);
    }
  };
}

/** Of several posts about the same thing, the last. */
export const lastOf = <T>(rows: readonly T[], keyOf: (row: T) => string): T[] => [...new Map(rows.map((row) => [keyOf(row), row])).values()];
