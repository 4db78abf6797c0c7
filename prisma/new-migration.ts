// npm run migration -- NAME: writes the SQL that leads from the committed schema to the one on disk, for review and
// hand additions. The committed schema is the yardstick because the engine's WebAssembly has no shadow database.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import {
  NO_FILTERS,
  prismaFolder,
  readDatamodels,
  schemaEngine,
  type Datamodels,
} from "../app/platform/db/schema-engine.server";

function committedDatamodels(): Datamodels {
  const git = (...args: string[]) =>
    execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  try {
    const names = git("ls-tree", "--name-only", "HEAD", "prisma/schema/").split("\n").filter(Boolean);
    return names.map((name) => [path.basename(name), git("show", `HEAD:${name}`)]);
  } catch {
    return [];
  }
}

const target = (models: Datamodels) =>
  models.length === 0
    ? ({ tag: "empty" } as const)
    : { tag: "schemaDatamodel" as const, files: models.map(([file, content]) => ({ path: file, content })) };

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Usage: npm run migration -- name_in_snake_case");
  process.exit(2);
}
const database = new PGlite();
const engine = await schemaEngine(new PrismaPGlite(database));
const { stdout: sql } = await engine.diff({
  from: target(committedDatamodels()),
  to: target(readDatamodels()),
  script: true,
  exitCode: false,
  filters: NO_FILTERS,
});
await database.close();
if (!sql || sql.includes("This is an empty migration")) {
  console.log("The schema did not change since the last commit: nothing to write.");
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(prismaFolder(), "migrations", `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "migration.sql"), sql);
  console.log(`Wrote ${path.relative(process.cwd(), folder)}/migration.sql`);
}
