import type { TestProject } from "vitest/node";
import { execute, startPostgres } from "./postgres";
import { runTypeScript } from "./run-typescript";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the test server's own database `postgres`. */
    postgresUrl: string;
  }
}

export const MIGRATED = "concertation_migrated";

/** Starts one PostgreSQL server and migrates one database, which every test file then copies. */
export default async function setup(project: TestProject) {
  const server = await startPostgres();
  try {
    await execute(server.url(), `CREATE DATABASE ${MIGRATED}`);
    await runTypeScript("tests/setup/make-template.ts", "postgres", server.url(MIGRATED));
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("postgresUrl", server.url());
  return () => server.stop();
}
