import type { Standing } from "~/modules/participation";
import type { QuestionDefinition } from "./questionnaire";
import type { Setting, Mode, QuestionKind, QuestionPhase } from "./values";

/** An axis, action or objective that a question or an option is about. */
export interface PollItem {
  readonly ref: string;
  readonly kind: "axis" | "action" | "objective";
  readonly number: number | null;
  readonly title: string;
}

/** A question of a poll, with what organisers did to it. */
export interface PollQuestion extends Omit<QuestionDefinition, "item"> {
  readonly id: number;
  readonly item: PollItem | null;
  readonly revealed: boolean;
  /** Grows when the question is reset: answers of earlier rounds are kept apart. */
  readonly round: number;
  readonly hiddenWords: readonly string[];
}

/** Answers to a question, counted. Options are counted, never combinations of them. */
export interface Results {
  /** Respondents whose answer counts. */
  readonly n: number;
  /**
   * One row per option, position, star, step of a scale or right order, in the question's order. `share` is the part of
   * `n` that chose it; for a ranking, `points` out of the most that an option can have (Borda count).
   */
  readonly rows: readonly ResultRow[];
  /** Of stars and scales. */
  readonly mean: number | null;
  /** Of a cloud: the most given first. */
  readonly words: readonly { readonly word: string; readonly n: number; readonly hidden: boolean }[];
}

export interface ResultRow {
  readonly ref: string;
  readonly label: string | null;
  readonly n: number;
  readonly share: number;
  readonly correct: boolean;
  /** Of a ranking: points by Borda count, and the place by them, from 1. */
  readonly points: number | null;
  readonly place: number | null;
}

export interface PollText {
  readonly id: number;
  readonly body: string;
  readonly standing: Standing;
  /** The room was given an answer to it. */
  readonly answered: boolean;
  readonly supports: number;
  readonly setting: Setting;
}

/** A question with its answers, together and by setting. */
export interface QuestionResults {
  readonly question: PollQuestion;
  readonly total: Results;
  readonly bySetting: Readonly<Record<Setting, Results>>;
  /** The most supported first; all statuses (the door strips what the public may not see). */
  readonly texts: readonly PollText[];
}

/** Where a poll is held. */
export interface PollPlace {
  readonly stageId: number;
  readonly consultationId: number;
  readonly consultationSlug: string;
  readonly stageSlug: string;
  readonly stageTitle: string;
  readonly city: string;
  /** INSEE code. */
  readonly region: string;
  readonly demonstration: boolean;
}

/** All that one moment of a poll is: what staff may know. Phones and projectors get views of it. */
export interface Snapshot {
  readonly place: PollPlace;
  readonly code: string;
  readonly title: string;
  readonly version: number;
  readonly mode: Mode;
  readonly phase: QuestionPhase;
  /** Milliseconds since 1970 at which the open question ends by itself, or null. */
  readonly closesAt: number | null;
  readonly onlineUntil: number | null;
  readonly blank: boolean;
  readonly questions: readonly PollQuestion[];
  /** On the screens, with its answers; null before the first and after the last. */
  readonly current: QuestionResults | null;
  /** Phones that hold a stream, on all processes. */
  readonly connected: number;
}

/** What a screen is told: `state` of the poll, or of its question. */
export type ScreenState = "waiting" | "ready" | "open" | "closed" | "online" | "over" | "blank";

/** A question as the public sees it: no right answer before the results are shown. */
export interface QuestionView {
  readonly ref: string;
  /** Changes with each round: what a phone answered before says nothing about it. */
  readonly key: string;
  readonly kind: QuestionKind;
  readonly title: string;
  readonly rank: number;
  readonly of: number;
  readonly options: readonly { readonly ref: string; readonly label: string; readonly item: string | null }[];
  readonly item: PollItem | null;
  readonly most: number | null;
  readonly scale: {
    readonly from: number;
    readonly to: number;
    readonly low: string | null;
    readonly high: string | null;
  } | null;
  readonly moderated: boolean;
  /** Only once the results are shown. */
  readonly explanation: string | null;
}

/** One whole moment for one audience: a late screen needs nothing else. */
export interface PollView {
  readonly version: number;
  readonly state: ScreenState;
  readonly title: string;
  readonly place: PollPlace;
  readonly code: string;
  readonly question: QuestionView | null;
  readonly closesAt: number | null;
  readonly onlineUntil: number | null;
  /** Present once shown to this audience; texts then hold what everybody may read. */
  readonly results?: { readonly total: Results; readonly texts: readonly PollText[] };
  /** Texts that people may support while a question is open (`open`, `questions`). */
  readonly texts: readonly PollText[];
  /** Projector and console only. */
  readonly counts?: { readonly connected: number; readonly answers: number };
}

/** What a respondent has answered so far: choices by question key, and texts that they support. */
export interface OwnAnswers {
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly texts: Readonly<Record<string, readonly string[]>>;
  readonly supported: readonly number[];
  readonly region: string;
  readonly stakeholder: string;
}
