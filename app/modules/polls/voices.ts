import type { Position } from "~/modules/participation";
import type { QuestionKind } from "./values";

interface Tied {
  kind: QuestionKind;
  itemId: number | null;
}

/** Whether an answer to a question is a voice on its item. */
export const isTied = ({ kind, itemId }: Tied): boolean =>
  itemId !== null && (kind === "stars" || kind === "position");

/** The part of a voice that an answer to a question about an item is; null when it is none. */
export function voicePart(
  { kind, itemId }: Tied,
  choices: readonly string[],
): { itemId: number; position?: Position; stars?: number } | null {
  const [choice] = choices;
  if (itemId === null || choice === undefined) return null;
  if (kind === "stars") return { itemId, stars: Number(choice) };
  return kind === "position" ? { itemId, position: choice as Position } : null;
}

/** Who a respondent's key stands for in the consultation. */
const voterOfKey = (key: string) =>
  key.startsWith("a") ? { accountId: Number(key.slice(1)), displayName: null } : { key };

/** What answers gave to the item of their question, to be taken back. `key` is a respondent's. */
export function takenVoices(question: Tied, answers: readonly { key: string; choices: readonly string[] }[]) {
  const { kind, itemId } = question;
  if (itemId === null || !isTied(question)) return [];
  const part = kind === "stars" ? ("stars" as const) : ("position" as const);
  return answers.flatMap(({ key, choices: [value] }) =>
    value === undefined ? [] : [{ voter: voterOfKey(key), itemId, part, value }],
  );
}

/** Whatever a device gave to the item of a question, by any question about it. */
export const allOfDevice = ({ kind, itemId }: Tied, key: string) =>
  itemId === null
    ? []
    : [
        {
          voter: { key },
          itemId,
          part: kind === "stars" ? ("stars" as const) : ("position" as const),
          value: null,
        },
      ];
