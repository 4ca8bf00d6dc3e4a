-- CreateTable
CREATE TABLE "Checklist" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "Checklist_pkey" PRIMARY KEY ("workspaceId","id")
);
-- CreateTable
CREATE TABLE "ChecklistItem" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "checklistId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "doneById" UUID,
    CONSTRAINT "ChecklistItem_pkey" PRIMARY KEY ("workspaceId","id")
);
-- AlterTable
ALTER TABLE "TicketMerge" ADD COLUMN "checklistIds" UUID[] DEFAULT ARRAY[]::UUID[];
-- CreateIndex
CREATE INDEX "Checklist_workspaceId_ticketId_idx" ON "Checklist"("workspaceId", "ticketId");
-- CreateIndex
CREATE INDEX "ChecklistItem_workspaceId_checklistId_position_idx" ON "ChecklistItem"("workspaceId", "checklistId", "position");
-- CreateIndex
CREATE INDEX "ChecklistItem_workspaceId_doneById_idx" ON "ChecklistItem"("workspaceId", "doneById");
-- AddForeignKey
ALTER TABLE "Checklist" ADD CONSTRAINT "Checklist_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "ChecklistItem" ADD CONSTRAINT "ChecklistItem_workspaceId_checklistId_fkey" FOREIGN KEY ("workspaceId", "checklistId") REFERENCES "Checklist"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "ChecklistItem" ADD CONSTRAINT "ChecklistItem_workspaceId_doneById_fkey" FOREIGN KEY ("workspaceId", "doneById") REFERENCES "Membership"("workspaceId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;
