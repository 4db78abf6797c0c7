// The server's process, and with WEB_CONCURRENCY the one that watches over several.
import cluster from "node:cluster";
import * as build from "virtual:remix/server-build";
import { config } from "~/platform/config.server";
import { db } from "~/platform/db/index.server";
import { log } from "~/platform/log.server";
import { exitUnable } from "./exit";
import { addressOf, listen, openForServing, prepareDatabase, say } from "./serve.server";

const options = { build, clientFolder: "build/client" };

try {
  const { WEB_CONCURRENCY } = config();
  if (cluster.isWorker) {
    await openForServing();
    await listen(options);
  } else {
    await prepareDatabase();
    if (WEB_CONCURRENCY === 1) say(`Ready: ${addressOf(await listen(options))}`);
    else await watchOver(WEB_CONCURRENCY);
  }
} catch (error) {
  exitUnable(error);
}

/** Starts workers, replaces one that dies, and passes a stop on to all. */
async function watchOver(workers: number): Promise<void> {
  await db().close();
  // Workers accept by themselves: a connection that is handed on to one that has just died would hang for ever.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  let stopping = false;
  let ready = 0;
  cluster.on("exit", (worker, code, signal) => {
    if (stopping) return;
    // Nothing ever listened: the cause (a port that is taken) will not go away by itself, and the worker has said it.
    if (ready === 0) process.exit(2);
    log().error({ worker: worker.id, code, signal }, "worker died, starting another");
    setTimeout(() => stopping || cluster.fork(), 500);
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      stopping = true;
      for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill("SIGTERM");
      cluster.disconnect(() => process.exit(0));
    });
  }
  cluster.on("listening", (_worker, { port }) => {
    ready += 1;
    if (ready === workers)
      say(`Ready: ${config().PUBLIC_URL ?? `http://localhost:${port}`} (${workers} processes)`);
  });
  for (let i = 0; i < workers; i++) cluster.fork();
}
