import { isOpen } from "~/modules/consultation";
import { speakerOf } from "~/modules/identity";
import { now } from "~/platform/clock";
import { beforeCommit, unitOfWork, type AfterCommit, type Queryable } from "~/platform/db/index.server";
import { hold, tellSignedOut } from "./hold-store.server";
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

/** The consultation of a poll closed between the first look at the clock and the commit. */
class ClosedMeanwhile extends Error {}

/**
 * Runs what a poll does in one transaction that holds its consultation as every writer does, before anything else. `work` is
 * told whether that takes voices: a poll may be held before it opens or after it has closed, and then counts by itself
 * alone. When it closes before the commit, all is undone and done again without voices.
 */
export async function whileCounting<T>(
  slug: string,
  work: (tx: Queryable, counts: boolean, afterCommit: AfterCommit) => Promise<T>,
): Promise<T> {
  try {
    return await unitOfWork(async (tx, afterCommit) => {
      const held = await hold(tx, slug);
      const counts = held !== undefined && isOpen(held, now());
      if (counts)
        beforeCommit(() => {
          if (!isOpen(held, now())) throw new ClosedMeanwhile();
        });
      return work(tx, counts, afterCommit);
    });
  } catch (error) {
    if (!(error instanceof ClosedMeanwhile)) throw error;
    return unitOfWork((tx, afterCommit) => work(tx, false, afterCommit));
  }
}

/**
 * Writes voices given by a poll, as of the channel "event", in a transaction that holds an open consultation; an item that
 * does not open for a part takes none.
 * @throws DomainError unauthenticated, of all, when the account of one was deleted meanwhile
 */
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
  await writeVoices(tx, consultationId, given, "writing").catch(tellSignedOut);
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
