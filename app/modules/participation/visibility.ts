/** What moderation says of a text that somebody wrote; `pending`: nothing yet. */
export const PUBLICATIONS = ["pending", "published", "refused"] as const;
export type Publication = (typeof PUBLICATIONS)[number];

/** How a text stands: its author took it back, else what moderation says. As the database's `standing` gives it. */
export const STANDINGS = [...PUBLICATIONS, "withdrawn"] as const;
export type Standing = (typeof STANDINGS)[number];

/** Whether everybody may read a text, but for its masked passages: the database's `is_readable`. */
export const isReadable = (standing: Standing): standing is "published" => standing === "published";

/** Whether a text is part of its author's voice: the database's `is_counted`. What is refused was said all the same. */
export const isCounted = (standing: Standing): boolean => standing === "published" || standing === "refused";

/** A passage of a text that is shown as masked: characters (code points) from, inclusive, to, exclusive. */
export interface Mask {
  from: number;
  to: number;
}

/** A text as its author and the commands must know it. */
export interface Judged {
  standing: Standing;
  /** Some of its words are masked. */
  masked: boolean;
}

/** Whether moderation has judged a text: it stays as it was judged, and its author can no longer change it. */
export const isJudged = ({ standing, masked }: Judged): boolean => standing === "refused" || masked;
