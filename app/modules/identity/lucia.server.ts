import { Lucia, TimeSpan, type Adapter } from "lucia";
import { batched } from "~/platform/batch.server";
import { DomainError } from "~/platform/errors";
import type { AccountActor } from "./actor";
import type { Proof } from "./proofs";
import { SESSION_DAYS } from "./rules";
import * as store from "./store.server";

declare module "lucia" {
  interface Register {
    Lucia: typeof lucia;
    UserId: number;
    DatabaseUserAttributes: { actor: AccountActor };
    /** The proof that was checked before a session is opened; none when one is read. */
    DatabaseSessionAttributes: { proof?: Proof };
  }
}

/** Requests that arrive together are looked up in one statement. Nothing is remembered: a session that ends, ends at once. */
export const lookUp = batched(
  async (ids: string[]) => {
    const found = new Map((await store.findSessions([...new Set(ids)])).map((row) => [row.session.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  },
  { most: 500, parallel: 2 },
);

const outside = ({ id, accountId, expiresAt }: store.SessionRow) => ({
  id,
  userId: accountId,
  expiresAt,
  attributes: {},
});

/** Lucia's port over our store; its own Prisma adapter is older than our Prisma. A session's id is its secret's SHA-256. */
const adapter: Adapter = {
  async getSessionAndUser(id) {
    const row = await lookUp(id);
    return row
      ? [outside(row.session), { id: row.actor.id, attributes: { actor: row.actor } }]
      : [null, null];
  },
  getUserSessions: async (accountId) => (await store.sessionsOf(accountId)).map(outside),
  async setSession({ id, userId, expiresAt, attributes: { proof } }) {
    const opened = proof && (await store.insertSession({ id, accountId: userId, expiresAt }, proof));
    if (!opened) throw new DomainError("unauthenticated", "identity:errors.credentials");
  },
  updateSessionExpiration: store.renewSession,
  deleteSession: store.deleteSession,
  deleteUserSessions: store.deleteSessionsOf,
  // Lucia decides by the system's clock, so this does too.
  deleteExpiredSessions: () => store.deleteExpiredSessions(new Date()),
};

/** The rules of sessions: how long they last, and when they slide. */
export const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(SESSION_DAYS, "d"),
  getUserAttributes: ({ actor }) => ({ actor }),
});
