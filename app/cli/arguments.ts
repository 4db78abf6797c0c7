import { parseArgs, type ParseArgsConfig } from "node:util";
import { CannotRun } from "~/platform/errors";

/** A command that was not written as it must be; the message is one line. */
export class UsageError extends CannotRun {}

type Options = NonNullable<ParseArgsConfig["options"]>;

export interface Arguments {
  /** One for each name that the command takes. */
  words: string[];
  options: Record<string, string | boolean | (string | boolean)[] | undefined>;
}

/**
 * Reads what follows a command's name. @throws UsageError when a word is missing or too many, or an option is unknown.
 */
export function readArguments(
  args: readonly string[],
  takes: { words: number; options?: Options },
  usage: string,
): Arguments {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: takes.options ?? {},
    });
    if (positionals.length === takes.words && positionals.every((word) => word !== "")) {
      return { words: positionals, options: values as Arguments["options"] };
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new UsageError(usage);
}
