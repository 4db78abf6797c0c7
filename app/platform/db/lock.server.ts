import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { CannotRun } from "../errors";

/** Another process holds the folder: two of them would corrupt the embedded database. */
export class FolderInUse extends CannotRun {}

/** A holder shows that it lives this often; on another machine, one silent for SILENCE is taken for dead. Milliseconds. */
const HEARTBEAT = 5_000;
const SILENCE = 30_000;

/**
 * Takes `folder` for this process alone, or throws FolderInUse. A lock names its owner by machine, pid and start time, so
 * that one left behind by a crash, even with its pid given to another process since, blocks nobody. Of an owner on
 * another machine (or container) only the heartbeat can be seen.
 * @returns what releases the lock.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const lock = path.join(folder, "lock");
  const draft = path.join(folder, `lock.${process.pid}`);
  const mine = JSON.stringify({ host: os.hostname(), pid: process.pid, started: startOf(process.pid) });
  writeFileSync(draft, mine);
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        linkSync(draft, lock);
        if (readText(lock) === mine) return hold(lock);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const content = readText(lock);
      const owner = parseOwner(content);
      if (owner && lives(owner, lock)) {
        const where = owner.host === os.hostname() ? "" : ` on ${owner.host}`;
        throw new FolderInUse(
          `${folder} is in use by process ${owner.pid}${where}: stop it first, or set another DATA_DIR`,
        );
      }
      takeAway(lock, content);
    }
    throw new FolderInUse(`${folder} is being taken by another process: try again`);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Keeps the lock fresh until it is released. */
function hold(lock: string): () => void {
  const beat = setInterval(() => {
    try {
      utimesSync(lock, new Date(), new Date());
    } catch {
      // Somebody removed it by hand; the database does not suffer from that.
    }
  }, HEARTBEAT);
  beat.unref();
  return () => {
    clearInterval(beat);
    rmSync(lock, { force: true });
  };
}

interface Owner {
  host: string;
  pid: number;
  started: string | null;
}

function lives({ host, pid, started }: Owner, lock: string): boolean {
  if (host === os.hostname()) return pid !== process.pid && started === startOf(pid);
  const touched = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - touched < SILENCE;
}

/** Removes the lock that held `content`; one that a faster process has put there meanwhile goes back to its place. */
function takeAway(lock: string, content: string | undefined): void {
  const aside = `${lock}.${process.pid}.stale`;
  try {
    renameSync(lock, aside);
    if (readText(aside) !== content) linkSync(aside, lock);
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function parseOwner(content: string | undefined): Owner | undefined {
  try {
    const owner: unknown = JSON.parse(content ?? "");
    if (typeof owner !== "object" || owner === null || !("pid" in owner) || typeof owner.pid !== "number")
      return undefined;
    const host = "host" in owner && typeof owner.host === "string" ? owner.host : os.hostname();
    return {
      host,
      pid: owner.pid,
      started: "started" in owner && typeof owner.started === "string" ? owner.started : null,
    };
  } catch {
    return undefined;
  }
}

/** When a process started, in the kernel's words; "alive" where there is no /proc; null when there is no such process. */
function startOf(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A zombie has let go of its files already.
    return fields[0] === "Z" ? null : (fields[19] ?? "alive");
  } catch {
    return "alive";
  }
}
