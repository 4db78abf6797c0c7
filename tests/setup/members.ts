import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, vi } from "vitest";
import type { SignUpFields } from "~/modules/identity";
import * as identity from "~/modules/identity/index.server";
import { setClock } from "~/platform/clock";
import { performDue } from "~/platform/jobs/worker.server";
import { allMail, lastMail } from "./mail";

// People with accounts, and their mail, for the tests of identity: importing this prepares the file's clock and outbox.

export const dataDir = mkdtempSync(path.join(os.tmpdir(), "concertation-identity-"));
export const visitor: identity.Visitor = { origin: "http://localhost:3000", locale: "fr" };
export const PASSWORD = "Éléphant-rose-42";
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

// Not stubEnv, which is undone before the first test.
process.env.DATA_DIR = dataDir;
afterEach(() => void vi.useRealTimers());
afterAll(() => rmSync(dataDir, { recursive: true }));

/** From here on, it is so much later, for us and for Lucia, which reads the system's clock. */
export function wait(milliseconds: number): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + milliseconds });
}
setClock(() => Date.now());

/** The newest mail to this address, once what was promised is sent. */
export async function mailTo(email: string, options?: Parameters<typeof lastMail>[2]) {
  await performDue();
  return lastMail(dataDir, email, options);
}
/** All of them, oldest first. */
export async function mailsTo(email: string) {
  await performDue();
  return allMail(dataDir).filter(({ to }) => to === email);
}

let people = 0;
export const fields = (more: Partial<SignUpFields> = {}): SignUpFields => ({
  email: `personne${++people}@exemple.fr`,
  password: PASSWORD,
  displayName: null,
  region: "unknown",
  stakeholder: "unknown",
  ...more,
});

/** The secret in a mailed link. */
export const tokenIn = (link: string | undefined): string =>
  new URL(link ?? "").searchParams.get("jeton") ?? "";

/** Somebody signs up: their link, and the secret of the browser that they did it with. */
export async function signUpLink(more: Partial<identity.SignUpInput> = {}) {
  const input = { ...fields(more), pending: more.pending ?? null, browser: more.browser ?? null };
  const browser = await identity.signUp(input, visitor);
  const { links } = await mailTo(input.email);
  return {
    email: input.email,
    token: tokenIn(links.find((link) => link.includes("/inscription/confirmer"))),
    browser,
  };
}

/** Somebody with an account and a session. */
export async function member(more: Partial<SignUpFields> = {}) {
  const { email, token, browser } = await signUpLink(more);
  const { session } = await identity.confirmSignUp(token, { browser });
  const found = await identity.authenticate(session.token);
  if (!found) throw new Error("the new session opens nothing");
  return { email, session, actor: found.actor };
}

/** How many of these calls were done, and why the others were refused. */
export async function settled(calls: Promise<unknown>[]) {
  const results = await Promise.allSettled(calls);
  return {
    done: results.filter(({ status }) => status === "fulfilled").length,
    refused: results.flatMap((result) =>
      result.status === "rejected" ? [(result.reason as { reason?: string }).reason] : [],
    ),
  };
}
