-- An item about which somebody testified stays, as one that people voted on or commented does: the database says so.
ALTER TABLE "testimony" DROP CONSTRAINT "testimony_item_id_fkey";
ALTER TABLE "testimony" ADD CONSTRAINT "testimony_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Which rows of a table others hold on to, by whatever foreign keys do not let them go: a module need not know the tables
-- of those who build upon it.
CREATE FUNCTION held_rows(target regclass, ids int[]) RETURNS SETOF int LANGUAGE plpgsql STABLE AS $$
DECLARE
  key record;
BEGIN
  FOR key IN
    SELECT f.conrelid::regclass AS source, a.attname AS name FROM pg_constraint AS f
    JOIN pg_attribute AS a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1]
    WHERE f.contype = 'f' AND f.confrelid = target AND f.conrelid <> f.confrelid AND f.confdeltype IN ('r', 'a')
      AND cardinality(f.conkey) = 1
  LOOP
    RETURN QUERY EXECUTE format(
      'SELECT w.id FROM unnest($1) AS w (id) WHERE EXISTS (SELECT FROM %s AS s WHERE s.%I = w.id)', key.source, key.name)
      USING ids;
  END LOOP;
END $$;
