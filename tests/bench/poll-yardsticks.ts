import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type pg from "pg";
import { joins, leave, nextQuestions } from "./poll-measures";

/** About what a page of the room and an event of its stream weigh. */
const BYTES = { page: 6_000, event: 3_000 };

/** Answers straight through pg, one upsert each, on a copy of the table: per second. */
export async function straightUpserts(pool: pg.Pool, respondents: number): Promise<number> {
  await pool.query("CREATE TABLE yardstick (LIKE poll_answer INCLUDING ALL)");
  const until = performance.now() + 5_000;
  const started = performance.now();
  let done = 0;
  const worker = async () => {
    while (performance.now() < until) {
      done += 1;
      await pool.query(
        `INSERT INTO yardstick (question_id, round, respondent_id, setting, choices, at) VALUES ($1, 0, $2, 'room', $3, now())
         ON CONFLICT (question_id, round, respondent_id) DO UPDATE SET choices = excluded.choices, at = excluded.at`,
        [1 + (Math.floor(done / respondents) % 12), done % respondents, [String(done % 5)]],
      );
    }
  };
  await Promise.all(Array.from({ length: 10 }, worker));
  const perSecond = done / ((performance.now() - started) / 1000);
  await pool.query("DROP TABLE yardstick");
  return perSecond;
}

/** The same joins and the same next question with a server that has nothing to do but send. */
export async function bareRoom(phones: number): Promise<{ joins: number; next: number }> {
  const child = fork(path.join(import.meta.dirname, "bare-room.js"), [
    String(BYTES.page),
    String(BYTES.event),
  ]);
  const [port] = (await once(child, "message")) as [number];
  const room = { port, server: child.pid ?? 0, database: 0, organiser: "nobody" };
  leave((await joins(room, phones / 4)).phones);
  const joined = await joins(room, phones);
  const next = await nextQuestions(room, joined.phones, 4);
  leave(joined.phones);
  child.kill();
  return { joins: joined.perSecond, next: Math.max(...next) };
}
