import { config } from "~/platform/config.server";
import { openDatabase, setDatabase } from "~/platform/db/index.server";
import { migrate } from "~/platform/db/migrate.server";

/** Runs a command on the database of the environment, brought to the newest migration; closes it whatever happens. */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const { DATABASE_URL, DATA_DIR } = config();
  const database = await openDatabase({ databaseUrl: DATABASE_URL, dataDir: DATA_DIR, connections: 2 });
  setDatabase(database);
  try {
    await migrate(database);
    return await work();
  } finally {
    setDatabase(undefined);
    await database.close();
  }
}
