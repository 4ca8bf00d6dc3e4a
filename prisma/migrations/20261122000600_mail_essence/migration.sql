-- AlterTable
ALTER TABLE "RawInbound" ADD COLUMN "essence" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "RawInbound_workspaceId_essence_idx" ON "RawInbound"("workspaceId", "essence");
