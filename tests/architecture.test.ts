import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { foreignModels, rawSqlIn } from "./setup/data-access";
import { readImports, RULES } from "./setup/import-rules";

const ROOT = path.resolve(import.meta.dirname, "..");

describe("this project", () => {
  test("imports only the ways that the design allows", { timeout: 60_000 }, async () => {
    const { files, violations } = await readImports(ROOT);
    expect(violations).toEqual([]);
    // Proof that the reading was not of an empty folder.
    expect(files).toEqual(expect.arrayContaining(sourcesUnder("app")));
  });

  test("declares all its SQL", () => {
    expect(rawSqlIn(ROOT)).toEqual([]);
  });

  test("reaches, in each module, for its own tables only", () => {
    expect(foreignModels(ROOT)).toEqual([]);
  });

  test("has the agreed top level and nothing else", () => {
    const agreed = [
      "package.json",
      "tsconfig.json",
      "remix.config.js",
      "app",
      "prisma",
      "public",
      "tests",
      "README.md",
    ];
    const customary = ["LICENSE", "SECURITY.md", "CONTRIBUTING.md", "package-lock.json"];
    const made = ["node_modules", "build", "data", "test-results"];
    const found = fs.readdirSync(ROOT).filter((name) => !name.startsWith("."));
    expect(found.filter((name) => ![...agreed, ...customary, ...made].includes(name))).toEqual([]);
  });
});

describe("the check", () => {
  const planted: Record<string, [file: string, imports: string]> = {
    "platform-imports-platform": ["platform/mail.ts", "~/modules/identity/index"],
    "modules-import-modules-and-platform": ["modules/polls/room.ts", "~/http/stream.server"],
    "left-of-identity": ["modules/identity/index.server.ts", "~/modules/results/index"],
    "left-of-consultation": ["modules/consultation/index.server.ts", "~/modules/participation/index"],
    "left-of-participation": ["modules/participation/index.server.ts", "~/modules/synthesis/index"],
    "left-of-stages": ["modules/stages/index.server.ts", "~/modules/polls/index"],
    "left-of-polls": ["modules/polls/index.server.ts", "~/modules/moderation/index"],
    "left-of-moderation": ["modules/moderation/index.server.ts", "~/modules/results/index"],
    "left-of-results": ["modules/results/index.server.ts", "~/modules/synthesis/index"],
    "left-of-synthesis": ["modules/synthesis/index.ts", "~/modules/answers/index"],
    "known-modules": ["routes/unknown.tsx", "~/modules/surprise/index"],
    "doors-between-modules": ["modules/synthesis/report.ts", "../results/statistics"],
    "doors-from-outside": ["routes/backdoor.tsx", "~/modules/participation/store.server"],
    "routes-import": ["routes/direct.tsx", "~/platform/db/index.server"],
    "cli-imports": ["cli/export.ts", "~/ui/kit/Button"],
    "launcher-stands-alone": ["cli/launch/main.js", "../../platform/errors"],
    "launcher-needs-no-install": ["cli/launch/early.js", "zod"],
    "http-imports": ["http/votes.server.ts", "~/modules/participation/index"],
    "remix-in-its-folder": ["http/redirects.server.ts", "@remix-run/node"],
    "ui-imports": ["ui/kit/Clock.tsx", "~/platform/errors"],
    "ui-runs-in-the-browser": ["ui/votes/Panel.tsx", "~/modules/participation/index.server"],
    "shell-imports": ["root.tsx", "~/platform/db/index.server"],
    "nobody-imports-routes": ["http/pages.server.ts", "~/routes/home"],
    "routes-stand-alone": ["routes/results.tsx", "./home"],
    "domain-without-react": ["modules/results/chart.ts", "react"],
    "no-cycles": ["ui/kit/Circle.tsx", "./Circle2"],
    "only-the-store-queries": ["modules/polls/index.server.ts", "~/platform/db/index.server"],
    "drivers-in-platform-db": ["modules/identity/store.server.ts", "@prisma/client"],
    "lucia-in-identity": ["http/session.server.ts", "lucia"],
    "rules-are-pure": ["modules/consultation/rules.ts", "~/platform/clock"],
    "client-doors-are-safe": ["modules/participation/index.ts", "./indirect"],
    "browser-code-is-safe": ["ui/elements/draft.ts", "node:fs"],
    "words-are-gathered": ["words.ts", "~/http/stream.server"],
    "words-have-one-gatherer": ["http/letter.server.ts", "./words/fr"],
    "words-stay-on-the-server": ["ui/elements/telling.ts", "~/words"],
    "app-without-tests": ["http/mock.server.ts", "../../tests/setup/mail"],
  };
  const innocent: Record<string, string[]> = {
    "platform/errors.ts": [],
    "platform/clock.ts": [],
    "platform/i18n/index.ts": ["i18next"],
    "words.ts": ["~/platform/i18n", "~/http/words", "~/modules/identity/words"],
    "entry.server.tsx": ["~/words"],
    "cli/terminal.ts": ["~/words"],
    "http/words/index.ts": ["./fr"],
    "http/words/fr.ts": [],
    "modules/identity/words/index.ts": ["./fr"],
    "modules/identity/words/fr.ts": [],
    "platform/db/index.server.ts": ["@prisma/client", "node:path"],
    "http/stream.server.ts": ["~/modules/identity/index.server", "~/platform/errors"],
    "http/remix/index.server.ts": ["@remix-run/node"],
    "http/start.server.ts": ["~/platform/db/index.server"],
    "cli/start.ts": ["~/http/start.server", "~/modules/results/index.server", "~/platform/errors"],
    "cli/launch/fine.js": ["node:fs", "./other.js"],
    "cli/launch/other.js": [],
    "ui/kit/Button.tsx": ["react", "~/platform/i18n"],
    "ui/kit/Circle2.tsx": ["./Circle"],
    "ui/kit/Circle.tsx": [],
    "routes/home.tsx": [
      "@remix-run/react",
      "~/http/stream.server",
      "~/ui/kit/Button",
      "~/modules/results/index.server",
      "~/platform/clock",
    ],
    "modules/surprise/index.ts": [],
    "modules/identity/index.ts": ["./rules"],
    "modules/identity/rules.ts": ["zod", "~/platform/errors"],
    "modules/identity/index.server.ts": ["./store.server", "./sessions.server"],
    "modules/identity/sessions.server.ts": ["lucia", "node:crypto"],
    "modules/identity/store.server.ts": ["~/platform/db/index.server"],
    "modules/participation/index.ts": ["~/modules/identity"],
    "modules/participation/indirect.ts": ["./store.server"],
    "modules/participation/index.server.ts": ["./store.server", "~/modules/identity/index.server"],
    "modules/participation/store.server.ts": ["~/platform/db/index.server"],
    "modules/consultation/index.ts": [],
    "modules/stages/index.ts": [],
    "modules/polls/index.ts": [],
    "modules/moderation/index.ts": [],
    "modules/results/index.ts": ["./statistics"],
    "modules/results/index.server.ts": ["~/modules/participation/index.server"],
    "modules/results/statistics.ts": [],
    "modules/synthesis/index.ts": [],
    "modules/answers/index.ts": [],
  };
  const folders: string[] = [];
  afterAll(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true })));

  /** A small project in a temporary folder, each file importing what is listed. */
  function project(files: Record<string, string[]>): string {
    const root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), "concertation-architecture-"));
    folders.push(root);
    for (const [name, imports] of [
      ...Object.entries(files),
      ["../tests/setup/mail.ts", []] as [string, string[]],
    ]) {
      const file = path.join(root, "app", name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(
        file,
        imports.map((target) => `import ${JSON.stringify(target)};\n`).join("") + "export {};\n",
      );
    }
    return root;
  }

  test("finds nothing to say about an innocent project", async () => {
    expect((await readImports(project(innocent))).violations).toEqual([]);
  });

  test("reports every planted violation, by the rule that it breaks", async () => {
    const files = structuredClone(innocent);
    for (const [file, target] of Object.values(planted)) files[file] = [...(files[file] ?? []), target];
    const { violations } = await readImports(project(files));
    const found = violations.map((line) => line.split(" → ")[0]);
    expect(found).toEqual(
      expect.arrayContaining(Object.entries(planted).map(([rule, [file]]) => `${rule}: app/${file}`)),
    );
  });

  test("sees raw SQL, and the models of others, by a call or by a relation", () => {
    const root = project(innocent);
    const write = (name: string, text: string) =>
      fs.writeFileSync(path.join(root, "app/modules", name), text);
    write("identity/raw.ts", "export const rows = tx.$queryRawUnsafe(sql);\n");
    write(
      "participation/store.server.ts",
      "export const people = () => reader()\n  .account.findMany({});\n",
    );
    write("results/statistics.ts", "tx.tally.groupBy({});\n");
    write("identity/store.server.ts", "tx.session.findMany({ include: { account: true } });\n");
    write(
      "consultation/index.ts",
      "tx.item.findMany({ where: { id: (1) }, select: { comments: { select: {} } } });\n",
    );
    expect(rawSqlIn(root)).toEqual(["app/modules/identity/raw.ts"]);
    expect(foreignModels(root)).toEqual([
      "app/modules/consultation/index.ts: Item.comments belongs to participation",
      "app/modules/participation/store.server.ts: Account belongs to identity",
      "app/modules/results/statistics.ts: Tally belongs to participation",
    ]);
  });

  test("has a planted violation for each of its rules", () => {
    expect(Object.keys(planted).sort()).toEqual(RULES.map(({ name }) => name).sort());
  });

  test("sees an import of a type, a re-export and a dynamic import", async () => {
    const root = project(innocent);
    const write = (name: string, text: string) =>
      fs.writeFileSync(path.join(root, "app/modules/identity", name), text);
    write("a.ts", 'import type { Cell } from "~/modules/results";\nexport type Mine = Cell;\n');
    write("b.ts", 'export * from "~/modules/results";\n');
    write("c.ts", 'export const load = () => import("~/modules/results");\n');
    const { violations } = await readImports(root);
    expect(violations).toEqual(
      ["a", "b", "c"].map(
        (name) => `left-of-identity: app/modules/identity/${name}.ts → app/modules/results/index.ts`,
      ),
    );
  });
});

function sourcesUnder(folder: string): string[] {
  return fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.split(path.sep).join("/")}`)
    .filter((name) => /\.(tsx?|js)$/.test(name) && !name.endsWith(".d.ts") && !name.includes("/generated/"));
}
