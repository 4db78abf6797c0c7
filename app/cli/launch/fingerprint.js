import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/**
 * One hash over the names and bytes of files and, recursively, folders. Two equal fingerprints mean equal content,
 * whatever the dates say: a checkout or a copy changes dates, not content.
 *
 * @param {string} root
 * @param {string[]} entries files and folders relative to root; a missing one counts as such
 * @param {(relative: string) => boolean} [skip]
 * @returns {string}
 */
export function fingerprint(root, entries, skip = () => false) {
  const hash = createHash("sha256");
  for (const relative of entries.flatMap((entry) => walk(root, entry, skip)).sort()) {
    const content = readIfFile(path.join(root, relative));
    hash.update(`${relative}\0${content === null ? "missing" : content.length}\0`);
    if (content !== null) hash.update(content);
  }
  return hash.digest("hex");
}

/**
 * The text of a stamp file, or null when it was never written.
 * @param {string} file
 */
export function readStamp(file) {
  return readIfFile(file)?.toString("utf8").trim() ?? null;
}

/**
 * Written last, after the work it vouches for: a crash before leaves the work stale, never half trusted.
 * @param {string} file
 * @param {string} value
 */
export function writeStamp(file, value) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, `${value}\n`);
  fs.renameSync(draft, file);
}

/**
 * @param {string} root
 * @param {string} relative
 * @param {(relative: string) => boolean} skip
 * @returns {string[]}
 */
function walk(root, relative, skip) {
  if (skip(relative)) return [];
  const absolute = path.join(root, relative);
  if (!fs.statSync(absolute, { throwIfNoEntry: false })?.isDirectory()) return [relative];
  return fs.readdirSync(absolute).flatMap((name) => walk(root, `${relative}/${name}`, skip));
}

/**
 * @param {string} file
 * @returns {Buffer | null}
 */
function readIfFile(file) {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return null;
    throw error;
  }
}
