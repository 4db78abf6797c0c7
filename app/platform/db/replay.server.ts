import type { Queryable } from "./open.server";
import { migrationsList } from "./schema-engine.server";

/**
 * Takes away, within the transaction, all that migrations made, but for the list of those that were applied. What
 * extensions brought stays.
 */
export async function emptySchema(tx: Queryable): Promise<void> {
  await tx.$executeRawUnsafe(`
    DO $$
    DECLARE
      ours record;
      routine text;
    BEGIN
      FOR ours IN SELECT c.relname AS name, c.relkind AS kind FROM pg_class AS c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm') AND c.relname NOT LIKE '\\_prisma%'
          AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.objid = c.oid AND d.deptype = 'e')
      LOOP
        EXECUTE format('DROP %s IF EXISTS public.%I CASCADE',
          CASE ours.kind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END, ours.name);
      END LOOP;
      -- Named before any is dropped: one that went with another has no name left.
      FOREACH routine IN ARRAY (SELECT coalesce(array_agg(p.oid::regprocedure::text), '{}') FROM pg_proc AS p
        WHERE p.pronamespace = 'public'::regnamespace
          AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.objid = p.oid AND d.deptype = 'e'))
      LOOP
        EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', routine);
      END LOOP;
      FOR ours IN SELECT t.typname AS name FROM pg_type AS t
        WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('e', 'd')
          AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.objid = t.oid AND d.deptype = 'e')
      LOOP
        EXECUTE format('DROP TYPE IF EXISTS public.%I CASCADE', ours.name);
      END LOOP;
    END $$`);
}

/** Runs these migrations, in their order, within the transaction. */
export async function replay(tx: Queryable, names: readonly string[]): Promise<void> {
  // A script is several statements, which a prepared one cannot be: a function runs it.
  await tx.$executeRawUnsafe(
    `CREATE OR REPLACE FUNCTION pg_temp.run_script(script text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE script; END $$`,
  );
  for (const { migrationFile } of migrationsList([...names].sort()).migrationDirectories)
    await tx.$queryRawUnsafe(`SELECT pg_temp.run_script($1::text)::text`, migrationFile.content.value);
}
