import { ConfigError } from "~/platform/config.server";
import { FolderInUse } from "~/platform/db/index.server";

/** Ends a process that could not do its work: one clear line, exit 2. A fault of ours keeps its stack. */
export function exitUnable(error: unknown): never {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(2);
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ConfigError || error instanceof FolderInUse) return error.message;
  const code = "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE") return "PORT is in use by another program: stop it, or set another PORT";
  if (code === "EACCES") return `${error.message}: choose another PORT or DATA_DIR`;
  if (["ECONNREFUSED", "ENOTFOUND", "28P01", "3D000", "P1000", "P1001", "P1003"].includes(code)) {
    return `DATABASE_URL: the database cannot be reached (${code})`;
  }
  return error.stack ?? error.message;
}
