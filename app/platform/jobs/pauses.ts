/** A job is given up after so many attempts: some five hours. */
export const MOST_ATTEMPTS = 20;
/** What recurs is never given up, but staff are told from here. */
export const MANY_ATTEMPTS = 8;

const FIRST = 1;
const LONGEST = 1_800;

/** Seconds to wait after so many failed attempts: twice as long each time, and never the same for two. */
export const pauseAfter = (attempts: number, random = Math.random()): number =>
  Math.min(FIRST * 2 ** (attempts - 1), LONGEST) * (0.5 + random / 2);
