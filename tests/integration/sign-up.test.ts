import { beforeAll, describe, expect, test, vi } from "vitest";
import * as identity from "~/modules/identity/index.server";
import { db } from "~/platform/db/index.server";
import { freshDatabase } from "../setup/database";
import { fields, mailsTo, mailTo, member, PASSWORD, settled, signUpLink, visitor } from "../setup/members";

beforeAll(async () => void (await freshDatabase()));

describe("signing up", () => {
  test("makes an account only once the address is confirmed, and signs in", async () => {
    const pending = "p".repeat(43);
    const { email, token, browser } = await signUpLink({
      email: "Claire@Exemple.fr".toLowerCase(),
      displayName: "Claire M.",
      region: "84",
      stakeholder: "hospital",
      pending,
    });
    expect(await db().prisma.account.count({ where: { email } })).toBe(0);
    await expect(identity.signIn({ email, password: PASSWORD })).rejects.toMatchObject({
      reason: "identity:errors.credentials",
    });

    const confirmed = await identity.confirmSignUp(token, { browser });
    expect(confirmed.pending).toBe(pending);
    expect(await identity.authenticate(confirmed.session.token)).toMatchObject({
      renewed: false,
      actor: {
        kind: "account",
        email,
        displayName: "Claire M.",
        grants: [],
        region: "84",
        stakeholder: "hospital",
      },
    });
    expect(await db().prisma.signUp.count({ where: { email } })).toBe(0);
    expect((await identity.signIn({ email: " CLAIRE@exemple.fr", password: PASSWORD })).accountId).toBe(
      confirmed.session.accountId,
    );
  });

  test("answers the same whether the address is known or not: one mail, no error, no row more for the known", async () => {
    const { email } = await member();
    const before = (await mailsTo(email)).length;
    await expect(identity.signUp(fields({ email }), visitor)).resolves.toMatch(/^[\w-]{43}$/);
    await expect(identity.signUp(fields({ email: "inconnue@exemple.fr" }), visitor)).resolves.toMatch(
      /^[\w-]{43}$/,
    );
    expect((await mailsTo(email)).length - before).toBe(1);
    expect(await mailsTo("inconnue@exemple.fr")).toHaveLength(1);
    const known = await mailTo(email);
    expect(known.subject).toBe("Vous avez déjà un compte");
    expect(known.links).toContain("http://localhost:3000/mot-de-passe-oublie");
    expect(known.text).not.toContain("jeton");
    expect(await db().prisma.signUp.count({ where: { email } })).toBe(0);
  });

  test("twenty clicks on the link at once make one account, and one session", async () => {
    const { email, token, browser } = await signUpLink();
    const { done, refused } = await settled(
      Array.from({ length: 20 }, () => identity.confirmSignUp(token, { browser })),
    );
    expect(done).toBe(1);
    expect(new Set(refused)).toEqual(new Set(["identity:errors.confirmLink"]));
    expect(await db().prisma.session.count({ where: { account: { email } } })).toBe(1);
  });

  test("two links for one address make one account, whichever comes first", async () => {
    const first = await signUpLink();
    const second = await signUpLink({ email: first.email });
    const { done } = await settled([first, second].map((one) => identity.confirmSignUp(one.token, one)));
    expect(done).toBe(1);
    expect(await db().prisma.account.count({ where: { email: first.email } })).toBe(1);
    expect(await db().prisma.signUp.count({ where: { email: first.email } })).toBe(0);
  });

  test("takes a link until its last millisecond, and not after", async () => {
    const inTime = await signUpLink();
    const late = await signUpLink();
    const until = async (email: string) =>
      (await db().prisma.signUp.findFirstOrThrow({ where: { email } })).expiresAt.getTime();
    vi.useFakeTimers({ toFake: ["Date"], now: (await until(inTime.email)) - 1 });
    await expect(identity.confirmSignUp(inTime.token, inTime)).resolves.toBeDefined();
    vi.setSystemTime(await until(late.email));
    await expect(identity.confirmSignUp(late.token, late)).rejects.toMatchObject({
      code: "invalid",
      reason: "identity:errors.confirmLink",
    });
  });

  test.each(["", "a", "a".repeat(43), "é".repeat(43), `${"a".repeat(42)}\0`, "a".repeat(100_000)])(
    "refuses a forged link",
    async (token) => {
      await expect(
        identity.confirmSignUp(token, { browser: token, password: PASSWORD }),
      ).rejects.toMatchObject({ code: "invalid" });
    },
  );

  test("refuses what the form would refuse, and keeps nothing", async () => {
    const before = await db().prisma.signUp.count();
    await expect(identity.signUp(fields({ password: "court" }), visitor)).rejects.toMatchObject({
      reason: "identity:errors.passwordWeak",
    });
    await expect(identity.signUp(fields({ region: "99" }), visitor)).rejects.toMatchObject({
      reason: "identity:errors.region",
    });
    expect(await db().prisma.signUp.count()).toBe(before);
  });

  test("writes in the reader's language", async () => {
    const input = fields();
    await identity.signUp(input, { ...visitor, locale: "en" });
    expect((await mailTo(input.email)).subject).toBe("Confirm your address");
  });
});

describe("a link that is followed in another browser", () => {
  const elsewhere = "b".repeat(43);

  test("needs the password that was chosen, and takes no other proof", async () => {
    const pending = "p".repeat(43);
    const { email, token, browser } = await signUpLink({ pending });
    expect(await identity.confirmationAsksPassword(token, browser)).toBe(false);
    for (const other of [null, "", elsewhere]) {
      expect(await identity.confirmationAsksPassword(token, other)).toBe(true);
      for (const password of [undefined, "", "Faux-mot-de-passe-1"]) {
        await expect(identity.confirmSignUp(token, { browser: other, password })).rejects.toMatchObject({
          code: "forbidden",
          reason: "identity:errors.signUpPassword",
        });
      }
    }
    expect(await db().prisma.account.count({ where: { email } })).toBe(0);
    expect((await identity.confirmSignUp(token, { browser: null, password: PASSWORD })).pending).toBe(
      pending,
    );
    expect(await identity.confirmationAsksPassword(token, null)).toBe(false);
  });

  test("gives no account to a stranger who signed up with somebody's address before they did", async () => {
    const stranger = await signUpLink({ password: "un chat noir dort sous mon lit" });
    const owner = await signUpLink({ email: stranger.email });
    await expect(
      identity.confirmSignUp(stranger.token, { browser: owner.browser, password: PASSWORD }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(identity.confirmSignUp(owner.token, owner)).resolves.toBeDefined();
    await expect(identity.confirmSignUp(stranger.token, stranger)).rejects.toMatchObject({ code: "invalid" });
    await expect(
      identity.signIn({ email: owner.email, password: "un chat noir dort sous mon lit" }),
    ).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("is forgotten by who did not ask for it, and by nobody who has not the link", async () => {
    const { email, token } = await signUpLink();
    await identity.deleteSignUp(elsewhere);
    await identity.deleteSignUp("x");
    expect(await db().prisma.signUp.count({ where: { email } })).toBe(1);
    await identity.deleteSignUp(token);
    expect(await db().prisma.signUp.count({ where: { email } })).toBe(0);
    await expect(identity.confirmSignUp(token, { browser: null, password: PASSWORD })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("one browser confirms whichever of its sign-ups; only the hash of its secret is kept", async () => {
    const first = await signUpLink();
    const again = await signUpLink({ email: first.email, browser: first.browser });
    expect(again.browser).toBe(first.browser);
    expect((await signUpLink({ browser: "faux" })).browser).toMatch(/^[\w-]{43}$/);
    expect(await db().prisma.signUp.count({ where: { browserHash: first.browser } })).toBe(0);
    await expect(identity.confirmSignUp(first.token, { browser: again.browser })).resolves.toBeDefined();
  });
});
