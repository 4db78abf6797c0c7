import net from "node:net";

/** A request with its headers, ready to send. */
export function httpRequest(
  method: string,
  path: string,
  headers: Record<string, string>,
  body = "",
): Buffer {
  const all: Record<string, string> = { Host: "localhost", ...headers };
  if (body) all["Content-Length"] = String(Buffer.byteLength(body));
  const head = Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${head}\r\n${body}`);
}

export interface Answer {
  status: number;
  /** Status line and headers. */
  head: string;
}

/** A connection that asks for one thing after the other. */
export interface Line {
  /** @throws when the connection breaks. */
  ask(request: Buffer): Promise<Answer>;
  close(): void;
}

/** Opens a connection; what is asked before it stands waits for it. */
export function connect(port: number): Line {
  const socket = net.connect({ port, host: "127.0.0.1", noDelay: true });
  let settle: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;
  const fail = (error: Error) => {
    settle?.reject(error);
    settle = undefined;
  };
  socket.on(
    "data",
    responseParser((status, head) => settle?.resolve({ status, head })),
  );
  socket.on("error", fail).on("close", () => fail(new Error("the server closed the connection")));
  const ask = (request: Buffer) =>
    new Promise<Answer>((resolve, reject) => {
      settle = { resolve, reject };
      socket.write(request);
    });
  return { ask, close: () => void socket.destroy() };
}

/** Finds the end of each answer, by its length or its last chunk, and reports its status and head. One at a time: no pipelining. */
export function responseParser(done: (status: number, head: string) => void): (data: Buffer) => void {
  let head: string | null = null;
  let pending: Buffer = Buffer.alloc(0);
  let left = 0;
  let chunked = false;
  let status = 0;
  let tail = "";
  return (data) => {
    let body = data;
    if (head === null) {
      pending = pending.length === 0 ? data : Buffer.concat([pending, data]);
      const end = pending.indexOf("\r\n\r\n");
      if (end < 0) return;
      head = pending.toString("latin1", 0, end);
      body = pending.subarray(end + 4);
      pending = Buffer.alloc(0);
      status = Number(head.slice(9, 12));
      chunked = /\r\ntransfer-encoding: chunked/i.test(head);
      left = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
      tail = "";
    }
    if (chunked) {
      tail = (tail + body.toString("latin1", Math.max(0, body.length - 7))).slice(-7);
      if (!tail.endsWith("\r\n0\r\n\r\n") && tail !== "0\r\n\r\n") return;
    } else {
      left -= body.length;
      if (left > 0) return;
    }
    const whole = head;
    head = null;
    done(status, whole);
  };
}
