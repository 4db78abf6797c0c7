import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "..");

/** One file of tests is one process: what a test leaves in memory reaches no other file. */
const shared = {
  root,
  environment: "node" as const,
  setupFiles: ["tests/setup/loud.ts", "app/words.ts"],
  env: { LOG_LEVEL: "silent", TZ: "UTC" },
  restoreMocks: true,
  unstubEnvs: true,
};

/** The same files on each database. */
const integration = (
  database: "embedded" | "postgres",
  name = `integration:${database}`,
  include = ["tests/integration/**/*.test.{ts,tsx}"],
) => ({
  extends: true as const,
  test: {
    ...shared,
    name,
    include,
    env: { ...shared.env, TEST_DATABASE: database },
    globalSetup: [`tests/setup/template-${database}.ts`],
    setupFiles: [...shared.setupFiles, "tests/setup/close-databases.ts", "tests/setup/inspect-rows.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  root,
  resolve: { alias: { "~": path.join(root, "app") } },
  esbuild: { jsx: "automatic" },
  test: {
    // Two cores, and about 300 MB for each embedded database.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: "unit",
          include: [
            "app/**/*.test.{ts,tsx}",
            "prisma/**/*.test.ts",
            "tests/setup/**/*.test.ts",
            "tests/architecture.test.ts",
          ],
          testTimeout: 60_000,
        },
      },
      integration("embedded"),
      integration("postgres"),
      // A vote, a sign-up and a poll, from the form to the counts: what `npm test -- quick` has of a database.
      integration(
        "embedded",
        "quick",
        ["opinions", "sign-up", "polls"].map((file) => `tests/integration/${file}.test.ts`),
      ),
      {
        extends: true,
        test: {
          ...shared,
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
