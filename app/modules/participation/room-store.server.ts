import { isOpen } from "~/modules/consultation";
import { now } from "~/platform/clock";
import type { Queryable } from "~/platform/db/index.server";
import type { Window } from "./policy";
import * as sql from "./room-sql";
import { HOLD } from "./sql";
import type { Position } from "./values";
import { voterColumns, type GivenVoice, type Voter } from "./voices";
import { TAKE_POLL_VOICES } from "./voices-sql";
import { writeVoices } from "./voices-store.server";

/** Who gives a voice by a poll: an account, or a device that only a key tells from others. */
export type PollVoter = Exclude<Voter, { imported: string }>;

export interface PollVoice {
  voter: PollVoter;
  region: string;
  stakeholder: string;
  itemId: number;
  position?: Position;
  stars?: number;
}

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
  const at = now();
  const given = voices.map(({ position, stars, ...voice }): GivenVoice => {
    const opened = opens.get(voice.itemId);
    return {
      ...voice,
      channel: "event",
      at,
      position: opened?.vote ? position : undefined,
      stars: opened?.stars ? stars : undefined,
    };
  });
  await writeVoices(tx, consultationId, given, "writing");
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
      .map(({ voter, itemId, value }) => ({ ...voterColumns(voter), i: itemId, value }));
    if (rows.length > 0)
      await tx.$executeRawUnsafe(TAKE_POLL_VOICES[part], consultationId, JSON.stringify(rows));
  }
}

/** Regions and stakeholders of devices and their voices, in a transaction that holds an open consultation. */
export async function movePollVoices(
  tx: Queryable,
  consultationId: number,
  people: readonly { key: string; region: string; stakeholder: string }[],
): Promise<void> {
  const rows = JSON.stringify(
    people.map(({ key, region, stakeholder }) => ({ ...voterColumns({ key }), region, stakeholder })),
  );
  await tx.$executeRawUnsafe(sql.MOVE_POLL_PARTICIPANTS, consultationId, rows);
  await tx.$executeRawUnsafe(sql.MOVE_POLL_VOICES, consultationId, rows);
}
