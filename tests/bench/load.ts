import net from "node:net";
import { percentile } from "./statistics";
import { responseParser } from "./wire";

export interface LoadOptions {
  port: number;
  connections: number;
  /** Milliseconds of load that are counted, after `warmup` ones that are not. */
  duration: number;
  warmup?: number;
  /** The next request, whole, as it goes over the wire. */
  request(): Buffer;
  /** Whether an answer is the expected one. */
  accept(status: number): boolean;
  /** Called when counting starts and when it ends, to read other clocks. */
  onStart?(): void;
  onEnd?(): void;
}

export interface LoadResult {
  answers: number;
  refused: number;
  /** Milliseconds from a request's first byte out to its answer's last byte in. */
  latencies: number[];
  perSecond: number;
}

/** What every measure under load tells, as columns of its row. */
export const measured = ({ answers, refused, perSecond, latencies }: LoadResult) => ({
  n: answers,
  refused,
  "per second": perSecond,
  "median ms": percentile(latencies, 0.5),
  "p95 ms": percentile(latencies, 0.95),
  "p99 ms": percentile(latencies, 0.99),
});

/** Closed-loop load over keep-alive connections: each sends its next request when its answer is whole. */
export async function load(options: LoadOptions): Promise<LoadResult> {
  const { port, connections, duration, warmup = 2_000, request, accept } = options;
  const result: LoadResult = { answers: 0, refused: 0, latencies: [], perSecond: 0 };
  let counting = false;
  let running = true;

  const connection = () =>
    new Promise<void>((resolve, reject) => {
      const socket = net.connect({ port, host: "127.0.0.1", noDelay: true });
      let sent = 0;
      const parser = responseParser((status) => {
        if (counting) {
          result.answers += 1;
          result.latencies.push(performance.now() - sent);
          if (!accept(status)) result.refused += 1;
        }
        if (running) next();
        else socket.end(resolve);
      });
      const next = () => {
        sent = performance.now();
        socket.write(request());
      };
      socket.on("connect", next).on("data", parser).on("error", reject);
      socket.on("close", () => (running ? reject(new Error("the server closed a connection")) : resolve()));
    });

  const all = Promise.all(Array.from({ length: connections }, connection));
  const timeline = async () => {
    await delay(warmup);
    options.onStart?.();
    counting = true;
    const started = performance.now();
    await delay(duration);
    counting = false;
    result.perSecond = result.answers / ((performance.now() - started) / 1000);
    options.onEnd?.();
    running = false;
  };
  await Promise.race([timeline(), all]);
  await all;
  return result;
}

const delay = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
