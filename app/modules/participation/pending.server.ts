import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "~/modules/identity";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { requireAccount, writeOpinion } from "./opinions.server";
import { deletePending, findPending, insertPending, takePending, whileOpen } from "./store.server";
import type { PendingOpinion } from "./types";

/** Milliseconds for which an opinion waits for its author to sign in. */
const LIFE = 24 * 3600 * 1000;

/** The page that shows what could not be kept, for copying. */
export const NOT_KEPT = "/avis-non-enregistre";

/** What stands for the secret in the database: of no use to whoever reads it there. */
const keyOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Keeps what somebody typed before signing in. @returns the secret that gives it back, for 24 hours. */
export async function keepPending(opinion: PendingOpinion): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await insertPending(keyOf(token), opinion, new Date(now().getTime() + LIFE));
  return token;
}

/** What is kept under a secret, or null. */
export const readPending = (token: string): Promise<PendingOpinion | null> => findPending(keyOf(token));

export const forgetPending = async (token: string): Promise<void> => void (await deletePending(keyOf(token)));

export interface Submitted {
  /** Where to lead the person: their opinion on the item's page, or their text for copying. */
  location: string;
  saved: boolean;
}

/**
 * Gives the opinion kept under `token`, once: it leaves the waiting room in the transaction that writes it, so that it
 * can neither be lost nor given twice. Refused (closed meanwhile, a comment gone), it stays there to be copied.
 * @returns null when nothing is kept under it, any more.
 */
export async function submitPending(actor: Actor, token: string): Promise<Submitted | null> {
  const person = requireAccount(actor);
  const key = keyOf(token);
  const waiting = await findPending(key);
  if (!waiting) return null;
  const { slug, ref } = waiting;
  try {
    return await whileOpen(slug, [ref], async (tx, held) => {
      const opinion = await takePending(tx, key);
      if (!opinion) return null;
      const commentId = await writeOpinion(tx, held, person, opinion);
      return { location: opinionAddress(slug, ref, commentId, opinion.parentId), saved: true };
    });
  } catch (error) {
    if (error instanceof DomainError) return { location: NOT_KEPT, saved: false };
    throw error;
  }
}

/** Where an opinion that was just kept shows: its comment, a reply under what it answers, or the panel. */
export function opinionAddress(slug: string, ref: string, commentId: number | null, parentId?: number): string {
  const item = `/concertations/${encodeURIComponent(slug)}/${encodeURIComponent(ref)}`;
  const page = parentId === undefined ? item : `${item}/commentaires/${parentId}`;
  return `${page}?avis=enregistre#${commentId === null ? "votre-avis" : `commentaire-${commentId}`}`;
}
