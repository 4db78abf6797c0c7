import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CannotRun } from "../errors";

/** Another process holds the folder: two of them would corrupt the embedded database. */
export class FolderInUse extends CannotRun {}

/**
 * Takes `folder` for this process alone, or throws FolderInUse. A lock names its owner by pid and start time, so that
 * one left behind by a crash, even with its pid given to another process since, blocks nobody.
 * @returns what releases the lock.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const lock = path.join(folder, "lock");
  const draft = path.join(folder, `lock.${process.pid}`);
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid) });
  writeFileSync(draft, mine);
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        linkSync(draft, lock);
        if (readText(lock) === mine) return () => rmSync(lock, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const content = readText(lock);
      const owner = parseOwner(content);
      if (owner && owner.pid !== process.pid && owner.started === startOf(owner.pid)) {
        throw new FolderInUse(`${folder} is in use by process ${owner.pid}: stop it first, or set another DATA_DIR`);
      }
      takeAway(lock, content);
    }
    throw new FolderInUse(`${folder} is being taken by another process: try again`);
  } finally {
    rmSync(draft, { force: true });
  }
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

function parseOwner(content: string | undefined): { pid: number; started: string | null } | undefined {
  try {
    const owner: unknown = JSON.parse(content ?? "");
    if (typeof owner !== "object" || owner === null || !("pid" in owner) || typeof owner.pid !== "number") return undefined;
    return { pid: owner.pid, started: "started" in owner && typeof owner.started === "string" ? owner.started : null };
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
