import { once } from "node:events";
import net, { type AddressInfo } from "node:net";
import express from "express";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { contextOf } from "~/http/context.server";
import { shortWay, type Poster, type ShortWay } from "~/http/short-ways.server";
import { OPERATOR } from "~/modules/identity";
import { createStaff, signIn, signOut } from "~/modules/identity/index.server";
import { DomainError } from "~/platform/errors";
import { freshDatabase } from "../setup/database";
import { eventually } from "../setup/eventually";

const DAY = 86_400_000;
let session: { token: string; accountId: number };
let secret = "";
let url: string;
/** Requests whose head has come. */
let arrived = 0;
let close: () => void;
/** What the ways were given, and what reached the route behind them. */
let taken: { who: Poster; place: Record<string, string>; fields: string }[] = [];
let reached: number[] = [];
let outcome: () => string | null = () => null;

const way = (path: string, by: ShortWay["by"], limit: ShortWay["limit"], unless?: string[]): ShortWay => ({
  path,
  by,
  limit,
  ...(unless && { unless }),
  take(who, place, fields) {
    taken.push({ who, place: { ...place }, fields: fields.toString() });
    return Promise.resolve().then(outcome);
  },
});

beforeAll(async () => {
  await freshDatabase();
  const { password } = await createStaff(OPERATOR, {
    email: "modo@exemple.fr",
    roles: ["moderator"],
    consultationId: null,
  });
  session = await signIn({ email: "modo@exemple.fr", password: password ?? "" });
  secret = password ?? "";
  const app = express();
  app.use((_req, _res, next) => {
    arrived += 1;
    next();
  });
  for (const each of [
    way("/direct/:code", "device", "answer"),
    way("/avis/:ref", "account", "post", ["intent"]),
  ])
    app.post(each.path, shortWay(each));
  // The route behind counts as routes do, until it is too much.
  const route = async (req: express.Request, res: express.Response) => {
    const context = contextOf(req, res);
    const actor = await context.actor();
    await context.limit("post", actor.kind === "account" ? `account ${actor.id}` : context.ip);
    reached.push(1);
    res.status(200).end();
  };
  app.use((req, res, next) => void route(req, res).catch(next));
  const tooMany: express.ErrorRequestHandler = (_error, _req, res, _next) => res.status(429).end();
  app.use(tooMany);
  const server = app.listen(0);
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => server.close();
});
afterAll(() => close());
afterEach(() => {
  taken = [];
  reached = [];
  arrived = 0;
  outcome = () => null;
  vi.useRealTimers();
});

const post = (path: string, headers: Record<string, string> = {}, body = "stars=3") =>
  fetch(url + path, {
    method: "POST",
    redirect: "manual",
    headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
    body,
  });
const signedIn = () => ({ Cookie: `session=${session.token}` });

test("what is taken leads to where it shows, with the headers of a route's answer", async () => {
  outcome = () => "/avis/1?avis=enregistre#votre-avis";
  const answer = await post("/avis/1", signedIn(), "stars=3&stars=4");
  expect([answer.status, await answer.text()]).toEqual([303, ""]);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    location: "/avis/1?avis=enregistre#votre-avis",
    "cache-control": "private, no-cache",
    vary: "Cookie, Accept-Language, Accept-Encoding",
    "content-length": "0",
  });
  expect(taken).toMatchObject([
    {
      who: { actor: { id: session.accountId }, device: null },
      place: { ref: "1" },
      fields: "stars=3&stars=4",
    },
  ]);
  expect(reached).toEqual([]);
});

test("a session slides by what is posted past Remix as by any page", async () => {
  outcome = () => "/direct/ABC";
  expect((await post("/direct/ABC", signedIn())).headers.getSetCookie().join()).not.toMatch(/session=/);
  // why only Date: the server's own timers must go on.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 16 * DAY });
  const cookies = (await post("/direct/ABC", signedIn())).headers.getSetCookie();
  expect(cookies.find((cookie) => cookie.startsWith("session="))).toBe(
    `session=${session.token}; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax`,
  );
});

test("who signs out while what they post is on its way has not posted it", async () => {
  const { token } = await signIn({ email: "modo@exemple.fr", password: secret });
  const { port } = new URL(url);
  const socket = net.connect(Number(port), "127.0.0.1");
  let said = "";
  socket.setEncoding("utf8").on("data", (text: string) => (said += text));
  socket.write(
    `POST /avis/1 HTTP/1.1\r\nHost: localhost\r\nCookie: session=${token}\r\nContent-Length: 7\r\n` +
      "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n",
  );
  await eventually("its head has arrived", () => arrived > 0);
  await signOut(token);
  socket.write("stars=3");
  await once(socket, "close");
  expect(said).toContain("HTTP/1.1 200");
  expect(taken).toEqual([]);
  expect(reached).toHaveLength(1);
});

test("a device that has no name yet is given one; a session that has ended is taken away", async () => {
  outcome = () => "/direct/ABC";
  const cookies = (await post("/direct/ABC", { Cookie: "session=x" })).headers.getSetCookie();
  expect(cookies.map((cookie) => cookie.split("=")[0])).toEqual(["session", "appareil"]);
  expect(cookies[1]).toContain(String(taken[0]?.who.device));
});

test("who is not signed in, another kind of body, and what is refused go on to the route", async () => {
  expect((await post("/avis/1")).status).toBe(200);
  expect((await post("/avis/1", { ...signedIn(), "Content-Type": "text/plain" })).status).toBe(200);
  expect(taken).toEqual([]);
  expect((await post("/avis/1", signedIn())).status).toBe(200);
  outcome = () => {
    throw new DomainError("closed", "participation:errors.closed");
  };
  expect((await post("/avis/1", signedIn())).status).toBe(200);
  expect([taken.length, reached.length]).toEqual([2, 4]);
});

test("another form of the page goes on to the route, whatever else it holds", async () => {
  outcome = () => "/avis/1";
  expect((await post("/avis/1", signedIn(), "stars=3&intent=")).status).toBe(200);
  expect([taken.length, reached.length]).toEqual([0, 1]);
});

test("what was counted by the way is not counted again by the route", async () => {
  const statuses: number[] = [];
  for (let turn = 0; turn < 130; turn++) statuses.push((await post("/avis/1", signedIn())).status);
  // 120 a minute; a few were sent by the tests above.
  const passed = statuses.filter((status) => status === 200).length;
  expect(statuses.at(-1)).toBe(429);
  expect(passed).toBeGreaterThan(110);
});

test("a script that accepts JSON is sent no page", async () => {
  const json = { Accept: "application/json", "Accept-Language": "fr" };
  outcome = () => "/direct/ABC";
  expect((await post("/direct/ABC", json)).status).toBe(204);
  outcome = () => {
    throw new DomainError("not-found", "errors:page-not-found");
  };
  const refused = await post("/direct/ABC", json);
  expect([refused.status, Object.keys((await refused.json()) as object)]).toEqual([404, ["message"]]);
});
