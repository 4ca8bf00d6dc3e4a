-- Saved views of tickets, their counters, and how each person wants to see them.
-- CreateEnum
CREATE TYPE "ViewAudience" AS ENUM ('personal', 'team', 'everyone');

-- CreateTable
CREATE TABLE "SavedView" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "audience" "ViewAudience" NOT NULL,
    "ownerId" UUID,
    "teamId" UUID,
    "conditions" JSONB NOT NULL,
    "columns" TEXT[],
    "sort" TEXT NOT NULL,
    "groupBy" TEXT,
    "density" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "drifts" BOOLEAN NOT NULL DEFAULT false,
    "staleAt" TIMESTAMPTZ(3),
    "countedAt" TIMESTAMPTZ(3),
    "countPartial" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "SavedViewCount" (
    "workspaceId" UUID NOT NULL,
    "viewId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "assigneeId" UUID,
    "teamId" UUID,
    "counts" INTEGER[],

    CONSTRAINT "SavedViewCount_pkey" PRIMARY KEY ("workspaceId","viewId","position")
);

-- CreateTable
CREATE TABLE "SavedViewLook" (
    "workspaceId" UUID NOT NULL,
    "viewId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "columns" TEXT[],
    "sort" TEXT NOT NULL,
    "groupBy" TEXT,
    "density" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedViewLook_pkey" PRIMARY KEY ("workspaceId","viewId","userId")
);

-- CreateIndex
CREATE INDEX "SavedView_workspaceId_audience_name_id_idx" ON "SavedView"("workspaceId", "audience", "name", "id");

-- CreateIndex
CREATE INDEX "SavedView_workspaceId_ownerId_idx" ON "SavedView"("workspaceId", "ownerId");

-- CreateIndex
CREATE INDEX "SavedView_workspaceId_teamId_idx" ON "SavedView"("workspaceId", "teamId");

-- CreateIndex
CREATE INDEX "SavedView_staleAt_idx" ON "SavedView"("staleAt");

-- CreateIndex
CREATE INDEX "SavedViewLook_workspaceId_userId_idx" ON "SavedViewLook"("workspaceId", "userId");

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_workspaceId_ownerId_fkey" FOREIGN KEY ("workspaceId", "ownerId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_workspaceId_teamId_fkey" FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedViewCount" ADD CONSTRAINT "SavedViewCount_workspaceId_viewId_fkey" FOREIGN KEY ("workspaceId", "viewId") REFERENCES "SavedView"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedViewLook" ADD CONSTRAINT "SavedViewLook_workspaceId_viewId_fkey" FOREIGN KEY ("workspaceId", "viewId") REFERENCES "SavedView"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedViewLook" ADD CONSTRAINT "SavedViewLook_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;
