/** Milliseconds that this device's clock is behind the server's. */
let behind: number | null = null;

/**
 * Learns the server's clock from a page or a fragment. On its way it grows old, so it can only be late: the greatest
 * difference seen is the nearest to the truth.
 */
export function learnTime(serverNow: number, here = Date.now()): void {
  const difference = serverNow - here;
  if (Number.isFinite(difference)) behind = behind === null ? difference : Math.max(behind, difference);
}

export const serverTime = (here = Date.now()): number => here + (behind ?? 0);

/** Seconds left as a clock shows them: "1:05". The last second counts until it is over. */
export function leftOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const rest = seconds % 60;
  return `${Math.floor(seconds / 60)}:${rest < 10 ? "0" : ""}${rest}`;
}
