import { startServer } from "./server";

/** Playwright's global setup: one built server, embedded, with the demonstration in it, for all files. */
export default async function setup() {
  const server = await startServer({ env: { ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password, LOG_LEVEL: "warn" } });
  // The workers inherit the environment: that is how they learn where the server is.
  process.env.E2E_URL = server.url;
  process.env.E2E_DATA_DIR = server.dataDir;
  return async () => {
    const status = await server.stop();
    if (status !== 0) throw new Error(`The server ended with exit ${status}:\n${server.output()}`);
  };
}

/** The first administrator of the server under test. */
export const ADMIN = { email: "administration@exemple.fr", password: "Une-phrase-de-passe-2027!" };
