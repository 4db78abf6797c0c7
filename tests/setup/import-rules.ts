import path from "node:path";
import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";

/** From left to right: a module imports only from its left. */
const MODULES = [
  "identity",
  "consultation",
  "participation",
  "stages",
  "polls",
  "moderation",
  "results",
  "synthesis",
  "answers",
];

const DOOR = String.raw`^app/modules/[^/]+/index(\.server)?\.ts$`;
const CLIENT_DOOR = String.raw`^app/modules/[^/]+/index\.ts$`;
/** A module's store, or one of several when it is cut by theme: `import-store.server.ts`. */
const STORE = String.raw`^app/modules/[^/]+/[^/]*store\.server\.ts$`;
const TEST = String.raw`\.test\.tsx?$`;
const SERVER_FILE = String.raw`\.server\.tsx?$`;
/** What decides nothing and touches nothing: pages may use it directly. */
const PURE_PLATFORM = String.raw`^app/platform/(errors|forms|clock|i18n)(\.ts$|/)`;
/** What is said, beside what says it; `app/words.ts` gathers it. */
const CATALOGUES = String.raw`^app/(cli|http|ui|modules/[^/]+)/words/index\.ts$`;
const GATHERED = String.raw`^app/words\.ts$`;
const WORDS = String.raw`^app/platform/(i18n/|(text|forms)\.ts$)`;
const NODE =
  "^(node:)?(assert|async_hooks|buffer|child_process|cluster|crypto|dns|events|fs|http|https|module|net|os|path|perf_hooks|process|stream|timers|tls|url|util|v8|vm|worker_threads|zlib)(/|$)";

/** A package by name, whether it is installed or not. */
const packages = (...names: string[]) => `(^|node_modules/)(${names.join("|")})(/|$)`;

/** `from` may import, inside app, from `to` only. */
const only = (name: string, from: string, ...to: string[]): IForbiddenRuleType => ({
  name,
  from: { path: from },
  to: { path: "^app/", pathNot: to },
});
type Rule = Extract<IForbiddenRuleType, { to: unknown }>;
const never = (name: string, from: Rule["from"], to: Rule["to"]) => ({ name, from, to }) as Rule;

/** "Which way imports may run" of the design, rule by rule. */
export const RULES: IForbiddenRuleType[] = [
  // 1. platform → identity → … → answers, through the doors
  only("platform-imports-platform", "^app/platform/", "^app/platform/"),
  only("modules-import-modules-and-platform", "^app/modules/", "^app/(modules|platform)/"),
  ...MODULES.slice(0, -1).map((module, index) =>
    never(
      `left-of-${module}`,
      { path: `^app/modules/${module}/` },
      {
        path: `^app/modules/(${MODULES.slice(index + 1).join("|")})/`,
      },
    ),
  ),
  only("known-modules", "^app/", "^app/(?!modules/)", `^app/modules/(${MODULES.join("|")})/`),
  never(
    "doors-between-modules",
    { path: "^app/modules/([^/]+)/" },
    {
      path: "^app/modules/",
      pathNot: ["^app/modules/$1/", DOOR],
    },
  ),
  never(
    "doors-from-outside",
    { path: "^app/", pathNot: ["^app/modules/", GATHERED] },
    { path: "^app/modules/", pathNot: DOOR },
  ),

  // 2. routes, cli, http, ui, the shell
  only("routes-import", "^app/routes/", "^app/(http|ui|routes)/", DOOR, PURE_PLATFORM),
  only("cli-imports", "^app/cli/", "^app/(cli|http|platform)/", DOOR, GATHERED),
  only("launcher-stands-alone", String.raw`^app/cli/launch(\.js$|/)`, "^app/cli/launch/"),
  never(
    "launcher-needs-no-install",
    { path: String.raw`^app/cli/launch(\.js$|/)`, pathNot: TEST },
    {
      path: ".",
      pathNot: ["^app/cli/launch/", NODE],
    },
  ),
  only(
    "http-imports",
    "^app/http/",
    "^app/(http|platform)/",
    String.raw`^app/modules/identity/index(\.server)?\.ts$`,
  ),
  never(
    "remix-in-its-folder",
    { path: "^app/", pathNot: ["^app/http/remix/", "^app/routes/", "^app/[^/]+$"] },
    { path: packages("@remix-run/[^/]+") },
  ),
  only("ui-imports", "^app/ui/", "^app/ui/", CLIENT_DOOR, WORDS),
  never("ui-runs-in-the-browser", { path: "^app/ui/", pathNot: [SERVER_FILE, TEST] }, { path: SERVER_FILE }),
  only("shell-imports", String.raw`^app/(?!words\.ts$)[^/]+$`, "^app/[^/]+$", "^app/(http|ui)/", DOOR, WORDS),
  never("nobody-imports-routes", { pathNot: "^app/routes/" }, { path: "^app/routes/" }),
  // A route's folder may hold files beside its route; a route itself is nobody's library.
  never(
    "routes-stand-alone",
    { path: "^app/routes/" },
    { path: String.raw`^app/routes/([^/]+\.tsx?|[^/]+/route\.tsx?)$` },
  ),

  // 3. no React in the domain, no cycles
  never(
    "domain-without-react",
    { path: "^app/(modules|platform)/" },
    {
      path: packages(
        "react",
        "react-dom",
        "react-markdown",
        "@remix-run/[^/]+",
        "@types/react",
        "@types/react-dom",
      ),
    },
  ),
  never("no-cycles", { path: "^app/" }, { circular: true }),

  // What each module keeps to itself
  never(
    "only-the-store-queries",
    { path: "^app/modules/", pathNot: [STORE, TEST] },
    {
      path: "^app/platform/db/",
      // What is declared is text; a store runs it.
      pathNot: String.raw`^app/platform/db/sql\.server\.ts$`,
    },
  ),
  never(
    "drivers-in-platform-db",
    { path: "^app/", pathNot: "^app/platform/db/" },
    {
      path: packages(
        "prisma",
        "@prisma/[^/]+",
        "pg",
        "@types/pg",
        "@electric-sql/pglite",
        "pglite-prisma-adapter",
      ),
    },
  ),
  never(
    "lucia-in-identity",
    { path: "^app/", pathNot: "^app/modules/identity/" },
    { path: packages("lucia", "@lucia-auth/[^/]+") },
  ),
  never(
    "rules-are-pure",
    { path: String.raw`^app/modules/[^/]+/(rules|policy)\.ts$` },
    {
      path: [SERVER_FILE, "^app/platform/(clock|db)", NODE],
    },
  ),
  never(
    "client-doors-are-safe",
    { path: CLIENT_DOOR },
    { path: [SERVER_FILE, "^app/platform/db/", NODE], reachable: true },
  ),
  never(
    "browser-code-is-safe",
    { path: "^app/(ui/elements/|entry\\.client\\.)", pathNot: TEST },
    {
      path: [SERVER_FILE, NODE],
      reachable: true,
    },
  ),
  // The third door of a module: its words. They are long, and no browser needs them.
  only("words-are-gathered", GATHERED, CATALOGUES, "^app/platform/i18n/"),
  never(
    "words-have-one-gatherer",
    { path: "^app/", pathNot: [GATHERED, "/words/", TEST] },
    { path: "^app/.+/words/" },
  ),
  never(
    "words-stay-on-the-server",
    { path: [String.raw`^app/(ui/elements/|entry\.client\.)`, CLIENT_DOOR], pathNot: TEST },
    { path: [GATHERED, "^app/.+/words/"], reachable: true },
  ),

  never("app-without-tests", { path: "^app/" }, { path: "^tests/" }),
];

/** The files of `root`/app with their imports, and every rule that one of them breaks, as "rule: from → to". */
export async function readImports(root: string): Promise<{ files: string[]; violations: string[] }> {
  const { output } = await cruise(
    ["app"],
    {
      baseDir: root,
      ruleSet: { forbidden: RULES },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: ["node_modules", "^app/platform/db/generated", "^build/"] },
    },
    { alias: { "~": path.join(root, "app") }, extensions: [".ts", ".tsx", ".js", ".json"] },
  );
  const { modules, summary } = output as ICruiseResult;
  return {
    files: modules.map(({ source }) => source),
    violations: [
      ...new Set(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)),
    ].sort(),
  };
}
