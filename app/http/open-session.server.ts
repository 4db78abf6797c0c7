import { redirect } from "./remix/answer.server";
import type { AccountActor } from "~/modules/identity";
import { authenticate, type SessionTicket } from "~/modules/identity/index.server";
import type { AppContext } from "./context.server";

/** Holds the secret of an opinion that waits for its author to sign in. */
export const PENDING_COOKIE = "avis";
const PENDING_SECONDS = 24 * 3600;

interface Onwards {
  /** Where to go when no opinion waits. */
  next: string;
  /** Gives the opinion kept under a secret; null when there is none any more. */
  submit: (actor: AccountActor, token: string) => Promise<{ location: string; saved: boolean } | null>;
  /** The secret that was kept with a sign-up. */
  pending?: string | null;
}

/** Starts the session in this browser, gives the opinion that waited for it, and leads to what came of it. */
export async function openSession(
  context: Pick<AppContext, "startSession" | "cookie" | "setCookie" | "clearCookie">,
  session: SessionTicket,
  { next, submit, pending = null }: Onwards,
): Promise<Response> {
  context.startSession(session);
  const kept = context.cookie(PENDING_COOKIE);
  const found = await authenticate(session.token);
  if (!found) return redirect(next, 303);
  let location = next;
  let refused: string | null = null;
  for (const token of new Set([pending, kept])) {
    const submitted = token ? await submit(found.actor, token) : null;
    if (!submitted || refused) continue;
    location = submitted.location;
    if (!submitted.saved) refused = token;
  }
  // What could not be saved stays at hand, so that the next page can show its text for copying.
  if (refused) context.setCookie(PENDING_COOKIE, refused, { maxAge: PENDING_SECONDS });
  else if (kept) context.clearCookie(PENDING_COOKIE);
  return redirect(location, 303);
}
