import { UNKNOWN } from "~/modules/identity";
import type { Contribution } from "./contributions";
import type { ImportedComment } from "./import-sql";
import type { KeyedPerson } from "./participants-store.server";
import type { GivenVoice } from "./voices";

/** Who spoke in these contributions, each once: the last row that tells a region or a category is believed. */
export function peopleOf(batch: readonly Contribution[]): KeyedPerson[] {
  const people = new Map<string, KeyedPerson>();
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

/** What a contribution says of an item. */
export const voiceOf = ({ participant, ...voice }: Omit<Contribution, "id" | "body">): GivenVoice => ({
  voter: { imported: participant },
  ...voice,
});

/** The texts that came with them. */
export const commentsOf = (batch: readonly Contribution[]): ImportedComment[] =>
  batch.flatMap(({ participant, itemId, body, channel, at }) =>
    body === undefined ? [] : [{ participant, itemId, body, channel, at }],
  );
