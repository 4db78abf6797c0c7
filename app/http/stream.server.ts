import { createHash } from "node:crypto";
import type { Request as ExpressRequest, Response as ExpressResponse } from "express";
import { log } from "~/platform/log.server";
import { askGuards, dropGuards, guard } from "./guards.server";

/** Something that changes, told to all who look at it in the same way: one source for all of them. */
export interface Feed {
  /** Those with the same key share what is told. */
  key: string;
  /** Who looks: two streams of one device are one, also while the first has died without a word. Null is somebody else each time. */
  who?: string | null;
  /** Whether this reader may still read, where not everybody may: asked at each heartbeat, and when somebody's right ends. */
  still?: (() => Promise<boolean>) | undefined;
  /** Starts to follow; `tell` is called with each new state, whole, as JSON of an object. Resolves with the state that stands now. */
  open(tell: (state: string) => void): Promise<{ state: string; size(people: number): void; close(): void }>;
}

/** Milliseconds between two signs of life, which proxies and phones wait for. */
const HEARTBEAT = 15_000;
/** Bytes that may wait for a slow reader: more, and it gets only the latest state once it reads again. */
const MOST_WAITING = 64 * 1024;
/** Milliseconds after which a reader that takes nothing is let go. */
const PATIENCE = 30_000;
/** Milliseconds that a client which cannot hold a stream waits for news. */
const POLL = 25_000;
/** Milliseconds for which the last to leave keeps a feed open: phones come back. */
const LINGER = 5_000;

interface Told {
  /** Changes with the state and with nothing else, on every process. */
  id: string;
  /** JSON of an object. */
  state: string;
}

interface Reader {
  told(now: Told, event: Buffer): void;
}

/** The state with the server's clock, by which a client sets its own; apart from it, because it is always another. */
const timed = ({ state }: Told): string => `{"now":${Date.now()},${state.slice(1)}`;
const eventOf = (told: Told): Buffer => Buffer.from(`id: ${told.id}\ndata: ${timed(told)}\n\n`);

class Channel {
  readonly #readers = new Map<Reader, string | Reader>();
  /** How many streams each of those who look holds. */
  readonly #people = new Map<string | Reader, number>();
  last: Told | null = null;
  #size: (people: number) => void = () => {};
  #close: () => void = () => {};
  #leaving: NodeJS.Timeout | undefined;
  readonly ready: Promise<void>;

  constructor(readonly feed: Feed) {
    this.ready = this.#open();
  }

  async #open(): Promise<void> {
    const opened = await this.feed.open((state) => this.#tell(state));
    this.#size = (people) => opened.size(people);
    this.#close = () => opened.close();
    if (!this.last) this.#tell(opened.state);
    this.#size(this.#people.size);
    this.linger();
  }

  #tell(state: string): void {
    const id = createHash("sha256").update(state).digest("base64url").slice(0, 16);
    if (this.last?.id === id) return;
    this.last = { id, state };
    const event = eventOf(this.last);
    for (const reader of this.#readers.keys()) reader.told(this.last, event);
  }

  add(reader: Reader, who: string | null): void {
    clearTimeout(this.#leaving);
    const person = who ?? reader;
    this.#readers.set(reader, person);
    this.#people.set(person, (this.#people.get(person) ?? 0) + 1);
    this.#size(this.#people.size);
  }

  remove(reader: Reader): void {
    const person = this.#readers.get(reader);
    if (person === undefined) return;
    this.#readers.delete(reader);
    const left = (this.#people.get(person) ?? 1) - 1;
    if (left > 0) this.#people.set(person, left);
    else this.#people.delete(person);
    this.#size(this.#people.size);
    this.linger();
  }

  /** Ends in a while, unless somebody comes. */
  linger(): void {
    clearTimeout(this.#leaving);
    if (this.#readers.size === 0) this.#leaving = setTimeout(() => this.end(), LINGER).unref();
  }

  end(): void {
    if (channels.get(this.feed.key) === this) channels.delete(this.feed.key);
    this.#close();
  }
}

const channels = new Map<string, Channel>();
const open = new Set<ExpressResponse>();

async function channelOf(feed: Feed): Promise<Channel> {
  let channel = channels.get(feed.key);
  if (!channel) {
    channels.set(feed.key, (channel = new Channel(feed)));
    channel.ready.catch(() => channels.get(feed.key) === channel && channels.delete(feed.key));
  }
  await channel.ready;
  return channel;
}

/** A sign of life that a browser's script can hear, which a comment is not: a line that died without a word is found out. */
const PULSE = "event: pulse\ndata: 1\n\n";

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  // Proxies of the nginx family hold answers back otherwise.
  "X-Accel-Buffering": "no",
};

/**
 * Answers with a stream of events, or, when the request has a parameter `attendre` (the id it knows), with the next state
 * alone, for clients whose proxy breaks streams.
 */
export async function serveFeed(req: ExpressRequest, res: ExpressResponse, feed: Feed): Promise<void> {
  const channel = await channelOf(feed);
  // Gone meanwhile: it will not say so a second time.
  if (res.destroyed || res.socket?.destroyed) return;
  if (req.query.attendre !== undefined) return waitForNext(res, channel, feed, String(req.query.attendre));
  res.writeHead(200, HEADERS);
  res.socket?.setNoDelay(true);
  res.socket?.setTimeout(0);
  stream(res, channel, feed, String(req.headers["last-event-id"] ?? req.query.apres ?? ""));
}

/** One heartbeat for all streams: a timer each would cost more than what it sends. */
let heart: NodeJS.Timeout | undefined;
const beats = new Map<ExpressResponse, () => void>();
const startHeart = () =>
  (heart ??= setInterval(() => {
    askGuards();
    for (const beat of beats.values()) beat();
  }, HEARTBEAT).unref());

function stream(res: ExpressResponse, channel: Channel, { who, still }: Feed, known: string): void {
  let behind = false;
  let stuckSince = 0;
  const write = (bytes: Buffer | string) => {
    if (!res.write(bytes)) stuckSince ||= performance.now();
  };
  const reader: Reader = {
    told(_told, event) {
      if (res.writableLength > MOST_WAITING) behind = true;
      else write(event);
    },
  };
  res.on("drain", () => {
    stuckSince = 0;
    if (behind && channel.last) {
      behind = false;
      write(eventOf(channel.last));
    }
  });
  res.on("error", () => res.destroy());
  res.on("close", () => {
    beats.delete(res);
    open.delete(res);
    channel.remove(reader);
  });
  const end = () => {
    beats.delete(res);
    channel.remove(reader);
    res.end();
    // One that takes nothing would keep the line, and what waits in it.
    setTimeout(() => res.destroy(), PATIENCE).unref();
  };
  if (still) guard(res, { still, end });
  open.add(res);
  startHeart();
  beats.set(res, () => {
    if (stuckSince > 0 && performance.now() - stuckSince > PATIENCE) res.destroy();
    else if (stuckSince === 0) write(PULSE);
  });
  channel.add(reader, who ?? null);
  const { last } = channel;
  // A sign at once: the client knows that the stream works though nothing has changed.
  if (last && last.id !== known) write(eventOf(last));
  else write(PULSE);
}

function waitForNext(res: ExpressResponse, channel: Channel, { who, still }: Feed, known: string): void {
  const answer = (told: Told | null) => {
    clearTimeout(timer);
    channel.remove(reader);
    open.delete(res);
    if (res.headersSent || res.destroyed) return;
    res.setHeader("Cache-Control", "no-store");
    if (!told) res.status(204).end();
    else res.type("json").send(`{"id":${JSON.stringify(told.id)},${timed(told).slice(1)}`);
  };
  const reader: Reader = { told: answer };
  const timer = setTimeout(() => answer(null), POLL);
  if (channel.last && channel.last.id !== known) return answer(channel.last);
  open.add(res);
  channel.add(reader, who ?? null);
  res.on("close", () => answer(null));
  if (still) guard(res, { still, end: () => answer(null) });
}

/** Lets everybody go, so that they find another process (a server that stops). */
export function closeFeeds(): void {
  clearInterval(heart);
  heart = undefined;
  dropGuards();
  for (const res of open) res.end();
  for (const channel of channels.values()) channel.end();
  log().debug("streams closed");
}
