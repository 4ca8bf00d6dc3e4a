-- AlterTable
ALTER TABLE "CustomerImportLine" ADD COLUMN "unclosed" BOOLEAN NOT NULL DEFAULT false;
