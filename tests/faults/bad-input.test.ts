import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillEmbedded } from "../bench/databases";
import { seedComments, seedConsultation, seedParticipants, seedSessions, SLUG } from "../bench/seed";
import { ROOT } from "../setup/run-typescript";
import { startServer, type TestServer } from "../setup/server";

let dataDir = "";
let server: TestServer;
let tokens: string[] = [];
let staff: string[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), "concertation-fuzz-"));
  await fillEmbedded(dataDir, async (run) => {
    await seedConsultation(run);
    await seedParticipants(run, 20);
    await seedComments(run, "item-5", 20);
    tokens = await seedSessions(run, 60);
    staff = await seedSessions(run, 10, "administrator");
  });
  server = await startServer({ dataDir, env: { DEMO: "0", LOG_LEVEL: "error" } });
}, 120_000);
afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const nasty = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "\u0000",
    "a\u0000b",
    "\ud800",
    "\udfff\ud800",
    "\u202eevil\u202c",
    "e\u0301".repeat(500),
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](data:text/html,x)",
    "' OR 1=1 --",
    "${7*7}",
    "../../etc/passwd",
    "x".repeat(6_000),
    "é".repeat(5_001),
    "2147483648",
    "-1",
    "1e309",
    "NaN",
    "0",
    "6",
    "5.5",
    "[object Object]",
    "__proto__",
    "null",
    "\r\n\r\nX: y",
    "%",
    "%00",
    "%ff",
    "🏥".repeat(2_600),
  ),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
);
const field = (...good: string[]) =>
  fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: nasty });

const pages = field(
  `/concertations/${SLUG}/item-5`,
  `/concertations/${SLUG}/item-1`,
  `/concertations/${SLUG}/item-5/commentaires/3`,
  "/inscription",
  "/inscription/confirmer",
  "/connexion",
  "/deconnexion",
  "/mot-de-passe-oublie",
  "/nouveau-mot-de-passe",
  "/compte",
  "/compte/mot-de-passe",
  "/compte/supprimer",
  "/compte/deconnexion-partout",
  "/gestion/pages/accessibilite",
  "/avis-non-enregistre",
  "/",
  `/concertations/${SLUG}`,
  `/concertations/${SLUG}/resultats`,
  `/api/v1/concertations/${SLUG}/resultats`,
  "/sante",
  "/nulle-part",
);
const fields = fc.record(
  {
    position: field("for", "mixed", "against"),
    stars: field("1", "5"),
    body: field("D’accord."),
    parentId: field("1", "2"),
    comment: field("1", "3"),
    commentId: field("1", "3"),
    id: field("1"),
    submission: field("6f1c2f0e-54a5-4c8e-8f35-1d2c3b4a5968"),
    intent: field("withdraw-position", "withdraw-stars", "reply", "edit", "withdraw", "profile", "delete"),
    support: field("1", "3"),
    unsupport: field("1", "3"),
    email: field("personne@exemple.fr"),
    password: field("Une-phrase-longue-2027!"),
    currentPassword: field("x"),
    displayName: field("Claire M."),
    region: field("84", "unknown"),
    stakeholder: field("citizen"),
    jeton: field("x"),
    suite: field("/", "//evil.example", "https://evil.example"),
  },
  { requiredKeys: [] },
);
const cookies = fc.oneof(
  fc.constant(undefined),
  fc.integer({ min: 0, max: 59 }).map((index) => () => `session=${tokens[index]}`),
  fc.integer({ min: 0, max: 9 }).map((index) => () => `session=${staff[index]}`),
  fc
    .constantFrom(
      "session=forged",
      `session=${"A".repeat(43)}`,
      "session=%00",
      "session=%",
      "avis=x; session=",
      "langue=xx; =; ;;",
    )
    .map((value) => () => value),
);

/** Short enough for a request line: Node itself refuses a longer one, and closes while the body is still being sent. */
const encodePath = (text: string) =>
  text.startsWith("/") ? text : `/${encodeURIComponent(text.slice(0, 500).toWellFormed())}`;

/** A form as a browser, or a hostile program, would send it. */
function encodeForm(
  values: Record<string, string | undefined>,
  kind: string,
): { body: string | FormData; type?: string } {
  const present = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  if (kind === "json") return { body: JSON.stringify(values), type: "application/json" };
  if (kind === "broken")
    return {
      body: `--x\r\nContent-Disposition: form-data; name="stars"\r\n`,
      type: "multipart/form-data; boundary=y",
    };
  if (kind === "untyped") return { body: "stars=5&stars=4&position", type: "" };
  if (kind === "raw")
    return {
      body: present.map(([name, value]) => `${name}=${value.replace(/[&=]/g, "")}`).join("&"),
      type: "application/x-www-form-urlencoded",
    };
  if (kind === "multipart") {
    const form = new FormData();
    for (const [name, value] of present) form.append(name, value);
    form.append("file", new Blob(["x"]), "x.txt");
    return { body: form };
  }
  return {
    body: new URLSearchParams(
      present.map(([name, value]): [string, string] => [name, value.toWellFormed()]),
    ).toString(),
    type: "application/x-www-form-urlencoded",
  };
}

test("no post of any form by anybody is answered 5xx", async () => {
  await fc.assert(
    fc.asyncProperty(
      pages,
      fields,
      cookies,
      fc.constantFrom("form", "form", "form", "multipart", "json", "broken", "untyped", "raw"),
      async (page, values, cookie, kind) => {
        const { body, type } = encodeForm(values, kind);
        const headers: Record<string, string> = { Origin: server.url };
        if (type !== undefined) headers["Content-Type"] = type;
        if (cookie) headers.Cookie = cookie();
        const answer = await fetch(server.url + encodePath(page), {
          method: "POST",
          redirect: "manual",
          headers,
          body,
        });
        const text = await answer.text();
        expect(answer.status, `${page} ${kind} ${JSON.stringify(values)}`).toBeLessThan(500);
        expect(text).not.toMatch(/\n\s+at .+:\d+:\d+/);
        const location = answer.headers.get("location");
        if (location) expect(new URL(location, server.url).origin).toBe(server.url);
      },
    ),
    { numRuns: 600 },
  );
}, 240_000);

test("no address, query or language is answered 5xx", async () => {
  const query = fc.dictionary(
    fc.constantFrom(
      "q",
      "page",
      "tri",
      "axe",
      "categorie",
      "canal",
      "mesure",
      "lang",
      "suite",
      "jeton",
      "sort",
    ),
    nasty,
    { maxKeys: 4 },
  );
  const path = fc.oneof(
    pages,
    fc.tuple(nasty, nasty).map(([slug, ref]) => `/concertations${encodePath(slug)}${encodePath(ref)}`),
    fc.constantFrom(
      `/concertations/${SLUG}/recherche`,
      `/concertations/${SLUG}/etapes`,
      `/concertations/${SLUG}/resultats/regions/99`,
      `/concertations/${SLUG}/resultats.csv`,
      "/%",
      "/%00",
      "/..%2f",
      "//evil.example",
    ),
  );
  await fc.assert(
    fc.asyncProperty(path, query, cookies, async (page, values, cookie) => {
      const search = new URLSearchParams(
        Object.entries(values).map(([name, value]): [string, string] => [name, value.toWellFormed()]),
      );
      const answer = await fetch(`${server.url}${encodePath(page)}?${search}`, {
        redirect: "manual",
        headers: { Cookie: cookie?.() ?? "" },
      });
      await answer.arrayBuffer();
      expect(answer.status, `${page}?${search}`).toBeLessThan(500);
    }),
    { numRuns: 400 },
  );
}, 240_000);

test.each([
  ["two slashes", "GET // HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"],
  ["a host that is none", "GET / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n"],
  [
    "an address of another host",
    "GET http://evil.example/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
  ],
  ["a method of its own", "BREW / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"],
  ["TRACE", "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"],
  ["bytes that are no text", "GET /\xff\xfe?q=\x80 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"],
])("%s on the bare wire is answered below 500, and the server goes on", async (_, request) => {
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = net.connect(server.port, "127.0.0.1", () => socket.write(request, "latin1"));
    let said = "";
    socket
      .setEncoding("latin1")
      .on("data", (text: string) => (said += text))
      .on("close", () => resolve(said))
      .on("error", reject);
  });
  expect(Number(answer.slice(9, 12))).toBeGreaterThanOrEqual(200);
  expect(Number(answer.slice(9, 12))).toBeLessThan(500);
  expect((await fetch(`${server.url}/sante`)).status).toBe(200);
});

test("a body past the limit is refused with the way out, in whatever pieces it comes", async () => {
  const address = `${server.url}/concertations/${SLUG}/item-5`;
  const headers = {
    Origin: server.url,
    "Content-Type": "application/x-www-form-urlencoded",
    Cookie: `session=${tokens[0]}`,
  };
  const large = `body=${"a".repeat(2_000_000)}`;
  const whole = await fetch(address, { method: "POST", headers, body: large });
  expect(whole.status).toBe(413);
  expect(await whole.text()).toContain("trop long");
  const pieces = new Blob([large]).stream();
  const inPieces: RequestInit & { duplex: "half" } = {
    method: "POST",
    headers,
    body: pieces,
    duplex: "half",
  };
  expect((await fetch(address, inPieces)).status).toBe(413);
});

test("after all that the counts are exact", async () => {
  expect(await server.stop()).toBe(0);
  const child = spawn(process.execPath, ["build/server/cli.js", "recount", SLUG], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", DATA_DIR: dataDir },
    stdio: "ignore",
  });
  const [code] = (await once(child, "close")) as [number | null];
  expect(code).toBe(0);
}, 60_000);
