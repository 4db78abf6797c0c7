-- AlterTable
ALTER TABLE "consultation" ADD COLUMN     "pseudonym_key" UUID NOT NULL DEFAULT gen_random_uuid();
