import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { contextOf } from "~/http/context.server";
import { askGuards } from "~/http/guards.server";
import { withLeft } from "~/http/remix/left.server";
import { closeFeeds, serveFeed } from "~/http/stream.server";
import { OPERATOR, type AccountActor } from "~/modules/identity";
import * as identity from "~/modules/identity/index.server";
import { closePolls } from "~/modules/polls/index.server";
import { leave } from "~/modules/participation/index.server";
import { db } from "~/platform/db/index.server";
import { loader } from "~/routes/direct.$code_.flux";
import { freshDatabase } from "../setup/database";
import { EventStream } from "../setup/event-stream";
import { member } from "../setup/members";
import { emptyDatabase, seedConsultation } from "../setup/participation";
import { CODE, SCREEN_KEY, seedPoll } from "../setup/polls";

const QUESTIONS = [{ ref: "note", kind: "scale", title: "Et la suite ?" }];
let server: Server;
let consultationId: number;
const streams: EventStream[] = [];

/** The stream's route behind Express, as the server has it. */
async function serve(): Promise<void> {
  const app = express();
  app.get("/direct/:code/flux", async (req, res) => {
    res.locals.requestId = res.locals.nonce = "test";
    const context = withLeft(contextOf(req, res));
    const request = new Request(context.url);
    try {
      await loader({ request, params: req.params, context });
    } catch (refused) {
      return void res.status((refused as Response).status).end();
    }
    if (context.feed) await serveFeed(req, res, context.feed);
  });
  server = createServer(app).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
}

beforeAll(async () => {
  await freshDatabase();
  await serve();
});
beforeEach(async () => {
  for (const stream of streams.splice(0)) stream.close();
  closeFeeds();
  await closePolls();
  await emptyDatabase();
  const consultation = await seedConsultation();
  consultationId = consultation.id;
  await seedPoll(consultation, QUESTIONS);
});
afterAll(async () => {
  for (const stream of streams) stream.close();
  closeFeeds();
  await closePolls();
  server.closeAllConnections();
  server.close();
});

/** A screen that follows the poll, and does not come back when it is let go. */
async function follow(query: string, token = ""): Promise<EventStream> {
  const stream = new EventStream({
    port: () => (server.address() as AddressInfo).port,
    path: `/direct/${CODE}/flux?${query}`,
    headers: token ? { Cookie: `session=${token}` } : {},
  });
  streams.push(stream);
  await vi.waitFor(() => expect(stream.version >= 0 || stream.cuts > 0).toBe(true), 10_000);
  return stream;
}

async function organiser(role = "organiser") {
  const { email, session } = await member();
  await identity.createStaff(OPERATOR, { email, roles: [role], consultationId });
  const actor = (await identity.authenticate(session.token))?.actor as AccountActor;
  return { email, actor, token: session.token };
}

const ended = (stream: EventStream) => vi.waitFor(() => expect(stream.cuts).toBe(1), 10_000);
const goesOn = (stream: EventStream) => expect(stream.cuts).toBe(0);

describe("a console's stream ends at once", () => {
  const ends: Record<string, (who: Awaited<ReturnType<typeof organiser>>) => Promise<unknown>> = {
    "when the role is taken away": ({ email }) => identity.revokeStaff(OPERATOR, { email }),
    "at sign-out": ({ token }) => identity.signOut(token),
    "at sign-out everywhere, from another device": ({ actor }) => identity.signOutEverywhere(actor),
    "with the account": ({ actor }) => leave(actor),
  };
  test.each(Object.entries(ends))("%s, and nobody else's", async (_when, end) => {
    const [who, other] = [await organiser(), await organiser()];
    const [theirs, others, projector, phone] = [
      await follow("vue=console", who.token),
      await follow("vue=console", other.token),
      await follow("vue=screen", who.token),
      await follow("vue=phone", who.token),
    ];
    await end(who);
    await ended(theirs);
    await ended(projector);
    goesOn(others);
    goesOn(phone);
    expect((await follow("vue=console", who.token)).status).toBe(403);
  });

  test("also while it waits for news by asking again and again", async () => {
    const { email, token } = await organiser();
    const known = (await follow("vue=console", token)).id;
    const port = (server.address() as AddressInfo).port;
    const waiting = fetch(`http://127.0.0.1:${port}/direct/${CODE}/flux?vue=console&attendre=${known}`, {
      headers: { Cookie: `session=${token}` },
    });
    const begun = performance.now();
    await identity.revokeStaff(OPERATOR, { email });
    // Refused when it came after, let go with nothing when it came before.
    expect([204, 403]).toContain((await waiting).status);
    // With nothing to tell, it would have been held for twenty-five seconds.
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});

test("a projector's stream ends at the next heartbeat after its key was renewed", async () => {
  const projector = await follow(`vue=screen&cle=${SCREEN_KEY}`);
  askGuards();
  await db().prisma.poll.updateMany({ data: { screenKey: "another" } });
  goesOn(projector);
  askGuards();
  await ended(projector);
  expect((await follow(`vue=screen&cle=${SCREEN_KEY}`)).status).toBe(403);
});

test("a poll is followed by organisers of its consultation, and by no other staff", async () => {
  const moderator = await organiser("moderator");
  expect((await follow("vue=console", moderator.token)).status).toBe(403);
  const elsewhere = await seedConsultation({ slug: "ailleurs" });
  const { email, session } = await member();
  await identity.createStaff(OPERATOR, { email, roles: ["organiser"], consultationId: elsewhere.id });
  expect((await follow("vue=console", session.token)).status).toBe(403);
  expect((await follow("vue=console")).status).toBe(403);
});
