import type { Demonstration } from "~/modules/participation/index.server";
import type { Person } from "./people";
import type { Random } from "./random";

/** The time in which people speak, and when those at the meeting do. */
export interface Period {
  from: Date;
  to: Date;
  meeting: Date | null;
}

/** How much agreement a text meets, from 0 to 1, and how urgent it seems, in stars; what is not here is ordinary. */
const RECEPTION: Readonly<Record<string, [agreement: number, urgency: number]>> = {
  "axe-1": [0.7, 3.6],
  "axe-2": [0.8, 4.2],
  "axe-3": [0.66, 3.8],
  "axe-4": [0.6, 3.5],
  "action-1": [0.68, 3.9],
  "action-2": [0.72, 3.5],
  "action-7": [0.77, 4.3],
  "action-11": [0.55, 3.4],
  "action-12": [0.5, 3.7],
  "action-13": [0.42, 2.8],
  "action-14": [0.88, 4.6],
  "objectif-identite-patients": [0.74, 4.1],
  "objectif-budget-numerique": [0.69, 3.9],
  "objectif-has-cyber": [0.76, 4],
  "objectif-apcv": [0.44, 2.9],
  "objectif-telesurveillance-15": [0.57, 3.2],
  "objectif-donnees-recherche": [0.52, 3.1],
};
const ORDINARY: [number, number] = [0.62, 3.4];

/** What these people think of these items: actions are read most, few people go through everything. */
export function makeVoices(
  random: Random,
  people: readonly Person[],
  refs: readonly string[],
  period: Period,
): Demonstration["voices"] {
  const read = refs.flatMap((ref) => Array<string>(ref.startsWith("action-") ? 3 : 1).fill(ref));
  return people.flatMap((person) => {
    const start = startOf(random, person, period);
    const chosen = new Set(random.some(read, 1 + Math.floor(random.next() ** 2 * refs.length)));
    return [...chosen].map((ref, index) => {
      const [agreement, urgency] = RECEPTION[ref] ?? ORDINARY;
      const mood = random.next();
      const position =
        mood < agreement ? "for" : mood < agreement + (1 - agreement) * 0.65 ? "mixed" : "against";
      const lean = { for: 0.5, mixed: -0.4, against: -1.4 }[position];
      const stars = Math.min(5, Math.max(1, Math.round(urgency + lean + random.between(-1.3, 1.3))));
      const silent = random.next();
      return {
        person: person.key,
        ref,
        channel: person.channel,
        position: silent < 0.06 ? undefined : position,
        stars: silent > 0.86 ? undefined : stars,
        at: notAfter(period.to, start + index * random.between(30_000, 150_000)),
      };
    });
  });
}

/** When somebody comes: at the meeting, or any day, more on the first ones. */
export function startOf(random: Random, { channel }: Person, { from, to, meeting }: Period): number {
  if (channel === "event" && meeting) return meeting.getTime() + random.between(0, 5_400_000);
  return from.getTime() + random.next() ** 1.6 * (to.getTime() - from.getTime());
}

export const notAfter = (latest: Date, instant: number): Date =>
  new Date(Math.min(instant, latest.getTime() - 1_000));
