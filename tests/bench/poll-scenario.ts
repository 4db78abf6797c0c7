import {
  bursts,
  choiceAt,
  idleCores,
  joins,
  leave,
  memoryOf,
  nextQuestions,
  steadyRatings,
  type Burst,
} from "./poll-measures";
import { act, filesOf, type Phone, type Room } from "./poll-room";
import { choiceQuestion, CHOICES } from "./poll-seed";
import type { Row } from "./report";
import { percentile } from "./statistics";

export interface Measured {
  rows: Row[];
  notes: string[];
  /** Answers of the bursts by "question choice", as they must stand in the database. */
  expected: Map<string, number>;
}

export interface Scenario {
  phones: number;
  quick: boolean;
  /** Upserts per second straight through pg; joins per second and milliseconds to the next question of a bare server. */
  upserts: number;
  bare: { joins: number; next: number };
}

/** Phones that come and go before anything is measured: a server of an evening has been up for a while. */
const WARM_UP = 500;

const spread = (samples: readonly number[]) => ({
  n: samples.length,
  "median ms": percentile(samples, 0.5),
  "p95 ms": percentile(samples, 0.95),
  "p99 ms": percentile(samples, 0.99),
  "last ms": Math.max(...samples),
});

/** One evening in a room: people join, wait, are asked, answer all at once, and rate without a pause. */
export async function measureRoom(
  room: Room,
  { phones: crowd, quick, upserts, bare }: Scenario,
): Promise<Measured> {
  const rounds = quick ? 2 : 6;
  await act(room, { act: "open", question: choiceQuestion(12) });
  const files = await filesOf(room);
  const emptyMemory = memoryOf(room);
  leave((await joins(room, WARM_UP)).phones);
  const joined = await joins(room, crowd);
  const { phones } = joined;
  const rows: Row[] = [
    {
      what: "join: page that is shared, stream, first event",
      ...spread(joined.latencies),
      "per second": joined.perSecond,
      target: "≥ 600/s",
      "ratio to yardstick": joined.perSecond / bare.joins,
    },
  ];
  const filledMemory = memoryOf(room);
  const cores = await idleCores(room, quick ? 16_000 : 32_000);
  rows.push({
    what: `idle streams: ${cores.toFixed(3)} core, ${Math.round(Math.max(filledMemory, memoryOf(room)) - emptyMemory)} MB`,
    n: phones.length,
    target: "≤ 0.05, ≤ 150 MB",
  });
  const next = await nextQuestions(room, phones, quick ? 4 : 10);
  rows.push({
    what: "next question: console's post to each phone",
    ...spread(next),
    target: "last ≤ 600 ms",
    "ratio to yardstick": bare.next / Math.max(...next),
  });
  const expected = new Map<string, number>();
  for (const revealed of [false, true]) {
    const burst = await bursts(room, phones, rounds, revealed);
    rows.push(...burstRows(burst, revealed, upserts));
    for (let round = 0; round < rounds; round++)
      count(expected, phones, round, choiceQuestion(1 + (round % 6) + (revealed ? 6 : 0)));
  }
  const lost = phones.filter(({ stream }) => stream.cuts > 0).length;
  leave(phones);
  for (const [what, options] of [
    [`join with the page's ${files.length} files`, { files }],
    ["join, devices that come back (each its own page)", { known: true }],
  ] as const) {
    const again = await joins(room, crowd / 2, options);
    leave(again.phones);
    rows.splice(1, 0, {
      what,
      ...spread(again.latencies),
      "per second": again.perSecond,
      "ratio to yardstick": again.perSecond / bare.joins,
    });
  }
  const { result, cpu } = await steadyRatings(room, quick ? 4_000 : 10_000);
  rows.push({
    what: "steady ratings, one by one",
    ...spread(result.latencies),
    errors: result.refused,
    "per second": result.perSecond,
    "CPU ms each": cpu,
    target: "≥ 1,800/s, ≤ 0.7",
    "ratio to yardstick": result.perSecond / upserts,
  });
  return { rows, expected, notes: [`${lost} of ${phones.length} streams were cut.`] };
}

function burstRows(
  { latencies, errors, last, exact, cpu }: Burst,
  revealed: boolean,
  upserts: number,
): Row[] {
  const answers = latencies.length / last.length;
  return [
    {
      what: `all answer at once, results ${revealed ? "shown to all" : "hidden"}: acknowledged`,
      ...spread(latencies),
      errors,
      "CPU ms each": cpu,
      target: "last ≤ 1,500 ms",
      "ratio to yardstick": ((answers / upserts) * 1000) / Math.max(...last),
    },
    {
      what: `exact tally on the ${revealed ? "projector" : "console"} after the last of them`,
      ...spread(exact),
      target: "≤ 1,000 ms",
    },
  ];
}

/** A later round about the same question replaces the earlier. */
function count(
  expected: Map<string, number>,
  phones: readonly Phone[],
  round: number,
  question: string,
): void {
  CHOICES.forEach((choice, index) =>
    expected.set(
      `${question} ${choice}`,
      phones.filter((_, phone) => choiceAt(phone, round) === index).length,
    ),
  );
}
