/** A line without its end; of one that is too long, only that it is. `number` counts from 1. */
export interface Line {
  number: number;
  bytes: Buffer | "too-long";
}

/** Cuts a file into lines, some thousands at a time. No line is held in memory beyond `most` bytes. */
export async function* readLines(source: AsyncIterable<Buffer>, most: number): AsyncGenerator<Line[]> {
  let number = 1;
  let pieces: Buffer[] = [];
  let size = 0;

  const hold = (piece: Buffer) => {
    size += piece.length;
    if (size > most) pieces = [];
    else if (piece.length > 0) pieces.push(piece);
  };
  const take = (): Line => {
    const bytes =
      size > most ? "too-long" : pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
    pieces = [];
    size = 0;
    return { number: number++, bytes };
  };

  for await (const chunk of source) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; start = end + 1, end = chunk.indexOf(10, start)) {
      hold(chunk.subarray(start, end));
      lines.push(take());
    }
    hold(chunk.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (size > 0) yield [take()];
}
