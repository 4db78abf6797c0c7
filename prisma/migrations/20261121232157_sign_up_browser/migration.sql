-- AlterTable
ALTER TABLE "sign_up" ADD COLUMN     "browser_hash" TEXT;
