-- CreateTable
CREATE TABLE "ChecklistTemplate" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "items" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "ChecklistTemplate_pkey" PRIMARY KEY ("workspaceId","id")
);
-- CreateIndex
CREATE INDEX "ChecklistTemplate_workspaceId_name_idx" ON "ChecklistTemplate"("workspaceId", "name");
-- AddForeignKey
ALTER TABLE "ChecklistTemplate" ADD CONSTRAINT "ChecklistTemplate_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
