import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** The path of the first of these programs that is on PATH. */
export function which(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

/** What a command prints, or undefined when it is not there or fails. */
export function output(program: string, ...args: string[]): string | undefined {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/** Whether packages can be installed without asking anybody: Debian, as root. */
export const canInstallOnDebian = () =>
  process.getuid?.() === 0 &&
  which("apt-get") !== undefined &&
  /^ID=debian$/m.test(readText("/etc/os-release"));

/** Installs Debian packages; asks nothing, starts no service. */
export function installOnDebian(...packages: string[]): void {
  process.stderr.write(`Installing ${packages.join(", ")} (Debian packages)…\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { env, stdio: ["ignore", "ignore", "inherit"] as ["ignore", "ignore", "inherit"] };
  execFileSync("apt-get", ["update", "-qq"], options);
  execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], options);
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

const readText = (file: string) => (fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "");
