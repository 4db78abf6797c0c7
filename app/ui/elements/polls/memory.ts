/** What was answered to a question: as its form posts it, and in words. */
export interface Remembered {
  readonly values: readonly string[];
  readonly said: readonly string[];
}

/**
 * What this page knows of its own answers. The page's first rendering says it; fragments of a stream are everybody's and
 * know nothing of it. Questions go by a key that changes when they are reset, so nothing has to be forgotten.
 */
export const memory = {
  answers: new Map<string, Remembered>(),
  supported: new Map<string, boolean>(),
};

/** Takes over what the page said, in an attribute. Answers given since then are newer. */
export function recall(told: string | null): void {
  const own: unknown = told ? JSON.parse(told) : null;
  if (!isRecord(own)) return;
  for (const [key, answer] of Object.entries(isRecord(own.answers) ? own.answers : {}))
    if (isRemembered(answer) && !memory.answers.has(key)) memory.answers.set(key, answer);
  for (const id of Array.isArray(own.supported) ? own.supported : [])
    if (!memory.supported.has(String(id))) memory.supported.set(String(id), true);
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

export const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

const isRemembered = (value: unknown): value is Remembered =>
  isRecord(value) && isTexts(value.values) && isTexts(value.said);
