import { z } from "zod";
import { DomainError } from "~/platform/errors";
import { ROLES, type Actor } from "./actor";
import { checked } from "./checked";
import { emailSchema } from "./fields";
import { canAppointStaff } from "./policy";
import { UNKNOWN } from "./regions";
import { hashPassword, newPassword } from "./secrets.server";
import * as store from "./store.server";

const staffSchema = z.object({
  email: emailSchema,
  role: z.enum(ROLES, "identity:errors.role").exclude(["participant"], "identity:errors.role"),
});

const nobodyYet = { displayName: null, region: UNKNOWN, stakeholder: UNKNOWN, locale: "fr" };

/**
 * Gives somebody a role on the staff. A new account gets a generated password, returned this once; an account that
 * exists keeps its own, and the answer is null.
 */
export async function createStaff(
  actor: Actor,
  input: { email: string; role: string },
): Promise<{ password: string | null }> {
  if (!canAppointStaff(actor)) throw new DomainError("forbidden", "identity:errors.appoint");
  const { email, role } = checked(staffSchema, input);
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  return store.unitOfWork(async (tx) => {
    const created = await store.insertAccount(tx, { ...nobodyYet, email, passwordHash, role });
    if (created === null) await store.setRole(tx, email, role);
    else await store.deleteSignUpsOf(tx, email);
    return { password: created === null ? null : password };
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
    if (await store.hasAdministrator(tx)) return null;
    const created = await store.insertAccount(tx, {
      ...nobodyYet,
      email,
      passwordHash,
      role: "administrator",
    });
    if (created === null) await store.setRole(tx, email, "administrator");
    return { email, password: created === null || wanted.password !== undefined ? null : password };
  });
}
