// Makes the database that tests copy. A process of its own, so that its end proves every connection closed: PostgreSQL
// copies no database that somebody is connected to.
//   make-template.ts postgres URL          migrates the database at URL
//   make-template.ts embedded BLANK MIGRATED   writes the files of a new embedded database, before and after migrating
import { writeFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { openDatabase } from "~/platform/db/index.server";
import { migrate } from "~/platform/db/migrate.server";

const [kind, first = "", second = ""] = process.argv.slice(2);

if (kind === "postgres") {
  await migrate(await openDatabase({ databaseUrl: first }));
} else {
  const pglite = await PGlite.create();
  await dump(pglite, first);
  await migrate(await openDatabase({ pglite }));
  await dump(pglite, second);
}
process.exit(0);

async function dump(pglite: PGlite, file: string): Promise<void> {
  // Not compressed: it loads in a third of a second instead of half a second, for every file of tests.
  const content = await pglite.dumpDataDir("none");
  writeFileSync(file, Buffer.from(await content.arrayBuffer()));
}
