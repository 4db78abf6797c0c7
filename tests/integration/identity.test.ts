import { beforeAll, describe, expect, test, vi } from "vitest";
import * as identity from "~/modules/identity/index.server";
import { db, unitOfWork } from "~/platform/db/index.server";
import { freshDatabase } from "../setup/database";
import {
  mailTo,
  DAY,
  HOUR,
  member,
  PASSWORD,
  settled,
  signUpLink,
  tokenIn,
  visitor,
  wait,
} from "../setup/members";

beforeAll(async () => void (await freshDatabase()));

describe("a session", () => {
  test("is kept only as the hash of its secret", async () => {
    const { session } = await member();
    expect(await db().prisma.session.count({ where: { id: session.token } })).toBe(0);
    expect(await identity.authenticate((await db().prisma.session.findFirstOrThrow()).id)).toBeNull();
  });

  test("lasts thirty days, and slides once half of them have passed", async () => {
    const { session } = await member();
    expect(Math.abs(session.expiresAt.getTime() - Date.now() - 30 * DAY)).toBeLessThan(5_000);
    wait(15 * DAY - HOUR);
    expect(await identity.authenticate(session.token)).toMatchObject({
      renewed: false,
      expiresAt: session.expiresAt,
    });
    wait(2 * HOUR);
    const slid = await identity.authenticate(session.token);
    expect(slid?.renewed).toBe(true);
    expect(slid?.expiresAt.getTime()).toBeGreaterThan(session.expiresAt.getTime() + 14 * DAY);
    wait(29 * DAY);
    expect(await identity.authenticate(session.token)).not.toBeNull();
  });

  test("that expired opens nothing, and is forgotten", async () => {
    const { session, actor } = await member();
    wait(30 * DAY);
    expect(await identity.authenticate(session.token)).toBeNull();
    expect(await db().prisma.session.count({ where: { accountId: actor.id } })).toBe(0);
  });

  test.each(["", "x", "a".repeat(43), "\0".repeat(43), "' OR true --", "a".repeat(100_000)])(
    "cannot be forged",
    async (token) => {
      expect(await identity.authenticate(token)).toBeNull();
      await expect(identity.signOut(token)).resolves.toBeUndefined();
    },
  );

  test("ends at sign-out, alone", async () => {
    const { email, session } = await member();
    const other = await identity.signIn({ email, password: PASSWORD });
    await identity.signOut(session.token);
    expect(await identity.authenticate(session.token)).toBeNull();
    expect(await identity.authenticate(other.token)).not.toBeNull();
  });

  test("ends at once on every device, and only the holder's", async () => {
    const { email, actor, session } = await member();
    const bystander = await member();
    const tokens = [session.token];
    for (let i = 0; i < 3; i++) tokens.push((await identity.signIn({ email, password: PASSWORD })).token);
    await identity.signOutEverywhere(actor);
    expect(await Promise.all(tokens.map(identity.authenticate))).toEqual([null, null, null, null]);
    expect(await identity.authenticate(bystander.session.token)).not.toBeNull();
  });

  test("is not opened by a password that changed while it was being checked", async () => {
    const { email, actor } = await member();
    const newer = "un chat noir dort sous mon lit";
    const [old] = await Promise.allSettled([
      identity.signIn({ email, password: PASSWORD }),
      identity.changePassword(actor, { password: newer }, visitor),
    ]);
    if (old.status === "fulfilled") expect(await identity.authenticate(old.value.token)).toBeNull();
    expect(await db().prisma.session.count({ where: { accountId: actor.id } })).toBe(1);
  });
});

test("requests that come together are looked up in few statements, each with its own answer", async () => {
  const members = [await member(), await member(), await member()];
  const select = vi.spyOn(db().prisma, "$queryRaw");
  const asked = Array.from({ length: 200 }, (_, index) => members[index % 4]);
  const found = await Promise.all(
    asked.map((one) => identity.authenticate(one?.session.token ?? "z".repeat(43))),
  );
  expect(found.map((one) => one?.actor.email)).toEqual(asked.map((one) => one?.email));
  expect(select.mock.calls.length).toBeLessThanOrEqual(2);
});

describe("signing in", () => {
  test("refuses an unknown address and a wrong password in the same words", async () => {
    const { email } = await member();
    const refusals = await settled([
      identity.signIn({ email, password: "Faux-mot-de-passe-1" }),
      identity.signIn({ email: "personne@exemple.fr", password: PASSWORD }),
    ]);
    expect(refusals).toEqual({
      done: 0,
      refused: ["identity:errors.credentials", "identity:errors.credentials"],
    });
  });
});

describe("a forgotten password", () => {
  async function resetToken(email: string) {
    await identity.requestPasswordReset(email, visitor);
    const { links } = await mailTo(email, {
      matching: ({ subject }) => subject.startsWith("Choisissez"),
    });
    return tokenIn(links.find((link) => link.includes("/nouveau-mot-de-passe")));
  }
  const newer = "un chat noir dort sous mon lit";

  test("is replaced by a link, which closes every other session and says so", async () => {
    const { email, session } = await member();
    const token = await resetToken(email);
    expect(await identity.resetLinkStands(token)).toBe(true);
    const opened = await identity.resetPassword(token, newer, visitor);
    expect(await identity.authenticate(session.token)).toBeNull();
    expect((await identity.authenticate(opened.token))?.actor.email).toBe(email);
    expect((await mailTo(email)).subject).toBe("Votre mot de passe a changé");
    await expect(identity.signIn({ email, password: PASSWORD })).rejects.toMatchObject({
      code: "unauthenticated",
    });
    await expect(identity.signIn({ email, password: newer })).resolves.toBeDefined();
  });

  test("has a link that works once, also for twenty at the same time", async () => {
    const { email } = await member();
    const token = await resetToken(email);
    const { done, refused } = await settled(
      Array.from({ length: 20 }, () => identity.resetPassword(token, newer, visitor)),
    );
    expect(done).toBe(1);
    expect(new Set(refused)).toEqual(new Set(["identity:errors.resetLink"]));
    expect(await identity.resetLinkStands(token)).toBe(false);
  });

  test("has links that end after an hour, and with the first that is used", async () => {
    const { email } = await member();
    const [first, second] = [await resetToken(email), await resetToken(email)];
    await expect(identity.resetPassword(first, "court", visitor)).rejects.toMatchObject({
      reason: "identity:errors.passwordWeak",
    });
    await identity.resetPassword(first, newer, visitor);
    expect(await identity.resetLinkStands(second)).toBe(false);
    const late = await resetToken(email);
    wait(HOUR);
    await expect(identity.resetPassword(late, PASSWORD, visitor)).rejects.toMatchObject({
      reason: "identity:errors.resetLink",
    });
  });

  test("answers the same for an unknown address: one mail, no error", async () => {
    await expect(identity.requestPasswordReset("absente@exemple.fr", visitor)).resolves.toBeUndefined();
    expect((await mailTo("absente@exemple.fr")).subject).toBe("Aucun compte à cette adresse");
  });

  test("cannot be replaced by the link of a sign-up", async () => {
    const { token } = await signUpLink();
    expect(await identity.resetLinkStands(token)).toBe(false);
    await expect(identity.resetPassword(token, newer, visitor)).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("an account", () => {
  test("changes its name and profile", async () => {
    const { actor, session } = await member();
    await unitOfWork((tx) =>
      identity.updateProfile(tx, actor.id, {
        displayName: " Claire  M. ",
        region: "76",
        stakeholder: "citizen",
      }),
    );
    expect((await identity.authenticate(session.token))?.actor).toMatchObject({
      displayName: "Claire M.",
      region: "76",
      stakeholder: "citizen",
    });
    await unitOfWork((tx) =>
      identity.updateProfile(tx, actor.id, { displayName: "", region: "76", stakeholder: "citizen" }),
    );
    expect((await identity.authenticate(session.token))?.actor.displayName).toBeNull();
  });

  test("is erased whole, and its address may sign up again", async () => {
    const { email, actor, session } = await member();
    await identity.requestPasswordReset(email, visitor);
    await unitOfWork((tx) => identity.deleteAccount(tx, actor.id));
    expect(await identity.authenticate(session.token)).toBeNull();
    expect(await db().prisma.account.count({ where: { email } })).toBe(0);
    expect(await db().prisma.accountToken.count({ where: { accountId: actor.id } })).toBe(0);
    const again = await signUpLink({ email });
    await expect(identity.confirmSignUp(again.token, again)).resolves.toBeDefined();
  });
});

test("what is past its time is forgotten, and nothing else", async () => {
  await signUpLink();
  const { email } = await member();
  await identity.requestPasswordReset(email, visitor);
  const count = async () => [
    await db().prisma.session.count(),
    await db().prisma.signUp.count(),
    await db().prisma.accountToken.count(),
  ];
  const before = await count();
  await identity.deleteExpired();
  expect(await count()).toEqual(before);
  wait(100 * DAY);
  await identity.deleteExpired();
  expect(await count()).toEqual([0, 0, 0]);
});
