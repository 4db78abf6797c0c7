import http from "node:http";
import type { AddressInfo } from "node:net";
import { startServer } from "../setup/server";
import { durablePostgres } from "./databases";
import { load, measured } from "./load";
import { cpuSeconds } from "./processes";
import { printTable, type Row } from "./report";
import { seedComments, seedConsultation, seedParticipants, seedRatings, seedSessions, SLUG } from "./seed";
import { httpRequest } from "./wire";

const CONNECTIONS = 16;
/** As the README advises for two cores. */
const PROCESSES = 2;
const COMMENTS = 10_000;

/** An item with 10,000 comments and a consultation of 65 items, signed in and not; beside a server that only answers. */
export default async function pages(): Promise<void> {
  const postgres = await durablePostgres();
  await seedConsultation(postgres.run);
  await seedParticipants(postgres.run, COMMENTS);
  await seedComments(postgres.run, "item-5", COMMENTS);
  await seedRatings(postgres.run, 1, 1_000);
  await postgres.run("ANALYZE");
  const tokens = await seedSessions(postgres.run, 200);
  const server = await startServer({
    databaseUrl: postgres.database,
    env: { DEMO: "0", WEB_CONCURRENCY: String(PROCESSES) },
  });

  const item = `/concertations/${SLUG}/item-5`;
  const consultation = `/concertations/${SLUG}`;
  const signedIn = (path: string) => (turn: number) =>
    httpRequest("GET", path, {
      Cookie: `session=${tokens[turn % tokens.length]}`,
      "Accept-Encoding": "gzip",
    });
  const anonymous = (path: string) => () => httpRequest("GET", path, { "Accept-Encoding": "gzip" });
  const bare = await bareServer();
  const yardstick = await measure("bare Node server, same bytes", bare.port, process.pid, anonymous("/"));
  bare.close();
  const rows = [
    yardstick,
    await measure("item, 10,000 comments, signed in", server.port, server.process.pid ?? 0, signedIn(item)),
    await measure(
      "consultation, 65 items, signed in",
      server.port,
      server.process.pid ?? 0,
      signedIn(consultation),
    ),
    await measure("item, anonymous", server.port, server.process.pid ?? 0, anonymous(item)),
    await measure("consultation, anonymous", server.port, server.process.pid ?? 0, anonymous(consultation)),
  ];
  const stale = await staleness(server.url, item, tokens[0] ?? "");
  await server.stop();
  await postgres.stop();
  const reference = Number(yardstick["per second"]);
  printTable(
    "pages: at 16 connections",
    rows.map((row) => ({ ...row, "ratio to yardstick": Number(row["per second"]) / reference })),
    [
      `${PROCESSES} server processes. Staleness: after a vote, readers without a session were shown the figures before it for ${Math.round(Math.max(...stale))} ms at most (n = ${stale.length}).`,
      "Answers compressed by gzip; the generator does not decompress. Yardstick: node:http answering 40 kB from memory, in the generator's own process.",
    ],
  );
}

/** Milliseconds after the answer to a vote at which a reader without a session was last shown the figures before it. */
async function staleness(url: string, path: string, token: string): Promise<number[]> {
  const delays: number[] = [];
  // The counts behind each bar of the item's votes: "74 % (149)".
  const seen = async () => (await (await fetch(url + path)).text()).match(/\(\d[\d\u202f]*\)/g)?.join() ?? "";
  for (let vote = 0; vote < 5; vote++) {
    // Long enough for every process to have forgotten the vote before.
    for (const until = performance.now() + 1_500; performance.now() < until;) await seen();
    const before = await seen();
    const body = new URLSearchParams({ position: vote % 2 === 0 ? "for" : "against" });
    await fetch(url + path, {
      method: "POST",
      redirect: "manual",
      headers: { Cookie: `session=${token}`, Origin: url },
      body,
    });
    const answered = performance.now();
    let last = 0;
    while (performance.now() - answered < 2_000) {
      const asked = performance.now() - answered;
      if ((await seen()) === before) last = asked;
    }
    delays.push(last);
  }
  return delays;
}

async function bareServer() {
  const body = Buffer.alloc(40_000, "a");
  const server = http.createServer((_req, res) => res.setHeader("Content-Length", body.length).end(body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

async function measure(
  what: string,
  port: number,
  pid: number,
  request: (turn: number) => Buffer,
): Promise<Row> {
  let turn = 0;
  let cpu = 0;
  const result = await load({
    port,
    connections: CONNECTIONS,
    duration: 6_000,
    request: () => request(turn++),
    accept: (status) => status === 200,
    onStart: () => void (cpu = cpuSeconds(pid)),
    onEnd: () => void (cpu = cpuSeconds(pid) - cpu),
  });
  return {
    what,
    ...measured(result),
    "CPU ms, server": (cpu * 1000) / result.answers,
  };
}
