import { DomainError } from "~/platform/errors";
import type { AccountActor } from "./actor";

/**
 * A proof that was given and checked; a kind that can be given has its line here. `hash` is the password that was matched,
 * or chosen with the link: should it have changed since, the proof is worth nothing any more.
 */
export type Proof =
  | { readonly kind: "password"; readonly hash: string }
  | { readonly kind: "email-link"; readonly hash: string };

/** Milliseconds for which a proof is fresh: time to do what it was asked for. */
export const FRESH = 10 * 60_000;

/** @throws DomainError "forbidden" when it is not known by a proof of the last moments that it is the holder who acts. */
export function refuseUnlessFresh({ session }: AccountActor, now: Date, within = FRESH): void {
  if (now.getTime() - session.provenAt.getTime() > within)
    throw new DomainError("forbidden", "identity:errors.freshProof");
}
