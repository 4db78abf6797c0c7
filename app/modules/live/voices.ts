import type { Position } from "~/modules/participation";
import type { QuestionKind } from "./values";

interface Tied {
  kind: QuestionKind;
  itemId: number | null;
}

/** The part of a voice that an answer to a question about an item is; null when it is none. */
export function voicePart({ kind, itemId }: Tied, choices: readonly string[]): { itemId: number; position?: Position; stars?: number } | null {
  const [choice] = choices;
  if (itemId === null || choice === undefined) return null;
  if (kind === "stars") return { itemId, stars: Number(choice) };
  return kind === "position" ? { itemId, position: choice as Position } : null;
}

/** What answers gave to the item of their question, to be taken back. `key` is a respondent's. */
export function takenVoices(question: Tied, answers: readonly { key: string; choices: readonly string[]; channel: "event" | "online" }[]) {
  return answers.flatMap(({ key, choices, channel }) => {
    const part = voicePart(question, choices);
    if (!part) return [];
    const voter = key.startsWith("a") ? { accountId: Number(key.slice(1)), displayName: null } : { key };
    const of = part.stars === undefined ? ("position" as const) : ("stars" as const);
    return [{ voter, itemId: part.itemId, part: of, value: choices[0] as string, channel }];
  });
}
