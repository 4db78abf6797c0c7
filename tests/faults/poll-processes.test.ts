import { afterAll, beforeAll, expect, test } from "vitest";
import { act, openConsole } from "../bench/poll-room";
import { choiceQuestion, CHOICES } from "../bench/poll-seed";
import { descendants } from "../bench/processes";
import { disperse, gather, tallyIn, tallyOf, type Room } from "../setup/crowd";
import { eventually } from "../setup/eventually";
import { pollServers, type PollServers } from "../setup/poll-servers";

const PEOPLE = 60;
const TURNS = 8;
let polls: PollServers;

beforeAll(async () => void (polls = await pollServers()), 60_000);
afterAll(() => polls.stop(), 60_000);

/** Everybody answers, and changes their mind, while a process is killed. `room` is one that survives. */
async function killUnderLoad(
  room: Room,
  ports: readonly number[],
  question: string,
  next: string,
  kill: () => void,
): Promise<void> {
  await act(room, { act: "open", question });
  const guests = await gather(PEOPLE, () => ports);
  const screen = openConsole(room);
  let acknowledged = 0;
  let killed = 0;
  const chosen = (guest: number, turn: number) => CHOICES[(guest + turn * 3) % CHOICES.length] ?? "";
  await Promise.all(
    guests.map(async (guest) => {
      for (let turn = 0; turn < TURNS; turn++) {
        await guest.insist(`question=${question}&choice=${chosen(guest.number, turn)}`);
        acknowledged += 1;
        if (acknowledged === (PEOPLE * TURNS) / 3) {
          kill();
          killed = performance.now();
        }
      }
    }),
  );
  const last = guests.map(({ number }) => chosen(number, TURNS - 1));
  expect((await polls.stored(question)).sort()).toEqual(last.sort());
  await eventually("the exact tally on the console", () => tallyIn(screen).join() === tallyOf(last).join());

  await act(room, { act: "reveal", question });
  await act(room, { act: "open", question: next });
  const all = [screen, ...guests.map(({ stream }) => stream)];
  await eventually("the next question on all screens", () =>
    all.every(({ state }) => (state as { question: { ref: string } | null } | null)?.question?.ref === next),
  );
  expect(
    Math.max(...guests.filter(({ stream }) => stream.cuts > 0).map(({ stream }) => stream.openedAt - killed)),
  ).toBeLessThan(5_000);
  expect(guests.some(({ stream }) => stream.cuts > 0)).toBe(true);
  screen.close();
  disperse(guests);
}

test("two servers, one killed under load: no acknowledged answer is lost or counts twice, and its phones find the other", async () => {
  const [first, second] = [await polls.start(), await polls.start()];
  await killUnderLoad(
    polls.room(second),
    [first.port, second.port],
    choiceQuestion(1),
    choiceQuestion(2),
    () => void first.process.kill("SIGKILL"),
  );
  await second.stop();
});

test("two processes of one server, one killed under load: the same", async () => {
  const server = await polls.start({ WEB_CONCURRENCY: "2" });
  const [worker = 0] = descendants(server.process.pid ?? 0);
  await killUnderLoad(
    polls.room(server),
    [server.port],
    choiceQuestion(3),
    choiceQuestion(4),
    () => void process.kill(worker, "SIGKILL"),
  );
  await server.stop();
});
