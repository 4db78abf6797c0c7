import type { Channel, Position } from "./values";

/** Who gives a voice: an account, or somebody whom only a key tells from others: a device in a poll, or a person of an import. */
export type Voter =
  { accountId: number; displayName: string | null } | { key: string } | { imported: string };

/** What somebody says of an item, by a channel, at an instant. Region and stakeholder are for who is not known yet. */
export interface GivenVoice {
  voter: Voter;
  region: string;
  stakeholder: string;
  itemId: number;
  channel: Channel;
  at: Date;
  position?: Position | null | undefined;
  stars?: number | null | undefined;
}

/** Keys of devices stand apart from those that an import gives. */
export const keyOf = (voter: Exclude<Voter, { accountId: number }>): string =>
  "key" in voter ? `poll:${voter.key}` : voter.imported;

/** A voter as statements know them: `a`, an account with its name `n`, or `k`, a key. */
export const voterColumns = (voter: Voter): { a: number; n: string | null } | { k: string } =>
  "accountId" in voter ? { a: voter.accountId, n: voter.displayName } : { k: keyOf(voter) };

/**
 * A voice as WRITE_VOICES takes it: who, with region and category for newcomers; item; position, its channel and instant;
 * stars, theirs. The names are short because thousands make one text that is copied several times.
 */
export interface VoiceRow {
  a?: number;
  n?: string | null;
  k?: string;
  r: string;
  c: string;
  i: number;
  p?: Position;
  pc?: Channel;
  pa?: Date;
  s?: number;
  sc?: Channel;
  sa?: Date;
}

/** One row per voter and item, each part the latest that was given; of two given at one instant, the one further down. */
export function voiceRows(given: Iterable<GivenVoice>): VoiceRow[] {
  const rows = new Map<string, VoiceRow>();
  for (const { voter, region, stakeholder, itemId, channel, at, position, stars } of given) {
    const hasPosition = position !== undefined && position !== null;
    const hasStars = stars !== undefined && stars !== null;
    if (!hasPosition && !hasStars) continue;
    const key = "accountId" in voter ? `${itemId} a ${voter.accountId}` : `${itemId} k ${keyOf(voter)}`;
    let row = rows.get(key);
    if (!row) rows.set(key, (row = { ...voterColumns(voter), r: region, c: stakeholder, i: itemId }));
    if (hasPosition && !(row.pa && row.pa > at)) Object.assign(row, { p: position, pc: channel, pa: at });
    if (hasStars && !(row.sa && row.sa > at)) Object.assign(row, { s: stars, sc: channel, sa: at });
  }
  return [...rows.values()];
}
