export interface Change {
  kind: "same" | "added" | "removed";
  text: string;
}

// Beyond this many cells a comparison word by word costs more than it tells.
const MOST_CELLS = 4_000_000;

const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** What was removed from `before` and added to make `after`, word by word: the longest common thread stays. */
export function changesBetween(before: string, after: string): Change[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1;
  const middle = compare(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return joined([
    { kind: "same", text: a.slice(0, start).join("") },
    ...middle,
    { kind: "same", text: a.slice(a.length - end).join("") },
  ]);
}

function compare(a: string[], b: string[]): Change[] {
  if (a.length * b.length > MOST_CELLS)
    return [
      { kind: "removed", text: a.join("") },
      { kind: "added", text: b.join("") },
    ];
  const width = b.length + 1;
  // longest[i * width + j]: the longest common thread of a from i and b from j.
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));

  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      changes.push({ kind: "same", text: a[i] ?? "" });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1)))
      changes.push({ kind: "removed", text: a[i++] ?? "" });
    else changes.push({ kind: "added", text: b[j++] ?? "" });
  }
  return changes;
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
