import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";
import { config } from "./config.server";

const request = new AsyncLocalStorage<string>();

/** Runs `work` so that every line it logs carries this request id. */
export const withRequestId = <T>(id: string, work: () => T): T => request.run(id, work);

let logger: pino.Logger | undefined;

/**
 * Structured logs on standard error, so that standard output stays for what a command returns. No personal data goes
 * in: errors are reduced to their name, code and stack, because a database's message may quote a row.
 */
export const log = (): pino.Logger =>
  (logger ??= pino(
    {
      level: config().LOG_LEVEL,
      base: { pid: process.pid },
      mixin: () => {
        const id = request.getStore();
        return id ? { requestId: id } : {};
      },
      serializers: { err: describeError },
    },
    pino.destination({ fd: 2, sync: false }),
  ));

function describeError(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = "code" in error ? error.code : undefined;
  const frames = error.stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  return { name: error.name, code, stack: frames };
}
