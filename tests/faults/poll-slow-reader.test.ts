import { createServer, type Server } from "node:http";
import net, { type AddressInfo } from "node:net";
import express from "express";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { closeFeeds, serveFeed } from "~/http/stream.server";
import { httpRequest } from "../bench/wire";
import { EventStream } from "../setup/event-stream";
import { eventually } from "../setup/eventually";

/** Of one state, in bytes: a console with its texts. */
const STATE = 20_000;
const STATES = 4_000;
const SLOW = 20;
const MOST_MEGABYTES = 30;

let server: Server;
let tell: (state: string) => void;

const state = (version: number) => JSON.stringify({ version, html: "x".repeat(STATE) });

beforeEach(async () => {
  // What is let go depends on the clock; what is written does not.
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
  const app = express();
  app.get(
    "/flux",
    (req, res) =>
      void serveFeed(req, res, {
        key: "room",
        open: (told) => {
          tell = told;
          return Promise.resolve({ state: state(0), size: () => {}, close: () => {} });
        },
      }),
  );
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  closeFeeds();
  vi.useRealTimers();
  await new Promise((resolve) => server.close(resolve));
});

/** Bytes of buffers that this process keeps: what waits to be written is among them. */
const kept = () => process.memoryUsage().arrayBuffers;

/** Opens a stream and never reads it. */
const neverRead = (port: number) =>
  new Promise<net.Socket>((resolve, reject) => {
    const socket = net.connect({ port, host: "127.0.0.1" });
    socket.once("error", reject).once("connect", () => {
      socket.pause();
      socket.write(httpRequest("GET", "/flux", {}), () => resolve(socket));
    });
  });

test("readers that never drain their stream cost next to no memory, hold nobody up, and are let go", async () => {
  const { port } = server.address() as AddressInfo;
  const readers = Array.from({ length: 3 }, () => new EventStream({ port: () => port, path: "/flux" }));
  await eventually("the first state", () => readers.every(({ version }) => version === 0));
  const slow = await Promise.all(Array.from({ length: SLOW }, () => neverRead(port)));
  const connections = () =>
    new Promise<number>((resolve, reject) =>
      server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    );
  await eventually("everybody", async () => (await connections()) === SLOW + readers.length);
  const before = kept();
  let most = 0;
  for (let version = 1; version <= STATES; version++) {
    tell(state(version));
    if (version % 20 > 0) continue;
    await eventually(`state ${version} with all who read`, () =>
      readers.every((reader) => reader.version === version),
    );
    most = Math.max(most, kept() - before);
  }
  // All states kept, one copy for all readers, would be 80.
  expect(most / 1e6).toBeLessThan(MOST_MEGABYTES);
  vi.advanceTimersByTime(60_000);
  await eventually("that they are let go", async () => (await connections()) === readers.length);
  expect(readers.map(({ cuts }) => cuts)).toEqual(readers.map(() => 0));
  for (const socket of slow) socket.destroy();
  for (const reader of readers) reader.close();
});
