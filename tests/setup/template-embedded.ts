import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { atExit } from "./cleanup";
import { runTypeScript } from "./run-typescript";

declare module "vitest" {
  interface ProvidedContext {
    /** Two dumps of an embedded database's files: as it is born, and with every migration applied. */
    embeddedTemplates: { blank: string; migrated: string };
  }
}

/** Makes the embedded database once; every test file then loads a copy of its files, in memory. */
export default async function setup(project: TestProject) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "concertation-pglite-"));
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  const cancel = atExit(remove);
  const templates = { blank: path.join(folder, "blank.tar"), migrated: path.join(folder, "migrated.tar") };
  await runTypeScript("tests/setup/make-template.ts", "embedded", templates.blank, templates.migrated);
  project.provide("embeddedTemplates", templates);
  return () => {
    cancel();
    remove();
  };
}
