import { diffArrays } from "diff";

export interface Change {
  kind: "same" | "added" | "removed";
  text: string;
}

// Beyond this many words removed and added, a comparison costs more than it tells.
const MOST_EDITS = 1_000;

const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** What was removed from `before` and added to make `after`, word by word: the longest common thread stays. */
export function changesBetween(before: string, after: string): Change[] {
  const found = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_EDITS });
  if (!found)
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  return joined(
    found.map(({ added, removed, value }) => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value.join(""),
    })),
  );
}

/** Neighbours of one kind as one; between two changes, what was removed comes before what was added. */
function joined(changes: readonly Change[]): Change[] {
  const result: Change[] = [];
  let removed = "";
  let added = "";
  const flush = () => {
    if (removed) result.push({ kind: "removed", text: removed });
    if (added) result.push({ kind: "added", text: added });
    removed = added = "";
  };
  for (const [index, { kind, text }] of changes.entries()) {
    if (text === "") continue;
    // A lone space between two changed words belongs to the change: whole phrases read better than confetti.
    const next = changes[index + 1];
    if (kind === "same" && /^\s+$/.test(text) && (removed || added) && next && next.kind !== "same") {
      removed += text;
      added += text;
    } else if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === "same") last.text += text;
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}
