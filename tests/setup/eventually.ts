import { setTimeout as pause } from "node:timers/promises";

/** Waits until a condition holds, looking often. @returns the milliseconds it took. @throws after `within` milliseconds. */
export async function eventually(what: string, condition: () => boolean | Promise<boolean>, within = 5_000): Promise<number> {
  const started = performance.now();
  while (!(await condition())) {
    if (performance.now() - started > within) throw new Error(`Not within ${within} ms: ${what}`);
    await pause(2);
  }
  return performance.now() - started;
}
