import { isReadable } from "~/modules/participation";
import type { PollView, PollQuestion, QuestionView, ScreenState, Snapshot } from "./poll";
import {
  CODE_ALPHABET,
  CODE_LENGTH,
  type Audience,
  type Setting,
  type Mode,
  type QuestionPhase,
} from "./values";

/** What the clock and an organiser's acts say of a poll. Times are milliseconds since 1970. */
export interface Moment {
  readonly mode: Mode;
  readonly phase: QuestionPhase;
  readonly closesAt: number | null;
  readonly onlineUntil: number | null;
}

/** The mode at `now`: a poll that went on online is over at `onlineUntil` exactly. */
export const modeAt = ({ mode, onlineUntil }: Moment, now: number): Mode =>
  mode === "online" && onlineUntil !== null && now >= onlineUntil ? "over" : mode;

/** The phase of the question on the screens at `now`: half-open, it is closed at `closesAt` exactly. */
export const phaseAt = ({ phase, closesAt }: Moment, now: number): QuestionPhase =>
  phase === "open" && closesAt !== null && now >= closesAt ? "closed" : phase;

/** When the state next changes by itself, or null. */
export function nextChange({ mode, phase, closesAt, onlineUntil }: Moment, now: number): number | null {
  const instants = [
    mode === "room" && phase === "open" ? closesAt : null,
    mode === "online" ? onlineUntil : null,
  ];
  const coming = instants.filter((instant): instant is number => instant !== null && instant > now);
  return coming.length > 0 ? Math.min(...coming) : null;
}

/** In which setting an answer to a question is taken at `now`, or null when it is not. `onScreen`: it is the current one. */
export function settingAt(moment: Moment, onScreen: boolean, now: number): Setting | null {
  const mode = modeAt(moment, now);
  if (mode === "online") return "online";
  return mode === "room" && onScreen && phaseAt(moment, now) === "open" ? "room" : null;
}

/** A code as people type it: in small letters, with a space in the middle. Null when it cannot be one. */
export function parseCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s.-]/g, "");
  return code.length === CODE_LENGTH && [...code].every((sign) => CODE_ALPHABET.includes(sign)) ? code : null;
}

/** A code as people read it: "K7M 4QX". */
export const spacedCode = (code: string): string =>
  `${code.slice(0, CODE_LENGTH / 2)} ${code.slice(CODE_LENGTH / 2)}`;

/** What a phone remembers an answer by: a question anew after each reset. */
export const questionKey = ({ ref, round }: Pick<PollQuestion, "ref" | "round">): string => `${ref}.${round}`;

/** What one audience may know of a moment. Early votes steer a room: results wait until an organiser shows them. */
export function viewOf(snapshot: Snapshot, audience: Audience, now: number): PollView {
  const { place, code, title, version, current, onlineUntil, questions } = snapshot;
  const mode = modeAt(snapshot, now);
  const state = stateOf(snapshot, audience, now);
  const shown = mode === "room" && state !== "blank" ? current : null;
  const told = shown && (audience === "console" || shown.question.revealed);
  const visible = (shown?.texts ?? []).filter(
    ({ standing }) => audience === "console" || isReadable(standing),
  );
  // While a question is open, people read and support each other's texts on their phones; the hall reads them once shown.
  const supported = told || (audience === "phone" && state === "open");
  return {
    version,
    state,
    title,
    place,
    code,
    question:
      shown && questionView(shown.question, questions, shown.question.revealed || audience === "console"),
    closesAt: state === "open" ? snapshot.closesAt : null,
    onlineUntil: mode === "online" ? onlineUntil : null,
    texts: supported ? visible : [],
    ...(told && { results: { total: withoutHidden(shown.total, audience), texts: visible } }),
    ...(audience !== "phone" && { counts: { connected: snapshot.connected, answers: shown?.total.n ?? 0 } }),
  };
}

function stateOf(snapshot: Snapshot, audience: Audience, now: number): ScreenState {
  const mode = modeAt(snapshot, now);
  if (audience === "screen" && snapshot.blank) return "blank";
  if (mode !== "room") return mode;
  return snapshot.current ? phaseAt(snapshot, now) : "waiting";
}

/** Words that an organiser hid are not sent to the public. */
function withoutHidden<R extends { words: readonly { hidden: boolean }[] }>(
  results: R,
  audience: Audience,
): R {
  return audience === "console"
    ? results
    : { ...results, words: results.words.filter(({ hidden }) => !hidden) };
}

/** A question as the public sees it; `told` lets the explanation out. */
export function questionView(
  question: PollQuestion,
  questions: readonly PollQuestion[],
  told: boolean,
): QuestionView {
  const { ref, kind, title, item, most, scale, moderated } = question;
  return {
    ref,
    key: questionKey(question),
    kind,
    title,
    item,
    most,
    moderated,
    rank: questions.findIndex(({ id }) => id === question.id) + 1,
    of: questions.length,
    options: question.options.map(({ ref, label, item }) => ({ ref, label, item: item ?? null })),
    scale:
      kind === "scale"
        ? { from: scale?.from ?? 1, to: scale?.to ?? 10, low: scale?.low || null, high: scale?.high || null }
        : null,
    explanation: told ? question.explanation : null,
  };
}
