import { db, isSqlState, type Transaction } from "~/platform/db/index.server";
import { DomainError } from "~/platform/errors";
import type { Grant, Role } from "./actor";
import { DELETE_GRANTS, LOCK_ADMINISTRATORS } from "./sql";

/** What the database raises when nobody would be left who can appoint others. */
const LAST_ADMINISTRATOR = "CN001";

/** Does what may take the last administrator away. @throws DomainError "conflict" when it would */
export async function keepingAnAdministrator<T>(work: PromiseLike<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isSqlState(error, LAST_ADMINISTRATOR))
      throw new DomainError("conflict", "identity:errors.lastAdministrator");
    throw error;
  }
}

/** Gives roles; those that are held already stay as they were given. */
export async function insertGrants(
  tx: Transaction,
  accountId: number,
  grants: readonly Grant[],
  grantedBy: number | null,
): Promise<void> {
  const data = grants.map((grant) => ({ ...grant, accountId, grantedBy }));
  await tx.staffGrant.createMany({ data, skipDuplicates: true });
}

/** Takes roles away in one consultation, in all (null), or wherever they are held (undefined). @returns which. */
export async function deleteGrants(
  tx: Transaction,
  accountId: number,
  roles: readonly Role[],
  consultationId: number | null | undefined,
): Promise<Grant[]> {
  const wherever = consultationId === undefined;
  const taken = DELETE_GRANTS.all(tx, accountId, roles, wherever, consultationId ?? null);
  // A check of the column keeps it to roles that are known.
  return (await keepingAnAdministrator(taken)) as Grant[];
}

/** Whether there is an administrator of all. Who asks at the same time waits until this transaction ends. */
export async function hasAdministrator(tx: Transaction): Promise<boolean> {
  await LOCK_ADMINISTRATORS.all(tx);
  return (await tx.staffGrant.count({ where: { role: "administrator", consultationId: null } })) > 0;
}

/** Hears when a session or a role of staff has ended, on whichever process. @returns how to stop. */
export const listenToRights = (again: () => void) => db().listen("rights", { heard: again, back: again });
