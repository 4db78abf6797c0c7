import { isRecord, isTexts, type Remembered } from "./memory";

/** A form on its way to the server. One waits in each slot: the latest takes the place of the one before. */
export interface UnsentPost extends Remembered {
  readonly slot: string;
  /** The question that it answers. */
  readonly key: string;
  /** The question's words, for when it is no longer on the page. */
  readonly about: string;
  readonly url: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Whether it stands beside what was sent before, as texts do, rather than in its place. */
  readonly adds: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const PREFIX = "concertation:direct:";
const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Posts on this device. A browser that keeps nothing (private window, full disk) makes all of this silent. */
export const unsentPosts = {
  all(now = Date.now()): UnsentPost[] {
    try {
      const names = Object.keys(localStorage).filter((name) => name.indexOf(PREFIX) === 0);
      return names
        .map((name) => readUnsent(localStorage.getItem(name), now))
        .filter((post): post is UnsentPost => post !== null);
    } catch {
      return [];
    }
  },

  keep(post: UnsentPost): void {
    try {
      localStorage.setItem(PREFIX + post.slot, JSON.stringify(post));
    } catch {
      return;
    }
  },

  drop(slot: string): void {
    try {
      localStorage.removeItem(PREFIX + slot);
    } catch {
      return;
    }
  },
};

/** Reads what was stored; anything odd or older than a week is no post. */
export function readUnsent(stored: string | null, now: number): UnsentPost | null {
  const read: unknown = stored ? JSON.parse(stored) : null;
  return isUnsent(read) && now - read.at < WEEK ? read : null;
}

const isUnsent = (value: unknown): value is UnsentPost =>
  isRecord(value) &&
  isTexts([value.slot, value.key, value.about, value.url]) &&
  typeof value.at === "number" &&
  typeof value.adds === "boolean" &&
  isTexts(value.values) &&
  isTexts(value.said) &&
  Array.isArray(value.fields) &&
  value.fields.every((pair) => isTexts(pair) && pair.length === 2);
