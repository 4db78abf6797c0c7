import { createHmac } from "node:crypto";

/** Characters of a pseudonym: 96 bits, so that no two of a consultation are ever the same. */
const LENGTH = 24;

/**
 * What stands for the rows of a consultation outside: the same for the same row in every export, and, without the
 * consultation's key, of no use to find that row, nor the numbers that public pages show.
 */
export const pseudonymsOf = (key: string) => {
  const derive = (what: string) => createHmac("sha256", key).update(what).digest("hex").slice(0, LENGTH);
  // An export tells the voices of one person after the other.
  let last = { id: 0, pseudonym: "" };
  return {
    participant(id: number): string {
      if (id !== last.id) last = { id, pseudonym: `p${derive(`participant ${id}`)}` };
      return last.pseudonym;
    },
    comment: (id: number): string => `c${derive(`comment ${id}`)}`,
  };
};

export type Pseudonyms = ReturnType<typeof pseudonymsOf>;
