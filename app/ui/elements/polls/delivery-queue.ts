import { deliver, type Receipt } from "./deliver";
import { unsentPosts, type UnsentPost } from "./unsent";

/** What became of a post. Without a message, a waiting one waits for the network. */
export type News =
  | { kind: "sent" }
  | { kind: "refused"; message: string }
  | { kind: "waiting"; message: string; offline: boolean };

type Listener = (post: UnsentPost, news: News) => void;

/** Seconds between tries; the last one repeats. */
const PAUSES = [1, 2, 4, 8, 15, 30];

/** The server is out of breath, or restarts: the same answer will do later. */
const passing = (status: number): boolean =>
  status === 408 || status === 425 || status === 429 || status >= 500;

/**
 * What this device has not yet brought to the server. A post is kept before it is sent, so that neither a dead network
 * nor a closed tab loses it, and goes again until the server takes or refuses it.
 */
export class DeliveryQueue {
  #unsent = new Map<string, UnsentPost>();
  #busy = new Set<string>();
  #tries = new Map<string, number>();
  #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #listeners = new Set<Listener>();

  constructor(
    private readonly send: (post: UnsentPost) => Promise<Receipt> = deliver,
    private readonly store: Pick<typeof unsentPosts, "all" | "keep" | "drop"> = unsentPosts,
  ) {
    for (const post of store.all()) this.#unsent.set(post.slot, post);
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The posts of a question that are still here. */
  waiting(key: string): UnsentPost[] {
    return [...this.#unsent.values()].filter((post) => post.key === key);
  }

  put(post: UnsentPost): void {
    this.#unsent.set(post.slot, post);
    this.store.keep(post);
    this.#tries.delete(post.slot);
    void this.#try(post.slot);
  }

  /** Tries all now: the network seems to be back, or somebody looks at the page again. */
  nudge(): void {
    for (const slot of [...this.#unsent.keys()]) {
      this.#tries.delete(slot);
      void this.#try(slot);
    }
  }

  async #try(slot: string): Promise<void> {
    const post = this.#unsent.get(slot);
    if (!post || this.#busy.has(slot)) return;
    clearTimeout(this.#timers.get(slot));
    this.#busy.add(slot);
    const receipt = await this.send(post).catch(() => null);
    this.#busy.delete(slot);
    // A newer answer took its place meanwhile: that one is what the person means.
    if (this.#unsent.get(slot) !== post) return this.#try(slot);
    if (receipt === null || passing(receipt.status)) return this.#later(post, receipt);
    this.#unsent.delete(slot);
    this.#tries.delete(slot);
    this.store.drop(slot);
    this.#tell(post, receipt.status < 400 ? { kind: "sent" } : { kind: "refused", message: receipt.message });
  }

  #later(post: UnsentPost, receipt: Receipt | null): void {
    const { slot } = post;
    const tries = this.#tries.get(slot) ?? 0;
    const pause = PAUSES[Math.min(tries, PAUSES.length - 1)] ?? 30;
    this.#tries.set(slot, tries + 1);
    // A hall of phones that lost one network must not come back in step.
    this.#timers.set(
      slot,
      setTimeout(() => void this.#try(slot), pause * (750 + Math.random() * 500)),
    );
    this.#tell(post, { kind: "waiting", message: receipt?.message ?? "", offline: receipt === null });
  }

  #tell(post: UnsentPost, news: News): void {
    for (const listener of [...this.#listeners]) listener(post, news);
  }
}
