import { isRecord, isTexts, type Remembered } from "./memory";

/** A form on its way to the server. One waits in each slot: the latest takes the place of the one before. */
export interface Letter extends Remembered {
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

/** Letters on this device. A browser that keeps nothing (private window, full disk) makes all of this silent. */
export const letterStore = {
  all(now = Date.now()): Letter[] {
    try {
      const names = Object.keys(localStorage).filter((name) => name.indexOf(PREFIX) === 0);
      return names
        .map((name) => readLetter(localStorage.getItem(name), now))
        .filter((letter): letter is Letter => letter !== null);
    } catch {
      return [];
    }
  },

  keep(letter: Letter): void {
    try {
      localStorage.setItem(PREFIX + letter.slot, JSON.stringify(letter));
    } catch {
      return;
    }
  },

  forget(slot: string): void {
    try {
      localStorage.removeItem(PREFIX + slot);
    } catch {
      return;
    }
  },
};

/** Reads what was stored; anything odd or older than a week is no letter. */
export function readLetter(stored: string | null, now: number): Letter | null {
  const read: unknown = stored ? JSON.parse(stored) : null;
  return isLetter(read) && now - read.at < WEEK ? read : null;
}

const isLetter = (value: unknown): value is Letter =>
  isRecord(value) &&
  isTexts([value.slot, value.key, value.about, value.url]) &&
  typeof value.at === "number" &&
  typeof value.adds === "boolean" &&
  isTexts(value.values) &&
  isTexts(value.said) &&
  Array.isArray(value.fields) &&
  value.fields.every((pair) => isTexts(pair) && pair.length === 2);
