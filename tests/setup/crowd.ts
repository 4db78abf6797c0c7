import { randomBytes } from "node:crypto";
import { answerOf, type Room } from "../bench/poll-room";
import { CHOICES, CODE } from "../bench/poll-seed";
import { connect } from "../bench/wire";
import { eventually } from "./eventually";
import { EventStream } from "./event-stream";

/** Someone in the room: follows the stream, answers, and tries the next server when one does not answer. */
export class Guest {
  readonly cookie = `appareil=${randomBytes(16).toString("base64url")}`;
  readonly stream: EventStream;
  #turn: number;

  constructor(
    readonly number: number,
    readonly ports: () => readonly number[],
  ) {
    this.#turn = number;
    this.stream = new EventStream({
      port: () => this.#nextPort(),
      path: `/direct/${CODE}/flux?vue=phone`,
      headers: { Cookie: this.cookie, "Accept-Language": "fr" },
      again: 100,
    });
  }

  #nextPort(): number {
    const ports = this.ports();
    return ports[this.#turn++ % ports.length] ?? 0;
  }

  /** Sends an answer once. The status, or 0 when the connection broke. */
  async send(body: string): Promise<number> {
    const line = connect(this.#nextPort());
    const { status } = await line.ask(answerOf(this.cookie, body)).catch(() => ({ status: 0 }));
    line.close();
    return status;
  }

  /** Sends an answer again and again until it is acknowledged. What else it met on the way goes to `met`. */
  async insist(body: string, met: number[] = []): Promise<void> {
    await eventually(
      `an acknowledgement of ${body}`,
      async () => {
        const status = await this.send(body);
        if (status !== 204) met.push(status);
        return status === 204;
      },
      20_000,
      300,
    );
  }
}

/** People of the room, all with their first event. */
export async function gather(size: number, ports: (number: number) => readonly number[]): Promise<Guest[]> {
  const guests = Array.from({ length: size }, (_, number) => new Guest(number, () => ports(number)));
  await eventually("everybody's first event", () => guests.every(({ stream }) => stream.id !== ""), 20_000);
  return guests;
}

export const disperse = (guests: readonly Guest[]): void => guests.forEach(({ stream }) => stream.close());

/** All hold the state that the room has now: the version, and when the results are shown these figures. */
export const allHold = (
  streams: readonly EventStream[],
  version: number,
  tally?: readonly number[],
): boolean =>
  streams.every(
    (stream) => stream.version === version && (!tally || tallyIn(stream).join() === tally.join()),
  );

interface Told {
  results?: { total: { rows: { n: number }[] } };
}
export const tallyIn = ({ state }: EventStream): number[] =>
  (state as Told | null)?.results?.total.rows.map(({ n }) => n) ?? [];

/** How many chose each, in the order of the question's options. */
export const tallyOf = (choices: readonly string[]): number[] =>
  CHOICES.map((choice) => choices.filter((chosen) => chosen === choice).length);

export type { Room };
