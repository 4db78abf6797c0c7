import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { PassThrough, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

/** Takes a piece of a file, and settles when it can take the next. */
export type Write = (text: string) => Promise<void>;

/**
 * Writes a file that is there whole or not at all: under another name until its end, on the disk before it gets its own.
 */
export async function writeWhole<T>(
  file: string,
  produce: (write: Write) => Promise<T>,
  { gzip = false, mode = 0o666 } = {},
): Promise<T> {
  const draft = `${file}.${process.pid}.part`;
  const input: Transform = gzip ? createGzip() : new PassThrough();
  const written = pipeline(input, createWriteStream(draft, { mode, flush: true }));
  // Its failure is met at the end, or earlier by the piece that cannot be taken.
  written.catch(() => {});
  try {
    const result = await produce(async (text) => {
      if (!input.destroyed && input.write(text)) return;
      if (!input.destroyed) await once(input, "drain");
      // Cut off before it was full: the end of what was written so far says why.
      if (input.destroyed) await written;
    });
    input.end();
    await written;
    await rename(draft, file);
    return result;
  } catch (error) {
    input.destroy();
    // The reason why the file cannot be written, rather than that it was no longer written to.
    const cause: unknown = await written.then(
      () => error,
      (failure: unknown) => failure,
    );
    await rm(draft, { force: true });
    throw isEnded(cause) ? error : cause;
  }
}

const isEnded = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  ["ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED", "ABORT_ERR"].includes(String(error.code));
