import { startServer } from "./server";

/** Playwright's global setup: one built server, embedded, with the demonstration in it, for all files. */
export default async function setup() {
  const server = await startServer({
    env: { ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password, LOG_LEVEL: "warn" },
  });
  // The workers inherit the environment: that is how they learn where the server is.
  process.env.E2E_URL = server.url;
  process.env.E2E_DATA_DIR = server.dataDir;
  process.env.E2E_ADMIN_SESSION = await sessionOf(server.url);
  return async () => {
    const status = await server.stop();
    if (status !== 0) throw new Error(`The server ended with exit ${status}:\n${server.output()}`);
  };
}

/** Signs the administrator in, once for all tests: the limit on signing in holds for them too. @returns the cookie's value */
async function sessionOf(url: string): Promise<string> {
  const answer = await fetch(`${url}/connexion`, {
    method: "POST",
    body: new URLSearchParams(ADMIN),
    redirect: "manual",
  });
  const session = answer.headers
    .getSetCookie()
    .map((cookie) => /^session=([^;]+)/.exec(cookie)?.[1])
    .find(Boolean);
  if (!session) throw new Error(`The administrator cannot sign in: ${answer.status}`);
  return session;
}

/** The first administrator of the server under test. */
export const ADMIN = { email: "administration@exemple.fr", password: "Une-phrase-de-passe-2027!" };
