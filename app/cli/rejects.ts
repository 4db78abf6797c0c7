import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { stringify } from "csv-stringify/sync";
import { COLUMNS, type Rejected } from "~/modules/participation/index.server";
import { t } from "./terminal";

/**
 * FILE.rejects.csv: the rows that an import refused, each with its line in the file and why, and its columns as they
 * were. Once mended it can be imported as it is. There is no such file when nothing was refused.
 */
export class RejectsFile {
  private stream: WriteStream | undefined;
  private failure: Error | undefined;

  private constructor(readonly path: string) {}

  /** Takes away what an earlier import left. */
  static async beside(file: string): Promise<RejectsFile> {
    const path = `${file}.rejects.csv`;
    await rm(path, { force: true });
    return new RejectsFile(path);
  }

  async add({ line, reason, values, row }: Rejected): Promise<void> {
    if (!this.stream) {
      this.stream = createWriteStream(this.path).on("error", (error) => (this.failure = error));
      await once(this.stream, "open");
      this.stream.write(stringify([["line", "reason", ...COLUMNS]]));
    }
    if (this.failure) throw this.failure;
    const record = [line, t(reason, values), ...COLUMNS.map((column) => row?.[column] ?? "")];
    if (!this.stream.write(stringify([record]))) await once(this.stream, "drain");
  }

  async close(): Promise<void> {
    if (!this.stream) return;
    this.stream.end();
    await finished(this.stream);
  }
}
