import { isOpen } from "~/modules/consultation";
import { speakerOf } from "~/modules/identity";
import { now } from "~/platform/clock";
import type { Queryable } from "~/platform/db/index.server";
import { hold } from "./hold-store.server";
import type { Part } from "./input";
import * as sql from "./room-sql";
import type { KeyedPerson } from "./participants-store.server";
import type { Position } from "./values";
import { keyOf, voterColumns, type GivenVoice, type Voter } from "./voices";
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
  const held = await hold(tx, slug);
  return held !== undefined && isOpen(held, now());
}

/** Writes voices given by a poll, as of the channel "event", in a transaction that holds an open consultation; an item that does not open for a part takes none. */
export async function givePollVoices(
  tx: Queryable,
  consultationId: number,
  voices: readonly PollVoice[],
): Promise<void> {
  const openings = await sql.OPENINGS.all(tx, [...new Set(voices.map(({ itemId }) => itemId))]);
  const opens = new Map(openings.map((item) => [item.id, item]));
  const at = now();
  const given = voices.map(({ position, stars, ...voice }): GivenVoice => {
    const opened = opens.get(voice.itemId);
    return {
      ...voice,
      ...speakerOf(voice),
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
  part: Part;
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
    if (rows.length > 0) await sql.TAKE_POLL_VOICES[part].run(tx, consultationId, rows);
  }
}

/** Regions and stakeholders of devices and their voices, in a transaction that holds an open consultation. */
export async function movePollVoices(
  tx: Queryable,
  consultationId: number,
  people: readonly KeyedPerson[],
): Promise<void> {
  const rows = people.map((person) => ({ key: keyOf(person), ...speakerOf(person) }));
  await sql.MOVE_POLL_PARTICIPANTS.run(tx, consultationId, rows);
  await sql.MOVE_POLL_VOICES.run(tx, consultationId, rows);
}
