import { UNKNOWN } from "~/modules/identity";
import type { Contribution } from "./contributions";

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
export type VoiceGiven = Pick<Contribution, "participant" | "itemId" | "position" | "stars" | "channel" | "at">;

interface Voice {
  participant: string;
  itemId: number;
  position?: string;
  positionChannel?: string;
  positionAt?: Date;
  stars?: number;
  starsChannel?: string;
  starsAt?: Date;
}

/** One voice per person and item, each part the latest that was given; of two given at one instant, the one further down. */
export function voicesOf(batch: readonly VoiceGiven[]): Voice[] {
  const voices = new Map<string, Voice>();
  for (const { participant, itemId, position, stars, channel, at } of batch) {
    if (position === undefined && stars === undefined) continue;
    const key = `${itemId} ${participant}`;
    const voice = voices.get(key) ?? { participant, itemId };
    voices.set(key, voice);
    if (position !== undefined && !(voice.positionAt && voice.positionAt > at)) {
      Object.assign(voice, { position, positionChannel: channel, positionAt: at });
    }
    if (stars !== undefined && !(voice.starsAt && voice.starsAt > at)) {
      Object.assign(voice, { stars, starsChannel: channel, starsAt: at });
    }
  }
  return [...voices.values()];
}

/** The texts that came with them. */
export const commentsOf = (batch: readonly Contribution[]) =>
  batch.flatMap(({ participant, itemId, body, channel, at }) =>
    body === undefined ? [] : [{ participant, itemId, body, channel, at }],
  );
