import { beforeAll, describe, expect, test } from "vitest";
import type { AccountActor } from "~/modules/identity";
import * as identity from "~/modules/identity/index.server";
import { leave } from "~/modules/participation/index.server";
import { db } from "~/platform/db/index.server";
import { as } from "../setup/actors";
import { freshDatabase } from "../setup/database";
import { mailTo, HOUR, member, PASSWORD, tokenIn, visitor, wait } from "../setup/members";

beforeAll(async () => void (await freshDatabase()));

const NEWER = "un chat noir dort sous mon lit";
const wrong = { code: "forbidden", reason: "identity:errors.currentPassword" };
const stale = { code: "forbidden", reason: "identity:errors.freshProof" };

const actorOf = async ({ token }: { token: string }): Promise<AccountActor> => {
  const found = await identity.authenticate(token);
  if (!found) throw new Error("this session opens nothing");
  return found.actor;
};

describe("a session remembers how its holder was known, and when", () => {
  test("by the link to their address", async () => {
    const { actor } = await member();
    expect(actor.session.proofs).toEqual(["email-link"]);
    expect(Math.abs(Date.now() - actor.session.provenAt.getTime())).toBeLessThan(5_000);
  });

  test("by their password, and anew each time that they give it", async () => {
    const { email } = await member();
    const session = await identity.signIn({ email, password: PASSWORD });
    const first = await actorOf(session);
    expect(first.session.proofs).toEqual(["password"]);
    wait(2 * HOUR);
    const proven = await identity.confirmPassword(first, PASSWORD);
    expect(proven.session.provenAt.getTime()).toBeGreaterThan(first.session.provenAt.getTime() + HOUR);
    expect((await actorOf(session)).session).toEqual(proven.session);
  });

  test("by one after the other", async () => {
    const { actor, session } = await member();
    await identity.confirmPassword(actor, PASSWORD);
    expect((await actorOf(session)).session.proofs).toEqual(["email-link", "password"]);
  });
});

describe("a fresh proof", () => {
  test("is a password that is right, of a session that stands", async () => {
    const { actor, session } = await member();
    await expect(identity.confirmPassword(actor, "Faux-mot-de-passe-1")).rejects.toMatchObject(wrong);
    await identity.signOut(session.token);
    await expect(identity.confirmPassword(actor, PASSWORD)).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  test("is asked for by what the holder alone may do, and is worth ten minutes, on its own session", async () => {
    const { actor, email } = await member();
    const other = await actorOf(await identity.signIn({ email, password: PASSWORD }));
    wait(HOUR);
    const acts = (who: AccountActor) => [
      () => identity.changePassword(who, { password: NEWER }, visitor),
      () => leave(who),
      () =>
        identity.createStaff(as(who, "administrator"), {
          email: "x@exemple.fr",
          roles: ["editor"],
          consultationId: null,
        }),
      () => identity.revokeStaff(as(who, "administrator"), { email: "x@exemple.fr" }),
    ];
    for (const act of acts(actor)) await expect(act()).rejects.toMatchObject(stale);
    const proven = await identity.confirmPassword(actor, PASSWORD);
    for (const act of acts(other)) await expect(act()).rejects.toMatchObject(stale);
    wait(11 * 60_000);
    for (const act of acts(proven)) await expect(act()).rejects.toMatchObject(stale);
    const again = await identity.confirmPassword(proven, PASSWORD);
    const opened = await identity.changePassword(again, { password: NEWER }, visitor);
    await leave(await actorOf(opened));
    expect(await db().prisma.account.count({ where: { email } })).toBe(0);
  });
});

describe("an account without a password", () => {
  test("is refused in the words of a wrong one, and gets one by a link to its address", async () => {
    const email = "sans@exemple.fr";
    const { id } = await db().prisma.account.create({ data: { email } });
    await expect(identity.signIn({ email, password: PASSWORD })).rejects.toMatchObject({
      code: "unauthenticated",
      reason: "identity:errors.credentials",
    });
    await identity.requestPasswordReset(email, visitor);
    const { links } = await mailTo(email);
    const token = tokenIn(links.find((link) => link.includes("/nouveau-mot-de-passe")));
    const actor = await actorOf(await identity.resetPassword(token, NEWER, visitor));
    expect(actor).toMatchObject({ id, session: { proofs: ["email-link"] } });
    await expect(identity.signIn({ email, password: NEWER })).resolves.toBeDefined();
  });

  test("has one of each kind at most, and no passkey of somebody else's", async () => {
    const { actor } = await member();
    const { actor: other } = await member();
    const add = (accountId: number, kind: string, subject: string | null) =>
      db().prisma.credential.create({ data: { accountId, kind, subject, secret: "s" } });
    await expect(add(actor.id, "password", null)).rejects.toThrow();
    await add(actor.id, "totp", null);
    await expect(add(actor.id, "totp", null)).rejects.toThrow();
    await add(actor.id, "passkey", "a");
    await add(actor.id, "passkey", "b");
    await expect(add(other.id, "passkey", "a")).rejects.toThrow();
    await expect(add(other.id, "passkey", null)).rejects.toThrow();
    await expect(add(other.id, "rumour", null)).rejects.toThrow();
  });
});
