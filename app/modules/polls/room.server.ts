import { now } from "~/platform/clock";
import { log } from "~/platform/log.server";
import type { Snapshot } from "./poll";
import { readPollOf } from "./reading.server";
import { nextChange } from "./rules";
import type { Audience } from "./values";

/** Milliseconds between two readings of the answers: a room is shown ten counts a second, phones one. */
const PACE = { fast: 100, slow: 1_000 } as const;
/** Milliseconds until a reading that failed is tried again. */
const RETRY = 500;
/** Milliseconds that a reading may take. */
const PATIENCE = 5_000;

/** Somebody who follows, and how many look through it. */
export interface Watcher {
  audience: Audience;
  people: number;
  changed(snapshot: Snapshot): void;
}

/** A poll that somebody on this process follows: read again when the database says that it has changed. */
export class Room {
  readonly watchers = new Set<Watcher>();
  snapshot: Snapshot;
  /** People last written as present, and when. */
  present = { people: 0, at: 0 };
  #timer: NodeJS.Timeout | undefined;
  #due = Infinity;
  #clock: NodeJS.Timeout | undefined;
  #reading = false;
  #readAt = 0;
  /** What phones were told last, and when: two thousand of them are not told of each answer. */
  #phones = { version: -1, at: -Infinity };
  #later: NodeJS.Timeout | undefined;

  /** `gone` is told when the poll is no more: nobody can be told more of it. */
  constructor(
    snapshot: Snapshot,
    private readonly gone: () => void,
  ) {
    this.snapshot = snapshot;
    this.#armClock();
  }

  get people(): number {
    let people = 0;
    for (const watcher of this.watchers) if (watcher.audience === "phone") people += watcher.people;
    return people;
  }

  /** Answers matter to those who see them: to phones only once the results are shown. */
  answered(): void {
    const fast = [...this.watchers].some(({ audience }) => audience !== "phone");
    const { current } = this.snapshot;
    const shown =
      current !== null &&
      (current.question.revealed ||
        current.question.kind === "open" ||
        current.question.kind === "questions");
    if (fast || shown) this.#readAtLatest(this.#readAt + (fast ? PACE.fast : PACE.slow));
  }

  /** An organiser did something: everybody sees it at once. */
  acted(): void {
    this.#readAtLatest(0);
  }

  close(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#clock);
    clearTimeout(this.#later);
    this.#due = -Infinity;
  }

  #readAtLatest(instant: number): void {
    const due = Math.max(instant, performance.now());
    if (this.#due <= due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => void this.#read(), due - performance.now());
  }

  async #read(): Promise<void> {
    // One reading at a time; what comes in meanwhile is read after it.
    if (this.#reading) {
      this.#timer = setTimeout(() => void this.#read(), 5);
      return;
    }
    this.#reading = true;
    this.#due = Infinity;
    this.#readAt = performance.now();
    try {
      const snapshot = await inTime(readPollOf(this.snapshot.place.stageId));
      if (!snapshot) return this.gone();
      this.snapshot = snapshot;
      this.#armClock();
      this.#tell();
    } catch (error) {
      log().warn({ err: error }, "a poll could not be read, trying again");
      this.#readAtLatest(performance.now() + RETRY);
    } finally {
      this.#reading = false;
    }
  }

  #tell(): void {
    const instant = performance.now();
    const wait = this.#phones.version === this.snapshot.version ? this.#phones.at + PACE.slow - instant : 0;
    clearTimeout(this.#later);
    if (wait > 0) this.#later = setTimeout(() => this.#tell(), wait);
    else this.#phones = { version: this.snapshot.version, at: instant };
    for (const watcher of this.watchers) {
      if (wait > 0 && watcher.audience === "phone") continue;
      try {
        watcher.changed(this.snapshot);
      } catch (error) {
        log().error({ err: error }, "a poll could not be shown");
      }
    }
  }

  /** A time limit runs out without anybody's doing. */
  #armClock(): void {
    clearTimeout(this.#clock);
    const instant = now().getTime();
    const change = nextChange(this.snapshot, instant);
    if (change === null) return;
    this.#clock = setTimeout(
      () => {
        this.#phones.version = -1;
        this.#tell();
        this.#armClock();
      },
      Math.min(change - instant + 1, 2 ** 31 - 1),
    ).unref();
  }
}

/** A reading that hangs must not be the last. @throws Error when it takes too long */
async function inTime<T>(reading: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>(
    (_resolve, reject) =>
      (timer = setTimeout(() => reject(new Error("A poll took too long to read")), PATIENCE)),
  );
  try {
    return await Promise.race([reading, late]);
  } finally {
    clearTimeout(timer);
  }
}
