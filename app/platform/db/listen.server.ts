import type { PGlite } from "@electric-sql/pglite";
import { Client } from "pg";
import { log } from "../log.server";

/** What somebody who listens is told. */
export interface Listener {
  /** Somebody's transaction that sent this was committed. */
  heard(message: string): void;
  /** The line stands, or stands again: what was sent before may have been missed. */
  back(): void;
}

/** Hears what transactions send with pg_notify, on every process of this database. Returns how to stop. */
export type Listen = (channel: string, listener: Listener) => () => Promise<void>;

/** In the one process that the embedded database belongs to. */
export const listenEmbedded =
  (pglite: PGlite): Listen =>
  (channel, { heard, back }) => {
    const listening = pglite.listen(channel, heard);
    void listening.then(back, () => {});
    return async () => {
      const stop = await listening;
      if (!pglite.closed) await stop();
    };
  };

/** Milliseconds between tries while PostgreSQL is away, and between proofs that the line is not dead. */
const RETRY = 300;
const PROOF = 10_000;

/** Over a connection of its own, made again whenever it breaks. */
export const listenPostgres =
  (connectionString: string): Listen =>
  (channel, { heard, back }) => {
    let stopped = false;
    let client: Client | undefined;
    let timer: NodeJS.Timeout | undefined;

    async function connect(first: boolean): Promise<void> {
      const opened = new Client({
        connectionString,
        keepAlive: true,
        connectionTimeoutMillis: 5_000,
        query_timeout: 5_000,
      });
      client = opened;
      let lost = false;
      const lose = () => {
        if (lost || stopped) return;
        lost = true;
        clearInterval(timer);
        opened.end().catch(() => {});
        setTimeout(() => stopped || void connect(false), RETRY).unref();
      };
      // An error without a listener would end the process.
      opened.on("error", lose).on("end", lose);
      opened.on("notification", ({ payload }) => heard(payload ?? ""));
      try {
        await opened.connect();
        await opened.query(`LISTEN ${opened.escapeIdentifier(channel)}`);
        timer = setInterval(() => void opened.query("SELECT 1").catch(lose), PROOF).unref();
        back();
      } catch (error) {
        if (first) log().warn({ err: error }, "cannot listen to the database, trying again");
        lose();
      }
    }

    void connect(true);
    return async () => {
      stopped = true;
      clearInterval(timer);
      await client?.end().catch(() => {});
    };
  };
