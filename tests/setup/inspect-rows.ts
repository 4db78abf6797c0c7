import { inspectRows } from "~/platform/db/sql.server";

// The database tells which types a statement gives, not what may be null, nor what a text may be: every row that a test
// comes by is proof.
inspectRows(({ name, gives = {} }, rows) => {
  for (const row of rows)
    for (const [column, { nullable, values }] of Object.entries(gives)) {
      const value: unknown = row[column as keyof typeof row];
      if (value === null ? !nullable : values && !values.includes(String(value)))
        throw new Error(`${name} gave ${JSON.stringify(value)} as ${column}, which it does not declare`);
    }
});
