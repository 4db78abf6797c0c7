import { randomUUID } from "node:crypto";
import { log } from "~/platform/log.server";
import type { Snapshot } from "./poll";
import { listenToPolls, writePresence } from "./poll-store.server";
import { dropPolls, readPollNow } from "./reading.server";
import { Room, type Watcher } from "./room.server";
import type { Audience } from "./values";

/** Milliseconds between two writings of how many phones are here, and after which a count is written again unchanged. */
const PRESENCE = { pace: 2_000, renewal: 5_000 } as const;

/** Follows a poll for one audience. */
export interface Watch {
  /** How many look through this watch now. */
  size(people: number): void;
  close(): void;
}

const rooms = new Map<number, Room>();

let listening: (() => Promise<void>) | undefined;
let presence: NodeJS.Timeout | undefined;
const PROCESS = randomUUID();

function start(): void {
  listening ??= listenToPolls(
    (stageId, what) => {
      const room = rooms.get(stageId);
      if (what === "answers") room?.answered();
      else {
        dropPolls();
        room?.acted();
      }
    },
    () => {
      for (const room of rooms.values()) room.acted();
    },
  );
  presence ??= setInterval(() => void writePeople(), PRESENCE.pace).unref();
}

/** Tells the database how many phones are here, when that has changed or must be said again. */
async function writePeople(): Promise<void> {
  const instant = performance.now();
  const changed = [...rooms].filter(
    ([, { people, present }]) =>
      people !== present.people || (people > 0 && instant - present.at > PRESENCE.renewal),
  );
  if (changed.length === 0) return;
  try {
    const counts = new Map(changed.map(([stageId, { people }]) => [stageId, people]));
    await writePresence(PROCESS, counts);
    for (const [stageId, room] of changed) {
      room.present = { people: counts.get(stageId) ?? 0, at: instant };
      if (room.watchers.size === 0) leave(stageId, room);
    }
  } catch (error) {
    log().warn({ err: error }, "the count of phones could not be kept");
  }
}

function dismiss(stageId: number, room: Room): void {
  room.close();
  if (rooms.get(stageId) === room) rooms.delete(stageId);
}

/** Nobody is here any more, and the database knows. */
function leave(stageId: number, room: Room): void {
  if (room.watchers.size === 0 && room.present.people === 0) dismiss(stageId, room);
}

/**
 * Follows a poll: `changed` is called with each new moment of it, soon after it was committed on whichever process.
 * @returns the moment that stands now, and how to stop. @throws DomainError "not-found"
 */
export async function watchPoll(
  code: string,
  audience: Audience,
  changed: (snapshot: Snapshot) => void,
): Promise<{ snapshot: Snapshot; watch: Watch }> {
  start();
  const read = await readPollNow(code);
  const { stageId } = read.place;
  let room = rooms.get(stageId);
  if (!room) {
    const opened = new Room(read, () => dismiss(stageId, opened));
    rooms.set(stageId, (room = opened));
    // What was committed since it was read found no room to tell.
    room.acted();
  }
  const watcher: Watcher = { audience, people: 0, changed };
  room.watchers.add(watcher);
  const here = room;
  return {
    snapshot: here.snapshot,
    watch: {
      size: (people) => void (watcher.people = people),
      close() {
        here.watchers.delete(watcher);
        leave(stageId, here);
      },
    },
  };
}

/** Follows nothing any more (a server that stops, tests). */
export async function closePolls(): Promise<void> {
  clearInterval(presence);
  presence = undefined;
  for (const room of rooms.values()) room.close();
  const counts = new Map(
    [...rooms].filter(([, { present }]) => present.people > 0).map(([stageId]) => [stageId, 0]),
  );
  rooms.clear();
  const stop = listening;
  listening = undefined;
  await stop?.();
  if (counts.size > 0) await writePresence(PROCESS, counts).catch(() => {});
}
