import { getT, type Locale, type T } from "~/platform/i18n";
import "~/words";

/** The language of the operator's terminal: English when it says so, else French. */
export const localeOf = (env: Readonly<Record<string, string | undefined>>): Locale =>
  /^en([_.-]|$)/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || "") ? "en" : "fr";

export const locale = localeOf(process.env);
export const t: T = getT(locale);

/** A result, on standard output. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`);
/** What went wrong, on standard error. */
export const complain = (line: string): void => void process.stderr.write(`${line}\n`);
