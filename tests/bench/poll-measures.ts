import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { eventually } from "../setup/eventually";
import { load, type LoadResult } from "./load";
import { act, answerOf, openConsole, openScreen, openStream, scan, type Phone, type Room } from "./poll-room";
import { choiceQuestion, CHOICES, RATING } from "./poll-seed";
import { cpuSeconds, familyMegabytes } from "./processes";
import { connect } from "./wire";

const newDevice = () => `appareil=${randomBytes(16).toString("base64url")}`;

export interface Joining {
  phones: Phone[];
  latencies: number[];
  perSecond: number;
}

/** Phones come in, `at` a time: each asks for the page and opens its stream; it has joined with its first event. */
export async function joins(
  room: Pick<Room, "port">,
  count: number,
  { files = [] as readonly string[], known = false, at = 64 } = {},
): Promise<Joining> {
  const phones: Phone[] = [];
  const latencies: number[] = [];
  const started = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < count) {
      next += 1;
      const begun = performance.now();
      const cookie = await scan(room, known ? newDevice() : "", files);
      const stream = openStream(room, "vue=phone", cookie);
      await eventually("a phone's first event", () => stream.id !== "", 30_000);
      latencies.push(performance.now() - begun);
      phones.push({ cookie, stream });
    }
  };
  await Promise.all(Array.from({ length: at }, lane));
  return { phones, latencies, perSecond: count / ((performance.now() - started) / 1000) };
}

export const leave = (phones: readonly Phone[]): void => phones.forEach(({ stream }) => stream.close());

/** From the console's post to each phone's whole event with the next question. Milliseconds, of all rounds. */
export async function nextQuestions(room: Room, phones: readonly Phone[], rounds: number): Promise<number[]> {
  const latencies: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const version = Math.max(...phones.map(({ stream }) => stream.version));
    const sent = performance.now();
    const acted = act(room, { act: "open", question: choiceQuestion(1 + (round % 12)) });
    await eventually(
      "the next question on all phones",
      () => phones.every(({ stream }) => stream.version > version),
      30_000,
    );
    await acted;
    latencies.push(...phones.map(({ stream }) => stream.at - sent));
  }
  return latencies;
}

export interface Burst {
  /** Milliseconds from the first send to each acknowledgement, of all rounds. */
  latencies: number[];
  errors: number;
  /** Of each round: to the last acknowledgement, and from there to the exact tally on the screen. */
  last: number[];
  exact: number[];
  /** CPU of server and database, milliseconds per answer. */
  cpu: number;
}

/** All phones answer in the same instant, each over a connection of its own. `revealed`: everybody sees the results grow. */
export async function bursts(
  room: Room,
  phones: readonly Phone[],
  rounds: number,
  revealed: boolean,
): Promise<Burst> {
  const burst: Burst = { latencies: [], errors: 0, last: [], exact: [], cpu: 0 };
  const screen = revealed ? openScreen(room) : openConsole(room);
  for (let round = 0; round < rounds; round++) {
    const question = choiceQuestion(1 + (round % 6) + (revealed ? 6 : 0));
    await act(room, { act: "open", question });
    if (revealed) await act(room, { act: "reveal", question });
    const expected = CHOICES.map(
      (_, index) => phones.filter((_phone, phone) => choiceAt(phone, round) === index).length,
    );
    await eventually(
      "the question on all screens",
      () =>
        [screen, ...phones.map(({ stream }) => stream)].every(({ version }) => version === screen.version) &&
        shows(screen.state, question),
      30_000,
    );
    const cpu = cpuOf(room);
    const sent = performance.now();
    await Promise.all(
      phones.map(async ({ cookie }, phone) => {
        const line = connect(room.port);
        const { status } = await line
          .ask(answerOf(cookie, `question=${question}&choice=${CHOICES[choiceAt(phone, round)]}`))
          .catch(() => ({ status: 0 }));
        burst.latencies.push(performance.now() - sent);
        if (status !== 204) burst.errors += 1;
        line.close();
      }),
    );
    const acknowledged = performance.now();
    burst.last.push(acknowledged - sent);
    await eventually(
      "the exact tally on the screen",
      () => tallyOf(screen.state).join() === expected.join(),
      30_000,
    );
    burst.exact.push(Math.max(0, screen.at - acknowledged));
    burst.cpu += ((cpuOf(room) - cpu) * 1000) / (phones.length * rounds);
  }
  screen.close();
  return burst;
}

/** Spread unevenly, so that a tally of the wrong answers is seen. */
export const choiceAt = (phone: number, round: number): number =>
  [0, 0, 1, 2, 1, 3, 0][(phone + round) % 7] ?? 0;

interface Told {
  question: { ref: string } | null;
  results?: { total: { rows: { n: number }[] } };
}
const shows = (state: unknown, question: string) => (state as Told | null)?.question?.ref === question;
const tallyOf = (state: unknown) => (state as Told | null)?.results?.total.rows.map(({ n }) => n) ?? [];

const cpuOf = ({ server, database }: Room) => cpuSeconds(server) + (database ? cpuSeconds(database) : 0);

/** What streams cost while nothing happens: cores of server and database. */
export async function idleCores(room: Room, milliseconds: number): Promise<number> {
  const before = cpuOf(room);
  const started = performance.now();
  await pause(milliseconds);
  return (cpuOf(room) - before) / ((performance.now() - started) / 1000);
}

export const memoryOf = ({ server }: Room): number => familyMegabytes(server);

/** Stars for an action without a pause, from thousands of devices in ten halls; answered after the commit. */
export async function steadyRatings(
  room: Room,
  duration: number,
): Promise<{ result: LoadResult; cpu: number }> {
  await act(room, { act: "open", question: RATING });
  const devices = Array.from({ length: 20_000 }, newDevice);
  let turn = 0;
  let cpu = 0;
  const result = await load({
    port: room.port,
    connections: 128,
    duration,
    request: () => {
      turn += 1;
      return answerOf(devices[turn % devices.length] ?? "", `question=${RATING}&stars=${1 + (turn % 5)}`, {
        "X-Forwarded-For": `192.0.2.${turn % 10}`,
      });
    },
    accept: (status) => status === 204,
    onStart: () => void (cpu = cpuOf(room)),
    onEnd: () => void (cpu = cpuOf(room) - cpu),
  });
  return { result, cpu: (cpu * 1000) / result.answers };
}
