import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fillEmbedded } from "../bench/databases";
import { eventually } from "../setup/eventually";
import { startMailServer, type MailServer } from "../setup/mail-server";
import { startServer } from "../setup/server";

let dataDir = "";
let mail: MailServer;

beforeEach(() => void (dataDir = mkdtempSync(path.join(os.tmpdir(), "concertation-mail-"))));
afterEach(async () => {
  await mail.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const ADMIN = { email: "administration@exemple.fr", password: "Une-phrase-de-passe-2027!" };
const start = () =>
  startServer({
    dataDir,
    env: { DEMO: "0", SMTP_URL: mail.url, ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password },
  });

const post = (url: string, address: string, fields: Record<string, string>, session = "") =>
  fetch(url + address, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: url, Cookie: session },
    body: new URLSearchParams(fields),
  });

async function signUp(url: string, email: string): Promise<void> {
  const answer = await post(url, "/inscription", { email, password: ADMIN.password });
  expect([email, answer.status, answer.headers.get("location")]).toEqual([
    email,
    303,
    "/inscription?envoye=1",
  ]);
}

const someone = (what: string, index: number) => `${what}-${index}@exemple.fr`;
const addresses = (what: string, n: number) => Array.from({ length: n }, (_, index) => someone(what, index));
const idsOf = (to: string) =>
  new Set(mail.arrived.filter((message) => message.to === to).map(({ messageId }) => messageId));

test("a mail server that refuses and a process that is killed lose no mail, and each has one Message-ID", async () => {
  mail = await startMailServer();
  const [refused, unanswered] = [addresses("refuse", 4), addresses("sans-reponse", 2)];
  let server = await start();
  for (const email of refused) await signUp(server.url, email);
  await eventually("each is refused", () => mail.refusals() >= refused.length);
  expect(mail.taken).toEqual([]);

  // Killed after it has sent them and before it knows: they come twice, as one message.
  mail.behave("hangs");
  for (const email of unanswered) await signUp(server.url, email);
  await eventually("they arrive, and wait for an answer", () =>
    unanswered.every((email) => idsOf(email).size > 0),
  );
  // Killed before anything was sent: the answer came from the commit alone.
  mail.behave("refuses");
  const killed = "tuee@exemple.fr";
  await signUp(server.url, killed);
  await server.stop("SIGKILL");
  expect(mail.taken).toEqual([]);

  // The lease of whoever was killed ends: half a minute, without waiting for it.
  await fillEmbedded(
    dataDir,
    async (run) => void (await run("UPDATE job SET locked_until = now() WHERE locked_until > now()")),
  );
  mail.behave("takes");
  server = await start();
  const all = [...refused, ...unanswered, killed];
  await eventually(
    "every mail is taken",
    () => all.every((to) => mail.taken.some((one) => one.to === to)),
    90_000,
    50,
  );
  expect(await server.stop()).toBe(0);
  for (const to of all) {
    expect([to, idsOf(to).size]).toEqual([to, 1]);
    expect([to, mail.taken.filter((one) => one.to === to).length]).toEqual([to, 1]);
  }
  expect(new Set(mail.taken.map(({ messageId }) => messageId)).size).toBe(all.length);
}, 240_000);

test("what a mail server will never take is kept for an administrator, who has it tried again", async () => {
  mail = await startMailServer({ refused: 550 });
  const server = await start();
  const page = async (address: string, session: string) => {
    const answer = await fetch(server.url + address, { redirect: "manual", headers: { Cookie: session } });
    return { status: answer.status, html: (await answer.text()).replaceAll("&nbsp;", " ") };
  };
  await signUp(server.url, "inconnue@exemple.fr");
  await eventually("it is refused", () => mail.refusals() > 0);
  const signedIn = await post(server.url, "/connexion", ADMIN);
  const session = /^session=[^;]+/.exec(signedIn.headers.getSetCookie().join())?.[0] ?? "";

  await eventually("it is given up", async () =>
    (await page("/gestion", session)).html.includes("/gestion/taches"),
  );
  const { html } = await page("/gestion/taches", session);
  expect(html).toContain("Courriel");
  expect(html).toContain("550");
  expect(html).not.toContain("inconnue@");
  const job = /name="job" value="(\d+)"/.exec(html)?.[1] ?? "";

  // Nobody else sees it or has it tried again.
  expect((await page("/gestion/taches", "")).status).toBe(303);
  expect((await post(server.url, "/gestion/taches", { job })).status).toBe(303);
  expect((await post(server.url, "/gestion/taches", { job: "x" }, session)).status).toBe(400);
  expect(mail.refusals()).toBe(1);

  mail.behave("takes");
  const again = await post(server.url, "/gestion/taches", { job }, session);
  expect(again.headers.get("location")).toBe("/gestion/taches?relancees=1");
  await eventually("it is taken", () => mail.taken.some(({ to }) => to === "inconnue@exemple.fr"));
  await eventually(
    "nothing is left",
    async () => !(await page("/gestion", session)).html.includes("/gestion/taches"),
  );
  expect(await server.stop()).toBe(0);
}, 120_000);
