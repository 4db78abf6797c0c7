import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createApp, type AppOptions } from "~/http/app.server";
import { fieldsOf } from "~/http/forms.server";
import type { ShortWay } from "~/http/short-ways.server";
import { closeFeeds } from "~/http/stream.server";
import { newPasswordSchema } from "~/modules/identity";
import { ensureAdministrator, deleteExpired } from "~/modules/identity/index.server";
import { anonymiseRespondents, closePolls, POSTS_TOGETHER, takePosts } from "~/modules/polls/index.server";
import {
  deleteExpiredPending,
  anonymisePast,
  OPINIONS_TOGETHER,
  takeOpinions,
} from "~/modules/participation/index.server";
import { config, ConfigError } from "~/platform/config.server";
import { db, openDatabase, setDatabase } from "~/platform/db/index.server";
import { migrate } from "~/platform/db/migrate.server";
import { recurring } from "~/platform/jobs/index.server";
import { startJobs } from "~/platform/jobs/worker.server";
import { linedUp } from "~/platform/line.server";
import { log } from "~/platform/log.server";
import "~/words";
import { loadDemonstration } from "./demo.server";

const HOUR = 3_600_000;

/** Milliseconds that requests under way have to finish once the server is told to stop. */
const GRACE = 8_000;

/** Connections that may wait to be accepted: a hall answers at once, and one that is turned away tries again a second later. */
const MOST_AT_THE_DOOR = 4_096;

/** Opinions of one consultation stand in one line, and so do posts of one room, before their module is entered. */
const takeOpinion = linedUp(takeOpinions, OPINIONS_TOGETHER);
const takePost = linedUp(takePosts, POSTS_TOGETHER);

/** What people post by the thousand within a minute. `http` knows no module but identity: it is handed the functions. */
const shortWays: readonly ShortWay[] = [
  {
    path: "/direct/:code",
    by: "device",
    limit: "answer",
    async take(who, { code = "" }, fields) {
      await takePost(code, { who, fields });
      return `/direct/${encodeURIComponent(code)}`;
    },
  },
  {
    path: "/concertations/:slug/:ref",
    by: "account",
    limit: "post",
    unless: ["intent", "support", "unsupport"],
    take: ({ actor }, { slug = "", ref = "" }, fields) =>
      takeOpinion(slug, { actor, ref, fields: fieldsOf(fields) }),
  },
];

/** Opens the database that another process has prepared. */
export async function openForServing(): Promise<void> {
  const { DATABASE_URL, DATA_DIR } = config();
  setDatabase(await openDatabase({ databaseUrl: DATABASE_URL, dataDir: DATA_DIR }));
}

/** Opens the database, and brings it to where the server needs it: migrated, with an administrator, perhaps the demonstration. */
export async function prepareDatabase(): Promise<void> {
  const { DEMO, ADMIN_EMAIL, ADMIN_PASSWORD } = config();
  if (ADMIN_PASSWORD !== undefined && !newPasswordSchema.safeParse(ADMIN_PASSWORD).success) {
    throw new ConfigError(
      "ADMIN_PASSWORD: must have 12 characters of four sorts (a, A, 1, !), 14 of three sorts, or 7 different words",
    );
  }
  await openForServing();
  await migrate(db());
  const made = await ensureAdministrator({ email: ADMIN_EMAIL, password: ADMIN_PASSWORD });
  if (made?.password) {
    say(`Administrator: ${made.email}  password: ${made.password}  (shown once)`);
  }
  if (DEMO && (await loadDemonstration()))
    say("An empty database: loaded the demonstration (DEMO=0 starts without).");
}

/** Listens, and stops in good order on SIGTERM or SIGINT. */
export async function listen(options: AppOptions): Promise<Server> {
  const { PORT, HOST } = config();
  const server = createServer(createApp({ ...options, shortWays }));
  // Longer than a proxy's own idle time, so that it never sends on a connection that is being closed.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port: PORT, host: HOST, backlog: MOST_AT_THE_DOOR }, resolve);
  });
  recurring("expire", HOUR, expire);
  const stopJobs = startJobs();
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => void stop(server, signal, stopJobs));
  return server;
}

/** What no longer works, and people whose period of retention has passed. */
async function expire(): Promise<void> {
  const { RETENTION_MONTHS } = config();
  await Promise.all([deleteExpired(), deleteExpiredPending()]);
  if (RETENTION_MONTHS === undefined) return;
  const past = {
    ...(await anonymisePast(RETENTION_MONTHS)),
    respondents: await anonymiseRespondents(RETENTION_MONTHS),
  };
  if (past.participants + past.accounts + past.respondents > 0)
    log().info(past, "anonymised: the period of retention has passed");
}

/** The address to print: what a person types. */
export function addressOf(server: Server): string {
  const { PUBLIC_URL, HOST } = config();
  const { port } = server.address() as AddressInfo;
  return PUBLIC_URL ?? `http://${HOST === "0.0.0.0" || HOST === "::" ? "localhost" : HOST}:${port}`;
}

async function stop(server: Server, signal: string, stopJobs: () => Promise<void>): Promise<void> {
  log().info({ signal }, "stopping");
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  closeFeeds();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), GRACE);
  await closed;
  clearTimeout(timer);
  await Promise.all([closePolls(), inTime(stopJobs())]);
  await db().close();
  log().info("stopped");
  process.exit(0);
}

/** Waits no longer than a process that is told to stop may: a mail under way is sent again by the next one, as the same message. */
const inTime = (work: Promise<void>): Promise<unknown> =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, GRACE).unref())]);

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
