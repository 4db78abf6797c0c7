import { CannotRun, DomainError } from "~/platform/errors";
import { t } from "./terminal";

/** Why a command could not run, in one line. */
export function whyNot(error: unknown): string {
  if (error instanceof DomainError) return t(error.reason, error.values) + others(error);
  if (error instanceof CannotRun) return error.message;
  if (!(error instanceof Error)) return t("cli:failure.unknown", { message: String(error) });
  const code = "code" in error ? String(error.code) : "";
  if (code === "ENOSPC" || code === "53100") return t("cli:failure.full");
  const line = error.message.trim().split("\n").at(-1) || error.name;
  return t("cli:failure.unknown", { message: code ? `${line} (${code})` : line });
}

/** A file may have several problems: the first is told, and how many more there are. */
function others(error: DomainError): string {
  const count = error.reasons.length - 1;
  return count > 0 ? ` ${t("cli:failure.others", { count })}` : "";
}
