import type pg from "pg";
import { durablePostgres, type BenchPostgres } from "../bench/databases";
import type { Room } from "../bench/poll-room";
import { seedRoom } from "../bench/poll-seed";
import { startServer, type TestServer } from "./server";

/** A room on a PostgreSQL of its own, with as many servers as a test starts. */
export interface PollServers {
  postgres: BenchPostgres;
  start(env?: Record<string, string>): Promise<TestServer>;
  room(server: TestServer): Room;
  /** The choices that stand in the database for a question. */
  stored(question: string): Promise<string[]>;
  stop(): Promise<void>;
}

export async function pollServers(): Promise<PollServers> {
  const postgres = await durablePostgres();
  const organiser = await seedRoom(postgres.run);
  const servers: TestServer[] = [];
  return {
    postgres,
    async start(env) {
      const server = await startServer({ databaseUrl: postgres.database, env: { DEMO: "0", ...env } });
      servers.push(server);
      return server;
    },
    room: ({ port, process }) => ({ port, server: process.pid ?? 0, database: postgres.pid, organiser }),
    stored: (question) => storedChoices(postgres.pool, question),
    async stop() {
      for (const server of servers) await server.stop();
      await postgres.stop();
    },
  };
}

async function storedChoices(pool: pg.Pool, question: string): Promise<string[]> {
  const { rows } = await pool.query<{ choice: string }>(
    `SELECT c.choice FROM poll_answer AS a JOIN poll_question AS q ON q.id = a.question_id AND q.round = a.round,
            unnest(a.choices) AS c (choice) WHERE q.ref = $1`,
    [question],
  );
  return rows.map(({ choice }) => choice);
}
