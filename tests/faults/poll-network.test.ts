import { afterAll, beforeAll, expect, test } from "vitest";
import { act } from "../bench/poll-room";
import { choiceQuestion, CHOICES } from "../bench/poll-seed";
import { allHold, disperse, gather, tallyOf, type Room } from "../setup/crowd";
import { eventually } from "../setup/eventually";
import { pollServers, type PollServers } from "../setup/poll-servers";
import { startProxy } from "../setup/tcp-proxy";

const PEOPLE = 60;
let polls: PollServers;
let room: Room;

beforeAll(async () => {
  polls = await pollServers();
  room = polls.room(await polls.start());
}, 90_000);
afterAll(() => polls.stop(), 60_000);

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
  expect(await Promise.all(behind.map((guest) => guest.send(body(guest.number))))).toEqual(
    behind.map(() => 0),
  );
  await eventually(
    "those answers in the database",
    async () => (await polls.stored(question)).length === behind.length,
  );
  proxy.set("cut");
  await eventually("broken streams", () => behind.every(({ stream }) => stream.cuts > 0));
  await Promise.all(
    guests.filter((guest) => !behind.includes(guest)).map((guest) => guest.insist(body(guest.number))),
  );
  await act(room, { act: "reveal", question });

  proxy.set("through");
  await Promise.all(behind.map((guest) => guest.insist(body(guest.number))));
  const chosen = guests.map(({ number }) => choice(number));
  expect((await polls.stored(question)).sort()).toEqual([...chosen].sort());
  const version = guests.find((guest) => !behind.includes(guest))?.stream.version ?? 0;
  await eventually("the state on all phones", () =>
    allHold(
      guests.map(({ stream }) => stream),
      version,
      tallyOf(chosen),
    ),
  );
  disperse(guests);
  await proxy.close();
});
