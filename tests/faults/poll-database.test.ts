import { afterAll, beforeAll, expect, test } from "vitest";
import { act, openConsole } from "../bench/poll-room";
import { choiceQuestion, CHOICES } from "../bench/poll-seed";
import { allHold, disperse, gather, tallyIn, tallyOf } from "../setup/crowd";
import { eventually } from "../setup/eventually";
import { pollServers, type PollServers } from "../setup/poll-servers";

const PEOPLE = 60;
const TURNS = 8;
let polls: PollServers;

beforeAll(async () => void (polls = await pollServers()), 60_000);
afterAll(() => polls.stop(), 60_000);

test("PostgreSQL crashes and comes back in the middle of a vote: nothing acknowledged is lost, and every screen is right again", async () => {
  const server = await polls.start();
  const room = polls.room(server);
  const question = choiceQuestion(1);
  await act(room, { act: "open", question });
  const guests = await gather(PEOPLE, () => [server.port]);
  const screen = openConsole(room);
  const met: number[] = [];
  let acknowledged = 0;
  let restart = Promise.resolve();
  let back = Infinity;
  const crash = async () => {
    await polls.postgres.crash();
    await eventually("a refusal", () => met.length > 0, 20_000);
    await polls.postgres.revive();
    back = performance.now();
  };
  const chosen = (guest: number, turn: number) => CHOICES[(guest + turn * 3) % CHOICES.length] ?? "";
  await Promise.all(
    guests.map(async (guest) => {
      for (let turn = 0; turn < TURNS; turn++) {
        await guest.insist(`question=${question}&choice=${chosen(guest.number, turn)}`, met);
        acknowledged += 1;
        if (acknowledged === (PEOPLE * TURNS) / 3) restart = crash();
      }
    }),
  );
  await restart;
  const resumed = performance.now();
  // Refused for now: neither as if it were the person's fault, nor by a broken connection.
  expect(new Set(met)).toEqual(new Set([503]));
  const last = guests.map(({ number }) => chosen(number, TURNS - 1));
  expect((await polls.stored(question)).sort()).toEqual([...last].sort());
  await eventually("the exact tally on the console", () => tallyIn(screen).join() === tallyOf(last).join());
  await act(room, { act: "open", question: choiceQuestion(2) });
  await act(room, { act: "reveal", question: choiceQuestion(2) });
  await eventually(
    "one version on all screens",
    () => screen.version > 2 && allHold([screen, ...guests.map(({ stream }) => stream)], screen.version),
  );
  expect(performance.now() - Math.max(back, resumed)).toBeLessThan(5_000);
  expect(server.process.exitCode).toBeNull();
  expect((await fetch(`${server.url}/sante`)).status).toBe(200);
  screen.close();
  disperse(guests);
});
