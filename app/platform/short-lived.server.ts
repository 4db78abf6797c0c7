import { LRUCache } from "lru-cache";
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
  const kept = new WeakMap<Database, LRUCache<string, Promise<T>>>();

  function entriesOf(database: Database): LRUCache<string, Promise<T>> {
    const known = kept.get(database);
    if (known) return known;
    const entries = new LRUCache<string, Promise<T>>({ max: MOST, ttl: LIFE });
    kept.set(database, entries);
    return entries;
  }

  return {
    get(key: string): Promise<T> {
      if (ambient()) return load(key);
      const entries = entriesOf(db());
      const known = entries.get(key);
      if (known) return known;
      const value = load(key);
      entries.set(key, value);
      value.catch(() => entries.peek(key) === value && entries.delete(key));
      return value;
    },
    drop(): void {
      kept.get(db())?.clear();
    },
  };
}
