/** How many sizes the words of a cloud have, and their letters' height in em. `room.css` draws them. */
export const WORD_SIZES = [1, 1.3, 1.65, 2.1, 2.7, 3.4] as const;

/**
 * The size of each word, from 1 to 6, by the square root of its part of the most given: area rather than height says
 * how often. Words that were all given once are all of the middle size.
 */
export function wordSizes(counts: readonly number[]): number[] {
  const most = Math.max(...counts, 1);
  if (most === 1) return counts.map(() => 3);
  return counts.map(
    (n) =>
      1 +
      Math.round((WORD_SIZES.length - 1) * Math.sqrt((n - 1) / (most - 1)) * Math.min(1, 0.4 + most / 10)),
  );
}
