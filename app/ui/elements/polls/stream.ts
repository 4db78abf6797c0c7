import { isRecord } from "./memory";

/** One whole moment, as the server sends it. */
export interface Moment {
  readonly html: string;
  readonly state: string;
  readonly question: { readonly key: string; readonly title: string } | null;
  readonly results: boolean;
  /** The server's clock, in milliseconds. */
  readonly now: number;
  /** The event as it came, for who knows its shape. */
  readonly view: unknown;
}

export interface Hooks {
  moment(moment: Moment): void;
  /** Whether what is on screen follows the server. */
  connected(yes: boolean): void;
}

/** Seconds before trying again; the last one repeats. */
const PAUSES = [1, 2, 4, 8];
/** Milliseconds in which an opened stream must have said something: each begins with an event. */
const PATIENCE = 8_000;
/** The server gives a sign every fifteen seconds: a line that misses two is dead, whatever the browser believes. */
const SILENCE = 35_000;
/** Longer than the server holds a question back. */
const POLL_PATIENCE = 40_000;

/** Reads an event; anything odd is none. */
export function readMoment(data: string): Moment | null {
  try {
    const view: unknown = JSON.parse(data);
    if (!isRecord(view) || typeof view.html !== "string" || typeof view.state !== "string") return null;
    const { question } = view;
    const asked =
      isRecord(question) && typeof question.key === "string" && typeof question.title === "string"
        ? { key: question.key, title: question.title }
        : null;
    return {
      html: view.html,
      state: view.state,
      question: asked,
      results: view.results != null,
      now: Number(view.now),
      view,
    };
  } catch {
    return null;
  }
}

/**
 * Follows a poll: by a stream of events, and by long polling where something on the way keeps the stream back. Comes back
 * by itself, in its own time: browsers give up on some failures, and a hall must not come back in step.
 */
export class Stream {
  #source: EventSource | null = null;
  #request: XMLHttpRequest | null = null;
  #timer: number | undefined;
  #tries = 0;
  #silences = 0;
  #last = "";
  #heard = 0;
  #closed = false;

  constructor(
    private readonly src: string,
    private readonly hooks: Hooks,
  ) {}

  open(): void {
    this.#closed = false;
    this.#stop();
    if (this.#silences >= 2 || typeof EventSource === "undefined") return this.#poll();
    const source = (this.#source = new EventSource(
      this.#last ? `${this.src}&apres=${encodeURIComponent(this.#last)}` : this.src,
    ));
    this.#timer = window.setTimeout(() => this.#silent(), PATIENCE);
    source.onmessage = (event: MessageEvent<unknown>) => {
      this.#alive();
      this.#take(String(event.data), event.lastEventId);
    };
    source.addEventListener("pulse", () => {
      this.#alive();
      this.#heard = Date.now();
      this.hooks.connected(true);
    });
    source.onerror = () => this.#lost();
  }

  close(): void {
    this.#closed = true;
    this.#stop();
  }

  /** The network is gone: no need to wait until the stream notices. */
  offline(): void {
    this.#lost();
  }

  /** The network is back, or somebody looks again: a stream that has been silent may be dead without knowing. */
  wake(after = 0): void {
    if (this.#closed || (this.#source && Date.now() - this.#heard < after)) return;
    this.#tries = 0;
    this.open();
  }

  #take(data: string, id: string): void {
    const moment = readMoment(data);
    this.#tries = 0;
    this.#last = id;
    this.#heard = Date.now();
    this.hooks.connected(true);
    if (moment) this.hooks.moment(moment);
  }

  /** The stream works: it may be silent for as long as the server's signs leave it. */
  #alive(): void {
    window.clearTimeout(this.#timer);
    this.#silences = 0;
    this.#tries = 0;
    this.#timer = window.setTimeout(() => this.#lost(), SILENCE);
  }

  #silent(): void {
    this.#silences += 1;
    this.#lost();
  }

  #lost(): void {
    this.#stop();
    this.hooks.connected(false);
    const pause = PAUSES[Math.min(this.#tries, PAUSES.length - 1)] ?? 8;
    this.#tries += 1;
    this.#timer = window.setTimeout(() => this.open(), pause * (500 + Math.random() * 1000));
  }

  #poll(): void {
    const request = (this.#request = new XMLHttpRequest());
    request.open("GET", `${this.src}&attendre=${encodeURIComponent(this.#last)}`);
    request.timeout = POLL_PATIENCE;
    request.onload = () => {
      const { status, responseText } = request;
      const id = status === 200 ? idOf(responseText) : null;
      if (id !== null) this.#take(responseText, id);
      else if (status === 204) this.hooks.connected(true);
      else return this.#lost();
      if (this.#request === request) this.#poll();
    };
    request.onerror = request.ontimeout = () => this.#lost();
    request.send();
  }

  #stop(): void {
    window.clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
    const request = this.#request;
    this.#request = null;
    request?.abort();
  }
}

/** What a moment is called, or null when the answer is none: a portal's page, for instance. */
function idOf(answer: string): string | null {
  if (!readMoment(answer)) return null;
  const read: unknown = JSON.parse(answer);
  return isRecord(read) && (typeof read.id === "string" || typeof read.id === "number")
    ? String(read.id)
    : null;
}
