import { readdirSync, readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100;

interface Stat {
  parent: number;
  /** Seconds of CPU, user and system, with those of children that ended. */
  cpu: number;
}

/** A process and all its living descendants, by number. Linux only. */
function family(root: number): Map<number, Stat> {
  const stats = new Map<number, Stat>();
  for (const name of readdirSync("/proc")) {
    const stat = /^\d+$/.test(name) ? readStat(Number(name)) : undefined;
    if (stat) stats.set(Number(name), stat);
  }
  const isOurs = (pid: number): boolean =>
    pid === root || (stats.has(pid) && isOurs(stats.get(pid)?.parent ?? 0));
  return new Map([...stats].filter(([pid]) => isOurs(pid)));
}

/** CPU seconds that a process and all its living descendants have used. */
export const cpuSeconds = (root: number): number =>
  [...family(root).values()].reduce((total, { cpu }) => total + cpu, 0);

/** Numbers of the processes that a process has started, and those have. */
export const descendants = (root: number): number[] => [...family(root).keys()].filter((pid) => pid !== root);

/** Resident memory of a process and all its living descendants, in MB. */
export const familyMegabytes = (root: number): number =>
  [...family(root).keys()].reduce((total, pid) => total + residentMegabytes(pid), 0);

/** How many files, connections among them, this process and those that it starts may have open. */
export function mostOpenFiles(): number {
  const limit = /^Max open files\s+(\S+)/m.exec(readFileSync("/proc/self/limits", "utf8"))?.[1];
  return limit === "unlimited" ? Infinity : Number(limit ?? 0);
}

function readStat(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), cpu: ticks / TICKS_PER_SECOND };
  } catch {
    return undefined;
  }
}

/** Resident memory of a process, in MB (10⁶ bytes). 0 once it is gone. */
export function residentMegabytes(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return (Number(kilobytes ?? 0) * 1024) / 1e6;
  } catch {
    return 0;
  }
}
