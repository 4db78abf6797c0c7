import { openAsBlob } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { Client, type Connection, type Submittable } from "pg";
import { inject } from "vitest";
import type { Declared } from "~/platform/db/sql.server";
import { anotherDatabase, databaseKind } from "./database";

export interface Described {
  takes: number[];
  gives: { name: string; type: number }[];
}

/** A server that tells what a statement takes, gives and touches, without running it. */
interface Server {
  describe(sql: string): Promise<Described>;
  query<T>(sql: string): Promise<T[]>;
  exec(sql: string): Promise<unknown>;
  close(): Promise<unknown>;
}

/** The differences between what a statement declares and what the database says of it, and what it names. */
export interface Checked {
  wrong: string[];
  /** Tables, views and functions of this application that it names. */
  names: string[];
}

export async function openChecker(): Promise<{
  check(statement: Pick<Declared, "sql" | "takes" | "gives" | "needs">): Promise<Checked>;
  close(): Promise<unknown>;
}> {
  const server = databaseKind === "postgres" ? await postgres() : await embedded();
  const types = new Map(
    (
      await server.query<{ id: number; name: string }>("SELECT oid::int AS id, typname AS name FROM pg_type")
    ).map(({ id, name }) => [id, name]),
  );
  const typeOf = (id: number) => types.get(id) ?? String(id);

  return {
    close: () => server.close(),
    async check({ sql, takes, gives, needs }) {
      await server.exec("BEGIN");
      try {
        if (needs) await server.exec(needs);
        const described = await server.describe(sql);
        const wrong: string[] = [];
        const compare = (what: string, said: string | undefined, is: string | undefined) => {
          if (said !== is) wrong.push(`${what} is declared ${said ?? "nothing"}, and is ${is ?? "nothing"}`);
        };
        for (let n = 0; n < Math.max(takes.length, described.takes.length); n++) {
          const is = described.takes[n];
          compare(`$${n + 1}`, takes[n]?.pg, is === undefined ? undefined : typeOf(is));
        }
        const columns = new Map(described.gives.map(({ name, type }) => [name, typeOf(type)]));
        if (columns.size !== described.gives.length) wrong.push("two columns have one name");
        for (const name of new Set([...Object.keys(gives ?? {}), ...columns.keys()]))
          compare(`column ${name}`, gives?.[name]?.pg, columns.get(name));
        const names = await namedBy(server, sql, described.takes.map(typeOf));
        return { wrong, names };
      } catch (error) {
        return { wrong: [error instanceof Error ? error.message : String(error)], names: [] };
      } finally {
        await server.exec("ROLLBACK");
      }
    },
  };
}

/** Kept as the body of a function, a statement has the database itself write down what it depends upon. */
async function namedBy(server: Server, sql: string, takes: string[]): Promise<string[]> {
  const parameters = takes.map((name) => `"${name}"`).join(", ");
  await server.exec(
    `CREATE FUNCTION pg_temp.probe(${parameters}) RETURNS void LANGUAGE sql BEGIN ATOMIC ${sql}; END`,
  );
  const rows = await server.query<{ name: string }>(`
    SELECT DISTINCT coalesce(c.relname, p.proname)::text AS name FROM pg_depend AS d
    LEFT JOIN pg_class AS c ON d.refclassid = 'pg_class'::regclass AND c.oid = d.refobjid
      AND c.relkind IN ('r', 'v', 'm', 'S') AND c.relnamespace = 'public'::regnamespace
    LEFT JOIN pg_proc AS p ON d.refclassid = 'pg_proc'::regclass AND p.oid = d.refobjid AND p.pronamespace = 'public'::regnamespace
    WHERE d.classid = 'pg_proc'::regclass AND d.objid = (SELECT oid FROM pg_proc WHERE proname = 'probe' ORDER BY oid DESC LIMIT 1)
      AND coalesce(c.relname, p.proname) IS NOT NULL
    ORDER BY 1`);
  return rows.map(({ name }) => name);
}

async function embedded(): Promise<Server> {
  const database = await PGlite.create({
    loadDataDir: await openAsBlob(inject("embeddedTemplates").migrated),
  });
  return {
    async describe(sql) {
      const { queryParams, resultFields } = await database.describeQuery(sql);
      return {
        takes: queryParams.map(({ dataTypeID }) => dataTypeID),
        gives: resultFields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID })),
      };
    },
    query: async <T>(sql: string) => (await database.query<T>(sql)).rows,
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
  };
}

async function postgres(): Promise<Server> {
  const { url } = await anotherDatabase();
  const client = new Client({ connectionString: url });
  await client.connect();
  return {
    describe: (sql) =>
      new Promise(
        (resolve, reject) => void client.query(new Description(sql, resolve, reject) as Submittable),
      ),
    query: async <T>(sql: string) => (await client.query(sql)).rows as T[],
    exec: (sql) => client.query(sql),
    close: () => client.end(),
  };
}

/** Parse, describe, sync: what `pg` does for a query, without its running. */
class Description implements Submittable {
  #takes: number[] = [];
  #gives: Described["gives"] = [];
  #failed: Error | undefined;

  constructor(
    readonly text: string,
    readonly resolve: (described: Described) => void,
    readonly reject: (error: Error) => void,
  ) {}

  submit = (connection: Connection) => {
    const line = connection as unknown as Record<"parse" | "describe", (message: object) => void> &
      Connection;
    line.once(
      "parameterDescription",
      ({ dataTypeIDs }: { dataTypeIDs: number[] }) => (this.#takes = dataTypeIDs),
    );
    line.parse({ text: this.text, name: "", types: [] });
    line.describe({ type: "S", name: "" });
    line.sync();
  };
  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }) {
    this.#gives = fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID }));
  }
  handleError(error: Error) {
    this.#failed = error;
    this.reject(error);
  }
  handleReadyForQuery() {
    if (!this.#failed) this.resolve({ takes: this.#takes, gives: this.#gives });
  }
}
