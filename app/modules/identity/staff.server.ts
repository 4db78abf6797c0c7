import { z } from "zod";
import { DomainError } from "~/platform/errors";
import { checked } from "~/platform/forms";
import { ROLES, type Actor, type Grant, type Role } from "./actor";
import { authorise } from "./acts";
import { insertPassword } from "./credentials-store.server";
import { emailSchema } from "./fields";
import { deleteGrants, hasAdministrator, insertGrants } from "./grants-store.server";
import { requireFreshProof } from "./passwords.server";
import { UNKNOWN } from "./regions";
import { hashPassword, newPassword } from "./secrets.server";
import * as store from "./store.server";

const rolesSchema = z.array(z.enum(ROLES, "identity:errors.role"));
const appointmentSchema = z.object({
  email: emailSchema,
  roles: rolesSchema.nonempty("identity:errors.role"),
});
const dismissalSchema = z.object({ email: emailSchema, roles: rolesSchema.nonempty().default([...ROLES]) });

const nobodyYet = { displayName: null, region: UNKNOWN, stakeholder: UNKNOWN, locale: "fr" };
const idOf = (actor: Actor): number | null => (actor.kind === "account" ? actor.id : null);

function mayAppoint(actor: Actor, consultationId: number | null): void {
  authorise(actor, "staff.appoint", consultationId ?? "all", "identity:errors.appoint");
  if (actor.kind === "account") requireFreshProof(actor);
}

/**
 * Gives somebody roles on the staff, in one consultation or in all (null), beside those that they hold. A new account gets
 * a generated password, returned this once; an account that exists keeps its own, and the answer is null.
 * @throws DomainError forbidden, invalid
 */
export async function createStaff(
  actor: Actor,
  input: { email: string; roles: readonly string[]; consultationId: number | null },
): Promise<{ password: string | null }> {
  const { consultationId } = input;
  mayAppoint(actor, consultationId);
  const { email, roles } = checked(appointmentSchema, input);
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  const grants = roles.map((role): Grant => ({ role, consultationId }));
  return store.unitOfWork(async (tx) => {
    const created = await appoint(tx, { email, passwordHash }, grants, idOf(actor));
    return { password: created ? password : null };
  });
}

/** Gives an account roles, and makes it where there is none yet. @returns whether it did. */
async function appoint(
  tx: store.Transaction,
  { email, passwordHash }: { email: string; passwordHash: string },
  grants: readonly Grant[],
  by: number | null,
): Promise<boolean> {
  const created = await store.insertAccount(tx, { ...nobodyYet, email });
  if (created !== null) {
    await insertPassword(tx, created, passwordHash);
    await store.deleteSignUpsOf(tx, email);
  }
  const id = created ?? (await store.findAccountId(email));
  if (id !== null) await insertGrants(tx, id, grants, by);
  return created !== null;
}

/**
 * Takes roles on the staff away: those named, or all; in one consultation, or wherever they are held. Whoever loses one
 * loses it at their next request and on the streams that they follow.
 * @returns what was taken. @throws DomainError forbidden, not-found; conflict: the last administrator of all stays.
 */
export async function revokeStaff(
  actor: Actor,
  input: { email: string; roles?: readonly string[] | undefined; consultationId?: number | undefined },
): Promise<Grant[]> {
  mayAppoint(actor, input.consultationId ?? null);
  const { email, roles }: { email: string; roles: readonly Role[] } = checked(dismissalSchema, input);
  return store.unitOfWork(async (tx) => {
    const id = await store.findAccountId(email);
    if (id === null) throw new DomainError("not-found", "identity:errors.noAccount");
    return deleteGrants(tx, id, roles, input.consultationId);
  });
}

export interface FirstAdministrator {
  email: string;
  /** Generated, to be shown this once; null when it was given, or when the account existed and keeps its own. */
  password: string | null;
}

/** Makes the first administrator; null when there is one. Safe when several processes start at once. */
export async function ensureAdministrator(wanted: {
  email: string;
  password?: string | undefined;
}): Promise<FirstAdministrator | null> {
  const email = checked(emailSchema, wanted.email);
  const password = wanted.password ?? newPassword();
  const passwordHash = await hashPassword(password);
  return store.unitOfWork(async (tx) => {
    if (await hasAdministrator(tx)) return null;
    const created = await appoint(
      tx,
      { email, passwordHash },
      [{ role: "administrator", consultationId: null }],
      null,
    );
    return { email, password: !created || wanted.password !== undefined ? null : password };
  });
}
