let source: () => number = Date.now;

/** The server's clock, the only one that decides what is open or closed. */
export const now = (): Date => new Date(source());

/** For tests: replaces the clock; returns what puts the real one back. */
export function setClock(milliseconds: () => number): () => void {
  source = milliseconds;
  return () => {
    source = Date.now;
  };
}
