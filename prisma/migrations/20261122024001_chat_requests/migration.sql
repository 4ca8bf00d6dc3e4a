-- AlterTable
ALTER TABLE "ChatSession" ADD COLUMN     "agentDeliveredSequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "call" JSONB,
ADD COLUMN     "clientId" TEXT NOT NULL,
ADD COLUMN     "offline" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ChatUpload" ADD COLUMN     "height" INTEGER,
ADD COLUMN     "width" INTEGER;

-- CreateIndex
CREATE UNIQUE INDEX "ChatSession_workspaceId_channelAccountId_clientId_key" ON "ChatSession"("workspaceId", "channelAccountId", "clientId");
