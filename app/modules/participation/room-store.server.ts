import { isOpen } from "~/modules/consultation";
import { now } from "~/platform/clock";
import type { Queryable } from "~/platform/db/index.server";
import type { Window } from "./policy";
import * as sql from "./room-sql";
import { HOLD } from "./sql";
import type { Position } from "./values";

/** Who gives a voice by a poll: an account, or a device that only a key tells from others. */
export type PollVoter = { accountId: number; displayName: string | null } | { key: string };

export interface PollVoice {
  voter: PollVoter;
  region: string;
  stakeholder: string;
  itemId: number;
  position?: Position;
  stars?: number;
}

/** Keys of devices, apart from those that an import gives. */
const externalKey = (key: string): string => `poll:${key}`;

const idOf = (voter: PollVoter) =>
  "key" in voter
    ? { external_key: externalKey(voter.key) }
    : { account_id: voter.accountId, display_name: voter.displayName };

/**
 * Holds a consultation as every writer does, before anything else of the transaction. Whether it takes voices now: a poll
 * may be held before it opens or after it has closed, and then counts by itself alone.
 */
export async function holdForPoll(tx: Queryable, slug: string): Promise<boolean> {
  const [row] = await tx.$queryRawUnsafe<(Window & { id: number })[]>(HOLD, slug, []);
  return row !== undefined && isOpen(row, now());
}

/** Writes voices given by a poll, as of the channel "event", in a transaction that holds an open consultation; an item that does not open for a part takes none. */
export async function givePollVoices(
  tx: Queryable,
  consultationId: number,
  voices: readonly PollVoice[],
): Promise<void> {
  const openings = await tx.$queryRawUnsafe<{ id: number; vote: boolean; stars: boolean }[]>(sql.OPENINGS, [
    ...new Set(voices.map(({ itemId }) => itemId)),
  ]);
  const opens = new Map(openings.map((item) => [item.id, item]));
  const rows = voices.flatMap(({ voter, region, stakeholder, itemId, position, stars }) => {
    const taken = {
      position: opens.get(itemId)?.vote ? (position ?? null) : null,
      stars: opens.get(itemId)?.stars ? (stars ?? null) : null,
    };
    return taken.position === null && taken.stars === null
      ? []
      : [{ ...idOf(voter), region, stakeholder, item_id: itemId, ...taken }];
  });
  if (rows.length > 0)
    await tx.$executeRawUnsafe(sql.GIVE_POLL_VOICES, consultationId, now(), JSON.stringify(rows));
}

/** A voice that a poll gave and takes back, as it was given. */
export interface TakenVoice {
  voter: PollVoter;
  itemId: number;
  part: "position" | "stars";
  /** Null: whatever it was. */
  value: string | null;
}

/** Takes voices back, in a transaction that holds an open consultation. What was said otherwise since stays. */
export async function takePollVoices(
  tx: Queryable,
  consultationId: number,
  voices: readonly TakenVoice[],
): Promise<void> {
  for (const part of ["position", "stars"] as const) {
    const rows = voices
      .filter((voice) => voice.part === part)
      .map(({ voter, itemId, value }) => ({ ...idOf(voter), item_id: itemId, value }));
    if (rows.length > 0)
      await tx.$executeRawUnsafe(sql.TAKE_POLL_VOICES[part], consultationId, JSON.stringify(rows));
  }
}

/** Regions and stakeholders of devices and their voices, in a transaction that holds an open consultation. */
export async function movePollVoices(
  tx: Queryable,
  consultationId: number,
  people: readonly { key: string; region: string; stakeholder: string }[],
): Promise<void> {
  const rows = JSON.stringify(
    people.map(({ key, region, stakeholder }) => ({ external_key: externalKey(key), region, stakeholder })),
  );
  await tx.$executeRawUnsafe(sql.MOVE_POLL_PARTICIPANTS, consultationId, rows);
  await tx.$executeRawUnsafe(sql.MOVE_POLL_VOICES, consultationId, rows);
}
