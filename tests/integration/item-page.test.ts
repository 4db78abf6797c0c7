import { randomUUID } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import fc from "fast-check";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withLeft } from "~/http/remix/left.server";
import { dropRoadmaps } from "~/modules/consultation/index.server";
import { ANONYMOUS, type AccountActor, type Actor } from "~/modules/identity";
import { readPending, submitPending } from "~/modules/participation/index.server";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/index.server";
import * as item from "~/routes/concertations.$slug.$ref/route";
import * as comment from "~/routes/concertations.$slug.$ref_.commentaires.$id/route";
import { as } from "../setup/actors";
import { freshDatabase } from "../setup/database";
import {
  DAY,
  emptyDatabase,
  recountedTallies,
  seedAccount,
  seedConsultation,
  tallies,
} from "../setup/participation";

let claire: AccountActor;
let consultation: Awaited<ReturnType<typeof seedConsultation>>;
let cookies: Map<string, string>;
let counted: string[] = [];
let restore = () => {};

beforeAll(async () => void (await freshDatabase()));
beforeEach(async () => {
  await emptyDatabase();
  dropRoadmaps();
  cookies = new Map();
  consultation = await seedConsultation();
  claire = await seedAccount();
});
afterEach(() => restore());

/** What HTTP gives a route. why: the server around it has its own tests; here only who asks, and what is answered. */
function contextOf(actor: Actor, path: string): AppLoadContext {
  const none = () => {};
  return withLeft({
    requestId: "r",
    nonce: "n",
    locale: "fr",
    ip: "192.0.2.1",
    contact: "contact@exemple.fr",
    url: new URL(path, "http://localhost"),
    device: null,
    sessionToken: null,
    actorNow: async () => actor,
    actor: () => Promise.resolve(actor),
    startSession: none,
    endSession: none,
    limit: (kind, key) => Promise.resolve(void counted.push(`${kind} ${key}`)),
    cookie: (name) => cookies.get(name) ?? null,
    setCookie: (name, value) => void cookies.set(name, value),
    clearCookie: (name) => void cookies.delete(name),
  });
}

type Route = Pick<typeof item, "action" | "loader">;
interface Answer {
  status: number;
  location: string | null;
  body: unknown;
}

async function call(
  route: Route,
  method: "action" | "loader",
  actor: Actor,
  path: string,
  fields: [string, string][] = [],
): Promise<Answer> {
  const [, slug, ref, , id] = path.split(/[?#]/)[0]?.split("/").slice(1).map(decodeURIComponent) ?? [];
  const request = new Request(
    new URL(path, "http://localhost"),
    method === "action" ? { method: "POST", body: new URLSearchParams(fields) } : {},
  );
  const args = {
    request,
    params: { slug, ref, id },
    context: contextOf(actor, path),
  } as unknown as Parameters<Route["action"]>[0];
  const answer: unknown = await Promise.resolve(route[method](args)).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  if (answer instanceof Response)
    return { status: answer.status, location: answer.headers.get("Location"), body: null };
  const { init, data } = answer as { init?: { status?: number }; data?: unknown };
  return { status: init?.status ?? 200, location: null, body: data ?? answer };
}

const post = (actor: Actor, fields: Record<string, string>, path = "/concertations/essai/action-1") =>
  call(item, "action", actor, path, Object.entries(fields));
async function say(actor: Actor, body: string): Promise<string> {
  await post(actor, { body });
  return String((await db().prisma.comment.findFirstOrThrow({ where: { body } })).id);
}
const get = (actor: Actor, path = "/concertations/essai/action-1") => call(item, "loader", actor, path);

describe("the form of an item", () => {
  test("is answered, once it is kept, by a redirect to what was kept", async () => {
    expect(await post(claire, { position: "for", stars: "", body: "" })).toMatchObject({
      status: 303,
      location: "/concertations/essai/action-1?avis=enregistre#votre-avis",
    });
    const submission = randomUUID();
    const { location } = await post(claire, { body: "Oui", submission });
    expect(location).toBe(`/concertations/essai/action-1?avis=enregistre&envoi=${submission}#votre-avis`);
    expect((await get(claire, location as string)).body).toMatchObject({
      voice: { position: "for" },
      done: "saved",
      accepted: submission,
      figures: { participants: 1, comments: 1 },
    });
  });

  test("that says nothing, or something wrong, comes back with what was typed", async () => {
    expect(await post(claire, { position: "", body: " " })).toMatchObject({
      status: 400,
      body: { errors: { "": [{ reason: "participation:errors.nothing" }] } },
    });
    const body = "x".repeat(5001);
    expect(await post(claire, { stars: "9", body })).toMatchObject({
      status: 400,
      body: {
        errors: {
          stars: [{ reason: "participation:errors.stars" }],
          body: [{ reason: "participation:errors.too-long" }],
        },
        values: { stars: "9", body },
      },
    });
  });

  test("from somebody unknown is kept until they sign in", async () => {
    const answer = await post(ANONYMOUS, { stars: "4", body: "À garder" });
    expect(answer).toMatchObject({
      status: 303,
      location: "/connexion?suite=%2Fconcertations%2Fessai%2Faction-1%23votre-avis",
    });
    expect(await readPending(cookies.get("avis") as string)).toMatchObject({
      slug: "essai",
      ref: "action-1",
      stars: 4,
      body: "À garder",
    });
  });

  test("too late gives the text back, whoever sends it", async () => {
    restore = setClock(() => Date.now() + 2 * DAY);
    for (const actor of [claire, ANONYMOUS]) {
      expect(await post(actor, { position: "mixed", body: "Trop tard" })).toMatchObject({
        status: 409,
        body: {
          errors: { "": [{ reason: "participation:errors.closed" }] },
          values: { position: "mixed", body: "Trop tard" },
        },
      });
    }
    expect(cookies.size).toBe(0);
    expect((await get(claire)).body).toMatchObject({
      phase: "closed",
      parts: { position: false, stars: false, comment: false },
    });
  });

  test("takes a vote back, and keeps a comment that was being typed", async () => {
    await post(claire, { position: "for", stars: "4" });
    expect(await post(claire, { intent: "withdraw-stars" })).toMatchObject({
      status: 303,
      location: "/concertations/essai/action-1?avis=retire#votre-avis",
    });
    expect(await post(claire, { intent: "withdraw-position", body: "Pas fini" })).toMatchObject({
      status: 200,
      body: { done: "withdrawn", values: { body: "Pas fini" } },
    });
    expect((await get(claire)).body).toMatchObject({ voice: { position: null, stars: null } });
  });
});

test("a comment is supported from the page where it is read", async () => {
  const ahmed = await seedAccount();
  const id = await say(claire, "Soutenez-moi");
  const path = "/concertations/essai/action-1?tri=soutenus&page=1&avis=enregistre";
  expect(await post(ahmed, { support: id }, path)).toMatchObject({
    status: 303,
    location: `/concertations/essai/action-1?tri=soutenus&page=1#commentaire-${id}`,
  });
  expect((await get(ahmed, path)).body).toMatchObject({
    comments: { sort: "soutenus", threads: [{ supports: 1, supported: true, supportable: true }] },
  });
  expect((await post(ANONYMOUS, { unsupport: id }, path)).location).toMatch(/^\/connexion\?suite=/);
  expect(await readPending(cookies.get("avis") as string)).toMatchObject({
    kind: "unsupport",
    commentId: Number(id),
    back: `/concertations/essai/action-1?tri=soutenus&page=1#commentaire-${id}`,
  });
  expect(await post(claire, { support: id })).toMatchObject({ status: 403 });
});

test("a pressed button never takes the place of a text that waits", async () => {
  const id = await say(claire, "Soutenez-moi");
  await post(ANONYMOUS, { body: "Mon texte" });
  expect((await post(ANONYMOUS, { support: id })).location).toMatch(/^\/connexion\?suite=/);
  expect(await readPending(cookies.get("avis") as string)).toMatchObject({
    kind: "opinion",
    body: "Mon texte",
  });
});

describe("signed out meanwhile", () => {
  const on = (id: string, fields: Record<string, string>) =>
    call(
      comment as unknown as Route,
      "action",
      ANONYMOUS,
      `/concertations/essai/action-1/commentaires/${id}`,
      Object.entries(fields),
    );

  test("a reply and a change of a comment are kept", async () => {
    const id = await say(claire, "Avant");
    expect(await on(id, { intent: "edit", body: "Après" })).toMatchObject({
      status: 303,
      location: `/connexion?suite=${encodeURIComponent(`/concertations/essai/action-1/commentaires/${id}`)}`,
    });
    expect(await readPending(cookies.get("avis") as string)).toMatchObject({
      kind: "edit",
      commentId: Number(id),
      body: "Après",
    });
    await on(id, { intent: "reply", body: "Réponse" });
    expect(await readPending(cookies.get("avis") as string)).toMatchObject({
      kind: "reply",
      parentId: Number(id),
      body: "Réponse",
    });
  });

  test("taking a vote back waits until they have signed in", async () => {
    await post(claire, { position: "for", stars: "4" });
    expect(await post(ANONYMOUS, { intent: "withdraw-stars" })).toMatchObject({
      status: 303,
      location: "/connexion?suite=%2Fconcertations%2Fessai%2Faction-1%23votre-avis",
    });
    expect(await submitPending(claire, cookies.get("avis") as string)).toEqual({
      location: "/concertations/essai/action-1?avis=retire#votre-avis",
      saved: true,
    });
    expect((await get(claire)).body).toMatchObject({ voice: { position: "for", stars: null } });
  });

  test("what was being typed stays when a vote is taken back", async () => {
    expect(await post(ANONYMOUS, { intent: "withdraw-stars", body: "Pas fini" })).toMatchObject({
      status: 401,
      body: {
        errors: { "": [{ reason: "participation:errors.sign-in-to-withdraw" }] },
        values: { body: "Pas fini" },
      },
    });
  });
});

test("every form that is sent counts once, whatever it asks for", async () => {
  const id = await say(claire, "Compté");
  const onItem: Record<string, string>[] = [
    { stars: "4" },
    { intent: "withdraw-stars" },
    { body: "x".repeat(5001) },
    { support: id },
  ];
  const onComment: Record<string, string>[] = [
    { intent: "reply", body: "R" },
    { intent: "edit", body: "E" },
    { unsupport: id },
    { intent: "?" },
    { intent: "withdraw" },
  ];
  const posts = [
    ...onItem.map((fields) => ({ route: item as Route, below: "", fields })),
    ...onComment.map((fields) => ({
      route: comment as unknown as Route,
      below: `/commentaires/${id}`,
      fields,
    })),
  ];
  for (const { route, below, fields } of posts) {
    counted = [];
    await call(route, "action", claire, `/concertations/essai/action-1${below}`, Object.entries(fields));
    expect(counted, JSON.stringify(fields)).toEqual([`post account ${claire.id}`]);
  }
});

test("figures stay away from an item's page until the closing, where it was set so", async () => {
  await post(claire, { stars: "5" });
  await db().prisma.consultation.updateMany({ data: { resultsShown: "after" } });
  dropRoadmaps();
  expect((await get(claire)).body).toMatchObject({ figures: null });
  expect((await get(as(claire, "moderator"))).body).toMatchObject({ figures: { participants: 1 } });
});

test(
  "whatever is sent, the answer is no fault of ours, and counts stay exact",
  { timeout: 90_000 },
  async () => {
    await post(claire, { body: "Un commentaire" });
    const known = await db().prisma.comment.findFirstOrThrow();
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(
        "",
        "for",
        "5",
        "\0",
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "\u202e",
        "1".repeat(30),
        String(known.id),
        "-1",
        "NaN",
      ),
    );
    const name = fc.oneof(
      fc.constantFrom(
        "position",
        "stars",
        "body",
        "parentId",
        "submission",
        "intent",
        "support",
        "unsupport",
      ),
      text,
    );
    const intent = fc.constantFrom("reply", "edit", "withdraw", "withdraw-position", "withdraw-stars", "?");
    const fields = fc.array(fc.oneof(fc.tuple(name, text), fc.tuple(fc.constant("intent"), intent)), {
      maxLength: 6,
    });
    const segment = fc.oneof(
      { weight: 4, arbitrary: fc.constant("action-1") },
      text.map((part) => encodeURIComponent(part.toWellFormed()) || "-"),
    );
    const number = fc.oneof(
      fc.constant(String(known.id)),
      fc.constantFrom("0", "-1", "99999999999", "a", "1e3"),
    );
    await fc.assert(
      fc.asyncProperty(
        fields,
        segment,
        number,
        fc.boolean(),
        fc.boolean(),
        async (sent, ref, id, signedIn, onComment) => {
          const actor = signedIn ? claire : ANONYMOUS;
          const path = `/concertations/essai/${ref}${onComment ? `/commentaires/${id}` : ""}`;
          const route = onComment ? (comment as unknown as Route) : item;
          const wellFormed = sent.map(([key, value]): [string, string] => [
            key.toWellFormed(),
            value.toWellFormed(),
          ]);
          expect((await call(route, "action", actor, path, wellFormed)).status).toBeLessThan(500);
          expect((await call(route, "loader", actor, path)).status).toBeLessThan(500);
        },
      ),
      { numRuns: 150 },
    );
    expect(await tallies()).toEqual(await recountedTallies());
    expect(consultation.id).toBeGreaterThan(0);
  },
);
