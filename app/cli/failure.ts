import { CannotRun, DomainError } from "~/platform/errors";
import { UsageError } from "./arguments";
import { FileError } from "./inputs";
import { t } from "./words";

/** Why a command could not run, in one line. */
export function whyNot(error: unknown): string {
  if (error instanceof DomainError) return t(error.reason, error.values) + others(error);
  if (error instanceof UsageError || error instanceof FileError || error instanceof CannotRun) return error.message;
  if (!(error instanceof Error)) return t("cli:failure.unknown", { message: String(error) });
  const code = codeOf(error);
  if (code && UNREACHABLE.includes(code)) return t("cli:failure.unreachable", { code });
  if (code === "ENOSPC" || code === "53100") return t("cli:failure.full");
  const [line = ""] = error.message.trim().split("\n").slice(-1);
  return t("cli:failure.unknown", { message: code ? `${line} (${code})` : line || error.name });
}

/** A file may have several problems: the first is told, and how many more there are. */
function others(error: DomainError): string {
  const count = "problems" in error && Array.isArray(error.problems) ? error.problems.length - 1 : 0;
  return count > 0 ? ` ${t("cli:failure.others", { count })}` : "";
}

const UNREACHABLE = ["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "EHOSTUNREACH", "28P01", "28000", "3D000", "P1000", "P1001", "P1003"];

function codeOf(error: Error): string | undefined {
  if ("code" in error && typeof error.code === "string") return error.code;
  return error.cause instanceof Error ? codeOf(error.cause) : undefined;
}
