import { batched, type BatchLimits } from "./batch.server";
import { DomainError } from "./errors";
import { log } from "./log.server";

/** Posts that fail alone, one after the other, until it is plain that the reason is everybody's: the database is away. */
const MOST_FAILURES = 2;

export interface LineLimits extends BatchLimits {
  /** Whether a refusal that one post met in a transaction is that of all in it. Any is, unless told otherwise. */
  everybodys?: (refusal: DomainError) => boolean;
}

/**
 * One line of posts for each key: those that arrive together are written `together`, in one transaction; each is refused
 * or kept by itself, and told its own outcome. When the whole fails for a reason that is one post's, each of the others
 * gets its chance alone.
 */
export function linedUp<Key, Post, Done = true>(
  together: (key: Key, posts: Post[]) => Promise<(Done | Error)[]>,
  { everybodys = () => true, ...limits }: LineLimits,
): (key: Key, post: Post) => Promise<Done> {
  // Kept while somebody stands in it.
  const lines = new Map<Key, { stand: (post: Post) => Promise<Done>; waiting: number }>();

  async function each(key: Key, posts: Post[]): Promise<(Done | Error)[]> {
    try {
      return await together(key, posts);
    } catch (error) {
      const failed = error instanceof Error ? error : new Error(String(error));
      const refused = failed instanceof DomainError;
      if ((refused && everybodys(failed)) || posts.length === 1) return posts.map(() => failed);
      if (!refused)
        log().warn({ err: failed, posts: posts.length }, "posts failed together, trying each alone");
      return oneByOne(key, posts, failed);
    }
  }

  async function oneByOne(key: Key, posts: Post[], failed: Error): Promise<(Done | Error)[]> {
    const outcomes: (Done | Error)[] = [];
    let failures = 0;
    for (const post of posts) {
      const [outcome = failed] =
        failures < MOST_FAILURES ? await together(key, [post]).catch((alone: Error) => [alone]) : [failed];
      failures = outcome instanceof Error && !(outcome instanceof DomainError) ? failures + 1 : 0;
      outcomes.push(outcome);
    }
    return outcomes;
  }

  return async (key, post) => {
    let line = lines.get(key);
    if (!line)
      lines.set(
        key,
        (line = { stand: batched<Post, Done>((posts) => each(key, posts), limits), waiting: 0 }),
      );
    line.waiting += 1;
    try {
      return await line.stand(post);
    } finally {
      line.waiting -= 1;
      if (line.waiting === 0) lines.delete(key);
    }
  };
}

/** Of several posts about the same thing, the last. */
export const lastOf = <T>(rows: readonly T[], keyOf: (row: T) => string): T[] => [
  ...new Map(rows.map((row) => [keyOf(row), row])).values(),
];
