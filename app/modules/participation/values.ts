/** What one may say of an item. */
export const POSITIONS = ["for", "mixed", "against"] as const;
export type Position = (typeof POSITIONS)[number];

export const STARS = [1, 2, 3, 4, 5] as const;

/** How a contribution reached us. */
export const CHANNELS = ["online", "event", "paper"] as const;
export type Channel = (typeof CHANNELS)[number];

/** The two orders in which comments are read, as they stand in the address. */
export const COMMENT_SORTS = ["recents", "soutenus"] as const;
export type CommentSort = (typeof COMMENT_SORTS)[number];

/** Characters (code points, line ends counted once) that a comment may have. */
export const MOST_CHARACTERS = 5_000;

/** Threads on a page of comments, replies shown under each, and replies on a page of a thread's own. */
export const THREADS_PER_PAGE = 20;
export const REPLIES_SHOWN = 5;
export const REPLIES_PER_PAGE = 50;
