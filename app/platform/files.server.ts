import { open, rename, rm } from "node:fs/promises";
import { Transform, PassThrough } from "node:stream";
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
  const handle = await open(draft, "w", mode);
  try {
    const input: Transform = gzip ? createGzip() : new PassThrough();
    const written = pipeline(input, handle.createWriteStream({ autoClose: false }));
    // Its failure is met at the end, or earlier by the piece that cannot be taken.
    written.catch(() => {});
    const result = await produce((text) => new Promise((resolve, reject) => {
      input.write(text, (error) => (error ? reject(error) : resolve()));
    })).catch((error: unknown) => {
      input.destroy();
      throw error;
    });
    input.end();
    await written;
    await handle.sync();
    await handle.close();
    await rename(draft, file);
    return result;
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(draft, { force: true });
    throw error;
  }
}
