import type { Queryable } from "./open.server";

/**
 * A type of the database, as a parameter takes it (In) and a row gives it (Out). A test asks both databases whether
 * statements have the types that they declare.
 */
export interface Type<Out, In = Out> {
  /** Its name in PostgreSQL. */
  readonly pg: string;
  readonly nullable?: boolean;
  /** All that a text may be. */
  readonly values?: readonly string[];
  /** Never there: what TypeScript infers from. */
  readonly out?: Out;
  readonly in?: In;
}
type AnyType = Type<unknown, unknown>;
type OutOf<T> = T extends { readonly out?: infer Out } ? Exclude<Out, undefined> : never;
type InOf<T> = T extends { readonly in?: infer In } ? Exclude<In, undefined> : never;

const type = <Out, In = Out>(pg: string): Type<Out, In> => ({ pg });

export const bool = type<boolean>("bool");
export const int2 = type<number>("int2");
export const int4 = type<number>("int4");
export const int8 = type<bigint, bigint | number>("int8");
export const float8 = type<number>("float8");
export const text = type<string>("text");
export const uuid = type<string>("uuid");
export const timestamptz = type<Date>("timestamptz");
/** Read as the value that it says, which nobody checks: it must be built by the statement. Given as a value, not as text. */
export const json = <T>() => type<T>("json");
export const jsonb = <T>() => type<T>("jsonb");
/** A text that is one of these. */
export const oneOf = <const T extends string>(...values: T[]): Type<T> => ({ pg: "text", values });
export const nullable = <Out, In>(of: Type<Out, In>): Type<Out | null, In | null> => ({
  pg: of.pg,
  nullable: true,
  ...(of.values && { values: of.values }),
});
export const list = <Out, In>(of: Type<Out, In>): Type<Out[], readonly In[]> => type(`_${of.pg}`);

type Columns = Record<string, AnyType>;
type Row<C extends Columns> = { -readonly [K in keyof C]: OutOf<C[K]> };
type Values<T extends readonly AnyType[]> = { -readonly [K in keyof T]: InOf<T[K]> };

interface Declaration<T extends readonly AnyType[], C extends Columns> {
  sql: string;
  /** What $1, $2 … are. */
  takes: readonly [...T];
  /** The columns of a row, in any order. */
  gives: C;
  /** What must have run before in the same transaction, such as the making of a temporary table. */
  needs?: string;
}

/** All statements that were declared so far, for the test that checks them. */
export const declared: Declared[] = [];

let look: ((statement: Declared, rows: readonly object[]) => void) | undefined;

/** Has every row that declared statements give looked at. For tests: a server does not pay for it. */
export function inspectRows(by: typeof look): void {
  look = by;
}

/** What is known of a statement, whoever runs it. */
export class Declared {
  readonly #json: boolean;

  constructor(
    readonly name: string,
    readonly sql: string,
    readonly takes: readonly AnyType[],
    readonly gives: Columns | undefined,
    readonly needs: string | undefined,
  ) {
    this.#json = takes.some(isJson);
    declared.push(this);
  }

  /** Runs what must have run before, once in a transaction. */
  async prepare(on: Queryable): Promise<void> {
    if (this.needs) await on.$executeRawUnsafe(this.needs);
  }

  protected sent(values: readonly unknown[]): readonly unknown[] {
    if (!this.#json) return values;
    return values.map((value, index) =>
      value !== null && isJson(this.takes[index]) ? JSON.stringify(value) : value,
    );
  }
}

const isJson = (of: AnyType | undefined) => of?.pg === "json" || of?.pg === "jsonb";

/** A statement that gives rows. */
export class Query<V extends unknown[], R> extends Declared {
  async all(on: Queryable, ...values: V): Promise<R[]> {
    const rows = await on.$queryRawUnsafe<R[]>(this.sql, ...this.sent(values));
    look?.(this, rows as object[]);
    return rows;
  }

  /** The first row, if there is any. */
  async one(on: Queryable, ...values: V): Promise<R | undefined> {
    return (await this.all(on, ...values))[0];
  }
}

/** A statement that only writes. */
export class Command<V extends unknown[]> extends Declared {
  /** @returns how many rows it wrote. */
  run(on: Queryable, ...values: V): Promise<number> {
    return on.$executeRawUnsafe(this.sql, ...this.sent(values));
  }
}

/**
 * Declares a statement, by a name that begins with its module. Without `gives`, it is one that only writes.
 *
 *     const PROGRESS = statement("participation.progress", {
 *       sql: `SELECT item_id AS id FROM voice WHERE participant_id = $1::int`, takes: [int4], gives: { id: int4 },
 *     });
 *     const rows = await PROGRESS.all(reader(), participantId);
 */
export function statement<T extends readonly AnyType[], C extends Columns>(
  name: string,
  declaration: Declaration<T, C>,
): Query<Values<T>, Row<C>>;
export function statement<T extends readonly AnyType[]>(
  name: string,
  declaration: Omit<Declaration<T, never>, "gives">,
): Command<Values<T>>;
export function statement(
  name: string,
  { sql, takes, gives, needs }: Omit<Declaration<readonly AnyType[], Columns>, "gives"> & { gives?: Columns },
): Declared {
  return gives ? new Query(name, sql, takes, gives, needs) : new Command(name, sql, takes, undefined, needs);
}
