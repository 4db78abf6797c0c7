import net from "node:net";
import { httpRequest } from "../bench/wire";

export interface StreamOptions {
  /** Where to connect; asked anew each time. */
  port(): number;
  path: string;
  headers?: Record<string, string>;
  /** Milliseconds after which a stream that was cut is opened again. Without it, it stays closed. */
  again?: number | undefined;
}

/** A screen that follows a stream of events, as cheap as can be: two thousand of them stand in one process. */
export class EventStream {
  /** Of the last whole event. */
  id = "";
  version = -1;
  /** When it was whole, by performance.now(). */
  at = 0;
  /** HTTP status of the last answer, 0 before it; and when the stream that stands now began. */
  status = 0;
  openedAt = 0;
  /** How often the stream was cut. */
  cuts = 0;
  /** Bytes received. */
  received = 0;
  #data = "";
  #carry = "";
  #socket: net.Socket | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(readonly options: StreamOptions) {
    this.#connect();
  }

  /** What the last event said. */
  get state(): unknown {
    return this.#data ? JSON.parse(Buffer.from(this.#data, "latin1").toString()) : null;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#socket?.destroy();
  }

  #connect(): void {
    const { port, path, headers, again } = this.options;
    const known = this.id ? { "Last-Event-ID": this.id } : undefined;
    const socket = net.connect({ port: port(), host: "127.0.0.1", noDelay: true });
    this.#socket = socket;
    this.#carry = "";
    socket.on("connect", () =>
      // The line ends with the stream: kept for another request, it would hide that the stream was ended.
      socket.write(
        httpRequest("GET", path, { Accept: "text/event-stream", Connection: "close", ...headers, ...known }),
      ),
    );
    socket.on("data", (data) => this.#read(data));
    // What follows an error is "close".
    socket.on("error", () => {});
    socket.on("close", () => {
      if (this.#closed) return;
      this.cuts += 1;
      if (again !== undefined) this.#timer = setTimeout(() => this.#connect(), again);
    });
  }

  /** Looks for the last whole event of what has come; JSON has no line ends, so an empty line ends an event. */
  #read(data: Buffer): void {
    this.received += data.length;
    const text = this.#carry + data.toString("latin1");
    if (text.startsWith("HTTP/1.1 ")) {
      this.status = Number(text.slice(9, 12));
      this.openedAt = performance.now();
    }
    if (this.status !== 200 && this.status !== 0) this.#socket?.destroy();
    const end = text.lastIndexOf("\n\n");
    if (end < 0) {
      this.#carry = text;
      return;
    }
    this.#carry = text.slice(end + 2);
    const start = text.lastIndexOf("\nid: ", end);
    if (start < 0) return;
    const lineEnd = text.indexOf("\n", start + 1);
    this.id = text.slice(start + 5, lineEnd);
    this.#data = text.slice(lineEnd + "\ndata: ".length, text.indexOf("\n\n", lineEnd));
    this.version = Number(/"version":(\d+)/.exec(this.#data)?.[1] ?? -1);
    this.at = performance.now();
  }
}
