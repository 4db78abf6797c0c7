import { beforeAll, expect, test } from "vitest";
import { openSession, PENDING_COOKIE } from "~/http/open-session.server";
import { OPERATOR, type AccountActor } from "~/modules/identity";
import { createStaff, signIn, signOut, type SessionTicket } from "~/modules/identity/index.server";
import { freshDatabase } from "../setup/database";

let session: SessionTicket;
beforeAll(async () => {
  await freshDatabase();
  const { password } = await createStaff(OPERATOR, {
    email: "modo@exemple.fr",
    roles: ["moderator"],
    consultationId: null,
  });
  session = await signIn({ email: "modo@exemple.fr", password: password ?? "" });
});

/** A browser that holds these cookies, and an opinion desk that knows these secrets. */
function browser(
  cookies: Record<string, string>,
  desk: Record<string, { location: string; saved: boolean }> = {},
) {
  const jar = new Map(Object.entries(cookies));
  const asked: string[] = [];
  const context = {
    startSession: ({ token }: { token: string }) => void jar.set("session", token),
    cookie: (name: string) => jar.get(name) ?? null,
    setCookie: (name: string, value: string) => void jar.set(name, value),
    clearCookie: (name: string) => void jar.delete(name),
  };
  const submit = async (actor: AccountActor, token: string) => {
    expect(actor.email).toBe("modo@exemple.fr");
    asked.push(token);
    return desk[token] ?? null;
  };
  const open = async (pending?: string) => {
    const answer = await openSession(context, session, { next: "/compte", submit, pending: pending ?? null });
    return {
      status: answer.status,
      location: answer.headers.get("Location"),
      cookies: Object.fromEntries(jar),
      asked,
    };
  };
  return { open };
}
const saved = { location: "/concertations/a/1?avis=enregistre#votre-avis", saved: true };
const refused = { location: "/avis-non-enregistre", saved: false };

test("without an opinion that waits, leads to where one was going", async () => {
  expect(await browser({}).open()).toEqual({
    status: 303,
    location: "/compte",
    cookies: { session: session.token },
    asked: [],
  });
});

test("gives the opinion that this browser kept, and drops it", async () => {
  expect(await browser({ [PENDING_COOKIE]: "one" }, { one: saved }).open()).toMatchObject({
    location: saved.location,
    cookies: { session: session.token },
    asked: ["one"],
  });
});

test("gives the opinion that was kept with the sign-up, once, on whatever device", async () => {
  expect(await browser({}, { one: saved }).open("one")).toMatchObject({
    location: saved.location,
    asked: ["one"],
  });
  expect((await browser({ [PENDING_COOKIE]: "one" }, { one: saved }).open("one")).asked).toEqual(["one"]);
});

test("keeps a refused opinion at hand, and shows it before any other", async () => {
  const opened = await browser({ [PENDING_COOKIE]: "two" }, { one: refused, two: saved }).open("one");
  expect(opened).toMatchObject({
    location: refused.location,
    cookies: { [PENDING_COOKIE]: "one" },
    asked: ["one", "two"],
  });
});

test("drops a secret behind which nothing is kept any more", async () => {
  expect(await browser({ [PENDING_COOKIE]: "gone" }).open()).toMatchObject({
    location: "/compte",
    cookies: { session: session.token },
  });
});

test("gives nothing in the name of a session that ended meanwhile", async () => {
  await signOut(session.token);
  const opened = await browser({ [PENDING_COOKIE]: "one" }, { one: saved }).open();
  expect(opened).toMatchObject({ location: "/compte", asked: [], cookies: { [PENDING_COOKIE]: "one" } });
});
