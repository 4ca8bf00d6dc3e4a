-- Who is offered a chat, and until when, is what routing remembers of its ticket.
-- DropForeignKey
ALTER TABLE "ChatSession" DROP CONSTRAINT "ChatSession_workspaceId_offeredToId_fkey";

-- DropIndex
DROP INDEX "ChatSession_workspaceId_offeredToId_idx";

-- AlterTable
ALTER TABLE "ChatAccount" DROP COLUMN "offerSeconds";

-- AlterTable
ALTER TABLE "ChatSession" DROP COLUMN "offeredToId",
DROP COLUMN "offeredUntil";
