/**
 * How large the projector may write. A page cannot measure its text before it is shown, and must be right without a
 * script: so the lines are counted here, on a canvas of 100 × 56.25 units (16 : 9; a taller or wider screen has room to
 * spare), and the largest step that fits is taken. `room.css` draws the steps; one unit is its `--u`.
 */
const CANVAS = { width: 94, height: 56.25 };

/** Heights of letters, in units, from the largest down. */
export const TITLE_STEPS = [4, 3.4, 2.8, 2.3, 1.9];
export const BODY_STEPS = [3.2, 2.9, 2.6, 2.3, 2.05, 1.85, 1.65, 1.5, 1.35, 1.2, 1.05, 0.95, 0.85];

/** What stands around the body: padding, gaps, and the foot with the code. */
const AROUND = 17;
const TITLE_HEIGHT = 11;
const TITLE_LEADING = 1.18;
const BODY_LEADING = 1.25;
/** The mean width of a letter, in its height; a little more than the font's (0.44), since capitals are wider. */
const LETTER = 0.48;
/** Bold is wider by so much. */
const BOLD = 1.08;

/** How many lines a text takes when it breaks at words, as browsers break it. */
export function countLines(text: string, size: number, width: number): number {
  const room = Math.max(1, Math.floor(width / (size * LETTER)));
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const length = Math.min(word.length, room * 20);
    if (used > 0 && used + 1 + length > room) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + length;
    while (used > room) {
      lines += 1;
      used -= room;
    }
  }
  return lines;
}

/** The index of the first step that fits, else of the last. */
function firstFit(steps: readonly number[], height: (step: number) => number, room: number): number {
  const found = steps.findIndex((step) => height(step) <= room);
  return found < 0 ? steps.length - 1 : found;
}

/** What a body holds, for counting its lines. */
export interface Block {
  readonly text: string;
  /** Letters beside those of the body: 1.5 is half as large again. */
  readonly scale?: number;
  /** The part of the width it has. */
  readonly share?: number;
  /** Space kept beside it for figures, in letters of the body. */
  readonly beside?: number;
  /** Lines that it takes at least. */
  readonly least?: number;
  /** Space under it, in lines of the body. */
  readonly after?: number;
}

/** How high blocks are under each other, by the height of their letters. */
export const stacked =
  (blocks: readonly Block[], columns = 1) =>
  (step: number): number =>
    blocks.reduce((sum, { text, scale = 1, share = 1, beside = 0, least = 1, after = 0.5 }) => {
      const width = (CANVAS.width / columns - beside * step) * share;
      return (
        sum +
        Math.max(least, countLines(text, step * scale, width) * scale) * step * BODY_LEADING +
        after * step
      );
    }, 0) / columns;

/** How high words of several sizes are that follow each other on lines. */
export const flowing =
  (words: readonly { text: string; scale: number }[]) =>
  (step: number): number => {
    let height = 0;
    let line = { width: 0, scale: 0 };
    for (const { text, scale } of words) {
      const width = (text.length * LETTER * BOLD * scale + 1.4 * scale + 1.2) * step;
      if (line.width > 0 && line.width + width > CANVAS.width) {
        height += (line.scale * 1.15 + 0.15) * step;
        line = { width: 0, scale: 0 };
      }
      line = { width: line.width + width, scale: Math.max(line.scale, scale) };
    }
    return height + line.scale * 1.25 * step;
  };

export interface Fit {
  /** From 1, the largest. */
  readonly title: number;
  readonly body: number;
  /** Height that is left for the body, in units, and its letters. */
  readonly room: number;
  readonly step: number;
}

/** Letters of what a question is about, under its title. */
const ABOUT = 1.9;

/** How high the line under a title is that says what its question is about. */
export const aboutHeight = (about: string): number =>
  about ? (countLines(about, ABOUT, CANVAS.width) * TITLE_LEADING + 0.4) * ABOUT : 0;

/**
 * The steps for a title and what stands under it, of which `height` says how high it is; `largest` keeps short texts from
 * shouting, and `taken` is what else stands at the top.
 */
export function fit(title: string, height: (step: number) => number, largest = 1, taken = 0): Fit {
  const titleHeight = (step: number) =>
    countLines(title, step * BOLD, CANVAS.width * 0.9) * step * TITLE_LEADING;
  const titleAt = firstFit(TITLE_STEPS, titleHeight, TITLE_HEIGHT);
  const room = CANVAS.height - AROUND - taken - titleHeight(TITLE_STEPS[titleAt] ?? 2);
  const body = firstFit(BODY_STEPS.slice(largest - 1), height, room) + largest;
  return { title: titleAt + 1, body, room, step: BODY_STEPS[body - 1] ?? 1 };
}

/** How many of the blocks fit under each other at a step. */
export function howManyFit(blocks: readonly Block[], step: number, room: number): number {
  let count = 0;
  while (count < blocks.length && stacked(blocks.slice(0, count + 1))(step) <= room) count += 1;
  return Math.max(1, count);
}
