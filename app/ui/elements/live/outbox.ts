import { deliver, type Receipt } from "./deliver";
import { letterStore, type Letter } from "./letters";

/** What became of a letter. Without a message, a waiting letter waits for the network. */
export type News =
  | { kind: "sent" }
  | { kind: "refused"; message: string }
  | { kind: "waiting"; message: string; offline: boolean };

type Listener = (letter: Letter, news: News) => void;

/** Seconds between tries; the last one repeats. */
const PAUSES = [1, 2, 4, 8, 15, 30];

/** The server is out of breath, or restarts: the same answer will do later. */
const passing = (status: number): boolean =>
  status === 408 || status === 425 || status === 429 || status >= 500;

/**
 * What this device has not yet brought to the server. A letter is kept before it is sent, so that neither a dead network
 * nor a closed tab loses it, and goes again until the server takes or refuses it.
 */
export class Outbox {
  #letters = new Map<string, Letter>();
  #busy = new Set<string>();
  #tries = new Map<string, number>();
  #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #listeners = new Set<Listener>();

  constructor(
    private readonly send: (letter: Letter) => Promise<Receipt> = deliver,
    private readonly store: Pick<typeof letterStore, "all" | "keep" | "forget"> = letterStore,
  ) {
    for (const letter of store.all()) this.#letters.set(letter.slot, letter);
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The letters of a question that are still here. */
  waiting(key: string): Letter[] {
    return [...this.#letters.values()].filter((letter) => letter.key === key);
  }

  put(letter: Letter): void {
    this.#letters.set(letter.slot, letter);
    this.store.keep(letter);
    this.#tries.delete(letter.slot);
    void this.#try(letter.slot);
  }

  /** Tries all now: the network seems to be back, or somebody looks at the page again. */
  nudge(): void {
    for (const slot of [...this.#letters.keys()]) {
      this.#tries.delete(slot);
      void this.#try(slot);
    }
  }

  async #try(slot: string): Promise<void> {
    const letter = this.#letters.get(slot);
    if (!letter || this.#busy.has(slot)) return;
    clearTimeout(this.#timers.get(slot));
    this.#busy.add(slot);
    const receipt = await this.send(letter).catch(() => null);
    this.#busy.delete(slot);
    // A newer answer took its place meanwhile: that one is what the person means.
    if (this.#letters.get(slot) !== letter) return this.#try(slot);
    if (receipt === null || passing(receipt.status)) return this.#later(letter, receipt);
    this.#letters.delete(slot);
    this.#tries.delete(slot);
    this.store.forget(slot);
    this.#tell(
      letter,
      receipt.status < 400 ? { kind: "sent" } : { kind: "refused", message: receipt.message },
    );
  }

  #later(letter: Letter, receipt: Receipt | null): void {
    const { slot } = letter;
    const tries = this.#tries.get(slot) ?? 0;
    const pause = PAUSES[Math.min(tries, PAUSES.length - 1)] ?? 30;
    this.#tries.set(slot, tries + 1);
    // A hall of phones that lost one network must not come back in step.
    this.#timers.set(
      slot,
      setTimeout(() => void this.#try(slot), pause * (750 + Math.random() * 500)),
    );
    this.#tell(letter, { kind: "waiting", message: receipt?.message ?? "", offline: receipt === null });
  }

  #tell(letter: Letter, news: News): void {
    for (const listener of [...this.#listeners]) listener(letter, news);
  }
}
