import net, { type AddressInfo } from "node:net";

/** A network between phones and a server, that can be cut. */
export interface TcpProxy {
  readonly port: number;
  /** `through`; `one-way`: what is sent arrives, the answer is lost; `cut`: nothing passes, and every connection breaks. */
  set(mode: "through" | "one-way" | "cut"): void;
  close(): Promise<void>;
}

export async function startProxy(target: number): Promise<TcpProxy> {
  let mode: Parameters<TcpProxy["set"]>[0] = "through";
  const sockets = new Set<net.Socket>();
  const proxy = net.createServer((near) => {
    if (mode === "cut") return near.destroy();
    const far = net.connect({ port: target, host: "127.0.0.1", noDelay: true });
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket
        .on("error", () => {})
        .on("close", () => {
          sockets.delete(socket);
          other.destroy();
        });
    }
    near.on("data", (data) => far.write(data));
    far.on("data", (data) => (mode === "through" ? near.write(data) : near.destroy()));
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return {
    port: (proxy.address() as AddressInfo).port,
    set(next) {
      mode = next;
      if (mode === "cut") for (const socket of sockets) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        proxy.close(() => resolve());
      }),
  };
}
