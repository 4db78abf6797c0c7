import net from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { act, openConsole } from "../bench/live-room";
import { choiceQuestion, CHOICES, CODE } from "../bench/live-seed";
import { residentMegabytes } from "../bench/processes";
import { httpRequest } from "../bench/wire";
import { allHold, disperse, gather, tallyOf, type Room } from "../setup/crowd";
import { eventually } from "../setup/eventually";
import { liveServers, type LiveServers } from "../setup/live-servers";
import { startProxy } from "../setup/tcp-proxy";

const PEOPLE = 60;
let live: LiveServers;
let room: Room;

beforeAll(async () => {
  live = await liveServers();
  room = live.room(await live.start());
}, 90_000);
afterAll(() => live.stop(), 60_000);

test("half of the phones lose their network and get it back: right within 5 s, and what they send again counts once", async () => {
  const question = choiceQuestion(1);
  await act(room, { act: "open", question });
  const proxy = await startProxy(room.port);
  const guests = await gather(PEOPLE, (number) => [number % 2 === 0 ? proxy.port : room.port]);
  const behind = guests.filter(({ number }) => number % 2 === 0);
  const choice = (number: number) => CHOICES[(number * 5) % 3] ?? "";
  const body = (number: number) => `question=${question}&choice=${choice(number)}`;

  // The answers arrive, their acknowledgements do not.
  proxy.set("one-way");
  expect(await Promise.all(behind.map((guest) => guest.send(body(guest.number))))).toEqual(behind.map(() => 0));
  await eventually("those answers in the database", async () => (await live.stored(question)).length === behind.length);
  proxy.set("cut");
  await eventually("broken streams", () => behind.every(({ stream }) => stream.cuts > 0));
  await Promise.all(guests.filter((guest) => !behind.includes(guest)).map((guest) => guest.insist(body(guest.number))));
  await act(room, { act: "reveal", question });

  proxy.set("through");
  await Promise.all(behind.map((guest) => guest.insist(body(guest.number))));
  const chosen = guests.map(({ number }) => choice(number));
  expect((await live.stored(question)).sort()).toEqual([...chosen].sort());
  const version = guests.find((guest) => !behind.includes(guest))?.stream.version ?? 0;
  await eventually("the state on all phones", () => allHold(guests.map(({ stream }) => stream), version, tallyOf(chosen)));
  disperse(guests);
  await proxy.close();
});

/** Opens a stream and never reads it. Told once the server has let it go. */
function neverRead(): Promise<{ gone(): boolean; close(): void }> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ port: room.port, host: "127.0.0.1" });
    let gone = false;
    socket.on("error", reject).on("connect", () => {
      socket.write(httpRequest("GET", `/direct/${CODE}/flux?vue=console`, { Cookie: `session=${room.organiser}` }));
      socket.pause();
      resolve({
        gone: () => gone,
        close: () => void socket.destroy(),
      });
    });
    socket.on("close", () => (gone = true));
  });
}

test("readers that never drain their stream cost no memory, hold nobody up, and are let go", async () => {
  const fast = openConsole(room);
  const phones = await gather(10, () => [room.port]);
  await eventually("the console", () => fast.id !== "");
  let presses = 0;
  const press = async (until: () => boolean) => {
    await Promise.all(Array.from({ length: 4 }, async () => {
      while (!until()) await act(room, { act: presses++ % 2 === 0 ? "blank" : "unblank" });
    }));
  };
  const receive = (bytes: number) => {
    const goal = fast.received + bytes;
    return press(() => fast.received > goal);
  };
  await receive(3_000_000);
  const before = residentMegabytes(room.server);
  const slow = await Promise.all(Array.from({ length: 20 }, neverRead));
  await receive(12_000_000);
  // Kept for them, it would be 240 MB.
  expect(residentMegabytes(room.server) - before).toBeLessThan(60);
  expect(fast.cuts + phones.reduce((cuts, { stream }) => cuts + stream.cuts, 0)).toBe(0);
  await act(room, { act: "open", question: choiceQuestion(2) });
  const took = await eventually("the next question on all that read", () => phones.every(({ stream }) => JSON.stringify(stream.state).includes(choiceQuestion(2))));
  expect(took).toBeLessThan(2_000);
  for (const { close } of slow) close();
  fast.close();
  disperse(phones);
});
