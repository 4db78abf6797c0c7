import { readFile, stat } from "node:fs/promises";
import { CannotRun } from "~/platform/errors";
import { t } from "./terminal";

/** A file that cannot be used; the message is one line. */
export class FileError extends CannotRun {}

/** The size of a file that can be read. @throws FileError when there is none. */
export async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw fileError(file, error);
  });
  if (found.isDirectory()) throw new FileError(t("cli:file.folder", { file }));
  return found.size;
}

/** The JSON in a file. @throws FileError telling where it is broken. */
export async function readJson(file: string): Promise<unknown> {
  await sizeOf(file);
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw fileError(file, error);
  });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FileError(t("cli:file.not-utf8", { file }));
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new FileError(t("cli:file.json", { file, place: placeOf(error, text) }));
  }
}

/** Where JSON breaks, as an editor counts. */
function placeOf(error: unknown, text: string): string {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  const lines = text.slice(0, position === undefined ? text.length : Number(position)).split("\n");
  return t("cli:file.place", { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 });
}

/** What the system refused about a file, in words. */
export function fileError(file: string, error: NodeJS.ErrnoException): Error {
  if (error.code === "ENOENT") return new FileError(t("cli:file.missing", { file }));
  if (error.code === "EISDIR") return new FileError(t("cli:file.folder", { file }));
  if (error.code === "EACCES" || error.code === "EPERM" || error.code === "EROFS")
    return new FileError(t("cli:file.denied", { file }));
  if (error.code === "ENOSPC") return new FileError(t("cli:file.full", { file }));
  return error;
}
