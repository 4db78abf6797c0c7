import { CannotRun } from "~/platform/errors";

/** Ends a process that could not do its work: one clear line, exit 2. A fault of ours keeps its stack. */
export function exitUnable(error: unknown): never {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(2);
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof CannotRun) return error.message;
  const code = "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE") return "PORT is in use by another program: stop it, or set another PORT";
  if (code === "EACCES") return `${error.message}: choose another PORT or DATA_DIR`;
  return error.stack ?? error.message;
}
