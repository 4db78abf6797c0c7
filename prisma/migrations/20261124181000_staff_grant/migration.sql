-- CreateTable
CREATE TABLE "staff_grant" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "consultation_id" INTEGER,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "granted_by" INTEGER,

    CONSTRAINT "staff_grant_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "staff_grant_consultation_id_idx" ON "staff_grant"("consultation_id");

-- CreateIndex
CREATE INDEX "staff_grant_granted_by_idx" ON "staff_grant"("granted_by");

-- CreateIndex
CREATE UNIQUE INDEX "staff_grant_account_id_role_consultation_id_key" ON "staff_grant"("account_id", "role", "consultation_id");

-- AddForeignKey
ALTER TABLE "staff_grant" ADD CONSTRAINT "staff_grant_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_grant" ADD CONSTRAINT "staff_grant_granted_by_fkey" FOREIGN KEY ("granted_by") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_grant" ADD CONSTRAINT "staff_grant_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "staff_grant"
  ADD CONSTRAINT "staff_grant_role" CHECK ("role" IN ('administrator', 'editor', 'moderator', 'organiser'));

-- To the index above, two rows without a consultation are two different ones.
CREATE UNIQUE INDEX "staff_grant_of_all" ON "staff_grant"("account_id", "role") WHERE "consultation_id" IS NULL;

-- The one role that each account had was one of all consultations. When it was given, and by whom, nobody wrote down.
INSERT INTO "staff_grant" ("account_id", "role") SELECT "id", "role" FROM "account" WHERE "role" <> 'participant';

-- AlterTable
ALTER TABLE "account" DROP COLUMN "role";

-- Somebody must be left who can appoint others. Two who go at once wait for each other here, so that the second sees that
-- the first has gone; a snapshot older than that could not see it, and is refused.
CREATE FUNCTION keep_an_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.role = 'administrator' AND NEW.consultation_id IS NULL THEN
      RETURN NEW;
    END IF;
  END IF;
  IF current_setting('transaction_isolation') = 'repeatable read' THEN
    RAISE EXCEPTION 'An administrator is not removed under REPEATABLE READ';
  END IF;
  PERFORM pg_advisory_xact_lock(2, 0);
  IF NOT EXISTS (SELECT FROM staff_grant WHERE role = 'administrator' AND consultation_id IS NULL AND id <> OLD.id) THEN
    RAISE EXCEPTION 'The last administrator stays' USING ERRCODE = 'CN001';
  END IF;
  RETURN CASE TG_OP WHEN 'UPDATE' THEN NEW ELSE OLD END;
END
$$;
CREATE TRIGGER keep_an_administrator BEFORE UPDATE OR DELETE ON "staff_grant" FOR EACH ROW
  WHEN (OLD.role = 'administrator' AND OLD.consultation_id IS NULL) EXECUTE FUNCTION keep_an_administrator();

-- Streams that staff hold open ask again when a right ends, on every process.
CREATE FUNCTION tell_that_rights_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (TG_TABLE_NAME = 'staff_grant' AND EXISTS (SELECT FROM ended))
    OR EXISTS (SELECT FROM staff_grant AS g JOIN ended AS e ON e.account_id = g.account_id) THEN
    PERFORM pg_notify('rights', '');
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER tell_that_rights_end AFTER DELETE ON "session" REFERENCING OLD TABLE AS ended
  FOR EACH STATEMENT EXECUTE FUNCTION tell_that_rights_end();
CREATE TRIGGER tell_that_rights_end AFTER DELETE ON "staff_grant" REFERENCING OLD TABLE AS ended
  FOR EACH STATEMENT EXECUTE FUNCTION tell_that_rights_end();
