/** What a question may ask. `questions` collects questions from the room. */
export const QUESTION_KINDS = [
  "single",
  "multiple",
  "quiz",
  "stars",
  "position",
  "ranking",
  "scale",
  "words",
  "open",
  "questions",
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** In the room; online afterwards, until a date; over. */
export const MODES = ["room", "online", "over"] as const;
export type Mode = (typeof MODES)[number];

/** Where the question on the screens stands. */
export const PHASES = ["ready", "open", "closed"] as const;
export type QuestionPhase = (typeof PHASES)[number];

/** Where an answer was given. */
export const SETTINGS = ["room", "online"] as const;
export type Setting = (typeof SETTINGS)[number];

/** Who looks: a participant's phone, the projector, an organiser's console. */
export const AUDIENCES = ["phone", "screen", "console"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Letters and figures of a code: none looks like another when read from the back of a hall (0 O, 1 I L, 2 Z, 5 S, 8 B, U V). */
export const CODE_ALPHABET = "ACDEFGHJKMNPQRTVWXY34679";
export const CODE_LENGTH = 6;

/** Characters of a text, and of a word of a cloud. */
export const MOST_TEXT = 500;
export const MOST_WORD = 40;
/** Texts that one respondent may give to a question. */
export const MOST_TEXTS = 5;
/** Words of a cloud, when the question sets no number. */
export const DEFAULT_WORDS = 3;
/** Texts and words that a screen is sent. */
export const TEXTS_SHOWN = 100;
export const WORDS_SHOWN = 60;
/** Posts of a room gather for so many milliseconds, which nobody feels, and so many are one transaction. */
export const GATHERED = { wait: 10, most: 400 } as const;
/** Texts that a console is sent: those that wait come first. */
export const UNMODERATED_SHOWN = 200;
