import { setTimeout as pause } from "node:timers/promises";

/** Waits until a condition holds, looking `every` so many milliseconds. @returns the milliseconds it took. @throws after `within`. */
export async function eventually(
  what: string,
  condition: () => boolean | Promise<boolean>,
  within = 30_000,
  every = 2,
): Promise<number> {
  const started = performance.now();
  while (!(await condition())) {
    if (performance.now() - started > within) throw new Error(`Not within ${within} ms: ${what}`);
    await pause(every);
  }
  return performance.now() - started;
}
