import fs from "node:fs";
import path from "node:path";

import { step } from "./child.js";
import { fingerprint, readStamp, writeStamp } from "./fingerprint.js";
import { ROOT } from "./paths.js";

const STAMP = path.join(ROOT, "build/.stamp");

/** What `start` and `cli` import: the bundled server and the bundled operator's commands. */
export const SERVER = path.join(ROOT, "build/server/server.js");
export const CLI = path.join(ROOT, "build/server/cli.js");

/** The production build in build/client and build/server. */
export const build = {
  isFresh() {
    return [SERVER, CLI].every((file) => fs.existsSync(file)) && readStamp(STAMP) === sources();
  },

  async make() {
    const before = sources();
    fs.rmSync(STAMP, { force: true });
    await step(
      "Building",
      [process.execPath, "node_modules/@remix-run/dev/dist/cli.js", "vite:build", "-c", "remix.config.js"],
      { NODE_ENV: "production" },
    );
    writeStamp(STAMP, before);
  },
};

const sources = () =>
  fingerprint(
    ROOT,
    ["app", "public", "prisma/schema", "remix.config.js", "tsconfig.json", "package-lock.json"],
    (file) => file === "app/platform/db/generated" || /\.test\.tsx?$|\.md$/.test(file),
  );
