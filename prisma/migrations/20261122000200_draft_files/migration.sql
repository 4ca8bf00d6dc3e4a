-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "attachmentIds" UUID[];


