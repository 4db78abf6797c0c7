import { UNKNOWN } from "~/modules/identity";
import type { Contribution } from "./contributions";
import type { Channel, Position } from "./values";

/** Who spoke in these contributions, each once: the last row that tells a region or a category is believed. */
export function peopleOf(batch: readonly Contribution[]) {
  const people = new Map<string, { key: string; region: string; stakeholder: string }>();
  for (const { participant: key, region, stakeholder } of batch) {
    const known = people.get(key);
    people.set(key, {
      key,
      region: region === UNKNOWN && known ? known.region : region,
      stakeholder: stakeholder === UNKNOWN && known ? known.stakeholder : stakeholder,
    });
  }
  return [...people.values()];
}

/** What of a contribution makes a voice. */
export type VoiceGiven = Pick<
  Contribution,
  "participant" | "itemId" | "position" | "stars" | "channel" | "at"
>;

interface Said<T> {
  value: T;
  channel: Channel;
  at: Date;
}
export interface Voice {
  participant: string;
  itemId: number;
  position: Said<Position> | undefined;
  stars: Said<number> | undefined;
}

/** One voice per person and item, each part the latest that was given; of two given at one instant, the one further down. */
export function voicesOf(batch: readonly VoiceGiven[]): Voice[] {
  const voices = new Map<string, Voice>();
  for (const { participant, itemId, position, stars, channel, at } of batch) {
    if (position === undefined && stars === undefined) continue;
    const key = `${itemId} ${participant}`;
    const voice = voices.get(key) ?? { participant, itemId, position: undefined, stars: undefined };
    voices.set(key, voice);
    if (position !== undefined && !(voice.position && voice.position.at > at))
      voice.position = { value: position, channel, at };
    if (stars !== undefined && !(voice.stars && voice.stars.at > at))
      voice.stars = { value: stars, channel, at };
  }
  return [...voices.values()];
}

/** A voice as IMPORT_VOICES takes it: with short names, because thousands make one text that is copied several times. */
export const packed = ({ participant, itemId, position, stars }: Voice) => ({
  w: participant,
  i: itemId,
  p: position?.value,
  pc: position?.channel,
  pa: position?.at,
  s: stars?.value,
  sc: stars?.channel,
  sa: stars?.at,
});

/** The texts that came with them. */
export const commentsOf = (batch: readonly Contribution[]) =>
  batch.flatMap(({ participant, itemId, body, channel, at }) =>
    body === undefined ? [] : [{ participant, itemId, body, channel, at }],
  );
