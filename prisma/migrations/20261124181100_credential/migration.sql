-- CreateTable
CREATE TABLE "credential" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT,
    "secret" TEXT,
    "data" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "credential_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "credential_account_id_kind_idx" ON "credential"("account_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "credential_kind_subject_key" ON "credential"("kind", "subject");

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "credential"
  ADD CONSTRAINT "credential_kind" CHECK ("kind" IN ('password', 'totp', 'email-link', 'passkey', 'federation')),
  ADD CONSTRAINT "credential_secret" CHECK ("kind" NOT IN ('password', 'totp') OR "secret" IS NOT NULL),
  ADD CONSTRAINT "credential_subject" CHECK (("kind" IN ('passkey', 'federation')) = ("subject" IS NOT NULL));

-- Of what has no subject, an account has one.
CREATE UNIQUE INDEX "credential_one_of_kind" ON "credential"("account_id", "kind") WHERE "subject" IS NULL;

INSERT INTO "credential" ("account_id", "kind", "secret", "created_at") SELECT "id", 'password', "password_hash", "created_at" FROM "account";

-- AlterTable
ALTER TABLE "account" DROP COLUMN "password_hash";

-- Every session was opened by a password, at a time that nobody wrote down, but not before there was the account.
-- AlterTable
ALTER TABLE "session" ADD COLUMN     "proofs" TEXT[] NOT NULL DEFAULT '{password}',
ADD COLUMN     "proven_at" TIMESTAMPTZ(3);
UPDATE "session" AS s SET "proven_at" = a."created_at" FROM "account" AS a WHERE a."id" = s."account_id";
ALTER TABLE "session" ALTER COLUMN "proofs" DROP DEFAULT, ALTER COLUMN "proven_at" SET NOT NULL,
  ADD CONSTRAINT "session_proofs" CHECK ("proofs" <@ ARRAY['password', 'totp', 'email-link', 'passkey', 'federation']);
