import type { Response as ExpressResponse } from "express";
import { listenToRights } from "~/modules/identity/index.server";
import { DomainError } from "~/platform/errors";
import { log } from "~/platform/log.server";

/** An answer that goes on only while its reader may read it. */
interface Guard {
  /** Whether they still may. */
  still: () => Promise<boolean>;
  /** Lets them go. */
  end: () => void;
}

const guards = new Map<ExpressResponse, Guard>();
let listening: (() => Promise<void>) | undefined;
let asking: Promise<void> | undefined;
let again = false;

/** Asks whether its reader still may, at each `askGuards` and at once when a right ends on whichever process, until it closes. */
export function guard(res: ExpressResponse, guarded: Guard): void {
  guards.set(res, guarded);
  res.on("close", () => guards.delete(res));
  listening ??= listenToRights(askGuards);
}

/** Asks all; what is heard meanwhile is asked about once more, after. */
export function askGuards(): void {
  if (guards.size === 0) return;
  again = asking !== undefined;
  asking ??= Promise.all([...guards].map(ask)).then(() => {
    asking = undefined;
    if (again) askGuards();
  });
}

async function ask([res, { still, end }]: [ExpressResponse, Guard]): Promise<void> {
  try {
    if (await still()) return;
  } catch (error) {
    // While the database is away there is nothing to tell, and a console is wanted as soon as it is back.
    if (!(error instanceof DomainError))
      return log().warn({ err: error }, "whether a stream's reader still may read could not be asked");
  }
  guards.delete(res);
  end();
}

/** Listens no more (a server that stops). */
export function dropGuards(): void {
  const stop = listening;
  listening = undefined;
  guards.clear();
  stop?.().catch(() => {});
}
