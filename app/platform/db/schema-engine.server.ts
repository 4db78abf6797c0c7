import { readdirSync, readFileSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

export const NO_FILTERS = { externalTables: [], externalEnums: [] };

// The bindings hold one instance per process, and a second one in their place would break the first: hence globalThis,
// which also outlives the reloads of the development server.
const shared = globalThis as typeof globalThis & { concertationSchemaEngine?: Promise<void> };

async function loadBindings(): Promise<void> {
  const file = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  (bindings as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void }).__wbg_set_wasm(
    instance.exports,
  );
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
}

/** Prisma's own schema engine, compiled to WebAssembly: no native binary to download. */
export async function schemaEngine(factory: SqlMigrationAwareDriverAdapterFactory) {
  await (shared.concertationSchemaEngine ??= loadBindings());
  const datamodels: Datamodels = [["schema.prisma", 'datasource db { provider = "postgresql" }']];
  return bindings.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

export type Datamodels = [name: string, content: string][];

/** The folder `prisma`, found from the working directory: the commands run at the top of the project. */
export const prismaFolder = () => path.resolve("prisma");

export function readDatamodels(): Datamodels {
  const folder = path.join(prismaFolder(), "schema");
  return readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(path.join(folder, name), "utf8")]);
}

export function migrationNames(): string[] {
  const folder = path.join(prismaFolder(), "migrations");
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^\d{14}_/.test(name))
        .sort()
    : [];
}

/** The migrations on disk, or those of these names, in the form that the engine takes. */
export function migrationsList(names = migrationNames()) {
  const baseDir = path.join(prismaFolder(), "migrations");
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: readFileSync(path.join(baseDir, name, "migration.sql"), "utf8"),
        },
      },
    })),
  };
}
