import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "~/modules/identity";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { editedAddress, savedAddress, withdrawnAddress } from "./addresses";
import { replaceText, switchSupport } from "./comments.server";
import { requireAccount, takeBack, writeOpinion } from "./opinions.server";
import { whileOpen, type Writing } from "./hold-store.server";
import type { Pending } from "./pending";
import * as store from "./pending-store.server";

/** Milliseconds for which an opinion waits for its author to sign in. */
const LIFE = 24 * 3600 * 1000;

/** The page that shows what could not be kept, for copying. */
export const NOT_KEPT = "/avis-non-enregistre";

/** What stands for the secret in the database: of no use to whoever reads it there. */
const keyOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Keeps what somebody did before signing in. @returns the secret that gives it back, for 24 hours. */
export async function keepPending(pending: Pending): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await store.insertPending(keyOf(token), pending, new Date(now().getTime() + LIFE));
  return token;
}

/** What is kept under a secret, or null. */
export const readPending = (token: string): Promise<Pending | null> => store.findPending(keyOf(token));

/** What kind of thing waits under a secret, if there is one: what was typed, or a button that was pressed. */
export async function pendingKind(token: string | null): Promise<"typed" | "pressed" | null> {
  const pending = token ? await readPending(token) : null;
  return pending && ("back" in pending ? "pressed" : "typed");
}

export const deletePending = async (token: string): Promise<void> =>
  void (await store.deletePending(keyOf(token)));

/** Deletes what nobody came back for in time. To be called now and then: it cannot be read anyhow. */
export const deleteExpiredPending = async (): Promise<void> => void (await store.deleteExpiredPending(now()));

export interface Submitted {
  /** Where to lead the person: what they did, confirmed, or their text for copying. */
  location: string;
  /** False when it is still kept, to be copied. */
  saved: boolean;
}

/**
 * Does what is kept under `token`, once: it leaves the waiting room in the transaction that writes it, so that it can
 * neither be lost nor done twice. Refused (closed meanwhile, a comment gone), a text stays there to be copied.
 * @returns null when nothing is kept under it, any more.
 */
export async function submitPending(actor: Actor, token: string): Promise<Submitted | null> {
  const person = requireAccount(actor);
  const key = keyOf(token);
  const waiting = await store.findPending(key);
  if (!waiting) return null;
  try {
    return await whileOpen(waiting.slug, [waiting.ref], async (tx, held) => {
      const pending = await store.takePending(tx, key);
      return pending && { location: await carryOut({ tx, held, person }, pending), saved: true };
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (!("back" in waiting)) return { location: NOT_KEPT, saved: false };
    // A pressed button leaves nothing to copy: the page on which it stood shows how things are.
    await store.deletePending(key);
    return { location: waiting.back, saved: true };
  }
}

/** @returns where it shows. */
async function carryOut(writing: Writing, pending: Pending): Promise<string> {
  switch (pending.kind) {
    case "opinion":
    case "reply":
      await writeOpinion(writing, pending);
      return savedAddress(pending);
    case "edit":
      await replaceText(writing, pending);
      return editedAddress(pending);
    case "support":
    case "unsupport":
      await switchSupport(writing, { ...pending, support: pending.kind === "support" });
      return pending.back;
    case "withdrawal":
      await takeBack(writing, pending);
      return withdrawnAddress(pending);
  }
}
