import { ambient, db, type Database } from "./db/index.server";

// A page may itself be kept for 900 ms before it is rendered anew; together they stay under a second.
const LIFE = 100;
const MOST = 200;

/**
 * Shares what `load` returns among all who ask for the same key within a tenth of a second: under load the database
 * answers ten times a second, not once a request. A failure is never kept. Asked within a snapshot or a unit of work, it
 * loads from that, and shares nothing.
 */
export function shortLived<T>(load: (key: string) => Promise<T>) {
  // By database, because tests open several one after the other.
  const kept = new WeakMap<Database, Map<string, { value: Promise<T>; until: number }>>();

  const drop = (): void => kept.get(db())?.clear();
  return {
    get(key: string): Promise<T> {
      if (ambient()) return load(key);
      const database = db();
      let entries = kept.get(database);
      if (!entries) kept.set(database, (entries = new Map()));
      const now = performance.now();
      const known = entries.get(key);
      if (known && known.until > now) return known.value;
      const value = load(key);
      entries.delete(key);
      entries.set(key, { value, until: now + LIFE });
      if (entries.size > MOST) entries.delete(entries.keys().next().value as string);
      value.catch(() => entries.get(key)?.value === value && entries.delete(key));
      return value;
    },
    drop,
    /** The same, until polls and stages say so too. */
    forget: drop,
  };
}
