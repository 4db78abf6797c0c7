import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  Declared,
  declared,
  int4,
  int8,
  json,
  list,
  nullable,
  oneOf,
  Query,
  text,
} from "~/platform/db/sql.server";
import { reader } from "~/platform/db/index.server";
import { freshDatabase } from "../setup/database";
import { openChecker } from "../setup/describe-sql";
import { readOwners } from "../setup/table-owners";

const APP = path.resolve("app");
const owners = readOwners();
let checker: Awaited<ReturnType<typeof openChecker>>;
/** What the application declares, by the file that does. */
const found: { file: string; statement: Declared }[] = [];

beforeAll(async () => {
  checker = await openChecker();
  for (const file of fs.readdirSync(APP, { recursive: true, encoding: "utf8" }).sort()) {
    if (!file.endsWith(".ts") || file.endsWith(".test.ts") || file === "platform/db/sql.server.ts") continue;
    if (!/\bstatement\(/.test(fs.readFileSync(path.join(APP, file), "utf8"))) continue;
    await import(/* @vite-ignore */ pathToFileURL(path.join(APP, file)).href);
    // What it imports itself has declared before: names tell whose each is.
    for (const statement of declared.slice(found.length)) found.push({ file, statement });
  }
});
afterAll(() => checker.close());

const moduleOf = (name: string) => name.split(".")[0] ?? "";

async function problemsOf(statement: Declared): Promise<string[]> {
  const { wrong, names } = await checker.check(statement);
  const refused = names.map((name) => owners.refused(moduleOf(statement.name), name)).filter((why) => why);
  return [...wrong, ...refused].map((problem) => `${statement.name}: ${problem}`);
}

describe("every declared statement", () => {
  test("has a name of its own, which begins with its module", () => {
    const names = found.map(({ statement }) => statement.name);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const foreign = fs
      .readdirSync(path.join(APP, "modules"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) =>
        [
          ...fs
            .readFileSync(path.join(APP, "modules", file), "utf8")
            .matchAll(/\bstatement\(\s*[`"]([\w-]+)\./g),
        ]
          .filter(([, module]) => module !== file.split(path.sep)[0])
          .map(([start]) => `${file}: ${start}`),
      );
    expect(foreign).toEqual([]);
  });

  test(
    "takes and gives what it declares, and names only what its module may",
    { timeout: 120_000 },
    async () => {
      const problems: string[] = [];
      for (const { statement } of found) problems.push(...(await problemsOf(statement)));
      expect(problems).toEqual([]);
    },
  );
});

describe("the check", () => {
  /** Declared here, not by the application. */
  interface Plan extends Partial<Pick<Declared, "gives" | "needs">>, Pick<Declared, "sql" | "takes"> {}
  const planted = (name: string, { sql, takes, gives, needs }: Plan): Declared => {
    const made = new Declared(name, sql, takes, gives, needs);
    declared.splice(declared.indexOf(made), 1);
    return made;
  };
  const OWN = "SELECT id, slug, tagline FROM consultation WHERE id = $1::int";
  const gives = { id: int4, slug: text, tagline: nullable(text) };

  test("finds nothing to say of a statement that is as it declares", async () => {
    expect(await problemsOf(planted("consultation.fine", { sql: OWN, takes: [int4], gives }))).toEqual([]);
    const many = planted("results.fine", {
      sql: `WITH f AS (SELECT item_id FROM tally_facts WHERE item_id = ANY($1::int[]))
            SELECT json_agg(f) AS items, count(*) AS n, min($2::text) AS "as" FROM f WHERE fold($2::text) <> ''`,
      takes: [list(int4), oneOf("a", "b")],
      gives: { items: json<unknown>(), n: int8, as: text },
    });
    expect(await problemsOf(many)).toEqual([]);
    const writes = planted("consultation.writes", {
      sql: "WITH t AS (DELETE FROM told RETURNING id) UPDATE item SET position = 0 FROM t WHERE item.id = t.id",
      takes: [],
      needs: "CREATE TEMPORARY TABLE told (id int)",
    });
    expect(await problemsOf(writes)).toEqual([]);
  });

  const faults: [string, string, Plan, RegExp][] = [
    [
      "a type",
      "consultation.x",
      { sql: OWN, takes: [int4], gives: { ...gives, id: text } },
      /column id is declared text, and is int4/,
    ],
    [
      "a parameter",
      "consultation.x",
      { sql: OWN, takes: [text], gives },
      /\$1 is declared text, and is int4/,
    ],
    ["a parameter too few", "consultation.x", { sql: OWN, takes: [], gives }, /\$1 is declared nothing/],
    [
      "a column that is missing",
      "consultation.x",
      { sql: "SELECT id, slug FROM consultation", takes: [], gives },
      /column tagline is declared text, and is nothing/,
    ],
    [
      "a column too many",
      "consultation.x",
      { sql: "SELECT id, slug, tagline, title FROM consultation", takes: [], gives },
      /column title is declared nothing/,
    ],
    [
      "a column that does not exist",
      "consultation.x",
      { sql: "SELECT colour FROM consultation", takes: [] },
      /colour/,
    ],
    [
      "another's table, read",
      "participation.x",
      { sql: OWN, takes: [int4], gives },
      /consultation belongs to consultation, which does not publish it/,
    ],
    [
      "another's table, in a part",
      "results.x",
      { sql: "UPDATE tally SET comments = 0", takes: [] },
      /tally belongs to participation/,
    ],
    [
      "a view from its right",
      "identity.x",
      { sql: "DELETE FROM account USING tally_facts", takes: [] },
      /not to the left/,
    ],
    [
      "another's function",
      "results.x",
      { sql: "SELECT count_voices(NULL, NULL)::text AS done", takes: [], gives: { done: text } },
      /count_voices has no owner/,
    ],
  ];
  test.each(faults)("tells of %s", async (_, name, declaration, why) => {
    expect((await problemsOf(planted(name, declaration))).join("\n")).toMatch(why);
  });
});

test("a row that is not what its statement declares fails the test that came by it", async () => {
  await freshDatabase();
  const gives = { kind: oneOf("axis", "action"), n: int4 };
  const sql = "SELECT $1::text AS kind, $2::int AS n";
  const strict = new Query<[string, number | null], { kind: string; n: number }>(
    "x.y",
    sql,
    [text, int4],
    gives,
    undefined,
  );
  declared.splice(declared.indexOf(strict), 1);
  expect(await strict.one(reader(), "axis", 1)).toEqual({ kind: "axis", n: 1 });
  await expect(strict.one(reader(), "theme", 1)).rejects.toThrow('gave "theme" as kind');
  await expect(strict.one(reader(), "axis", null)).rejects.toThrow("gave null as n");
});
