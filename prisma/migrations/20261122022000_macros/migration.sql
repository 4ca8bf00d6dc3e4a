-- CreateEnum
CREATE TYPE "MacroAudience" AS ENUM ('personal', 'team', 'everyone');

-- CreateEnum
CREATE TYPE "MacroTextKind" AS ENUM ('reply', 'note');

-- CreateTable
CREATE TABLE "Macro" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "shortcut" TEXT NOT NULL DEFAULT '',
    "folder" TEXT NOT NULL DEFAULT '',
    "audience" "MacroAudience" NOT NULL,
    "ownerId" UUID,
    "teamId" UUID,
    "actions" JSONB NOT NULL DEFAULT '[]',
    "textKind" "MacroTextKind" NOT NULL DEFAULT 'reply',
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Macro_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "MacroText" (
    "workspaceId" UUID NOT NULL,
    "macroId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "html" TEXT NOT NULL,

    CONSTRAINT "MacroText_pkey" PRIMARY KEY ("workspaceId","macroId","locale")
);

-- CreateTable
CREATE TABLE "MacroUse" (
    "workspaceId" UUID NOT NULL,
    "macroId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,
    "favourite" BOOLEAN NOT NULL DEFAULT false,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MacroUse_pkey" PRIMARY KEY ("workspaceId","macroId","userId")
);

-- CreateIndex
CREATE INDEX "Macro_workspaceId_audience_position_id_idx" ON "Macro"("workspaceId", "audience", "position", "id");

-- CreateIndex
CREATE INDEX "Macro_workspaceId_ownerId_position_id_idx" ON "Macro"("workspaceId", "ownerId", "position", "id");

-- CreateIndex
CREATE INDEX "Macro_workspaceId_teamId_position_id_idx" ON "Macro"("workspaceId", "teamId", "position", "id");

-- CreateIndex
CREATE INDEX "MacroUse_workspaceId_userId_idx" ON "MacroUse"("workspaceId", "userId");

-- AddForeignKey
ALTER TABLE "Macro" ADD CONSTRAINT "Macro_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Macro" ADD CONSTRAINT "Macro_workspaceId_ownerId_fkey" FOREIGN KEY ("workspaceId", "ownerId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Macro" ADD CONSTRAINT "Macro_workspaceId_teamId_fkey" FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MacroText" ADD CONSTRAINT "MacroText_workspaceId_macroId_fkey" FOREIGN KEY ("workspaceId", "macroId") REFERENCES "Macro"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MacroUse" ADD CONSTRAINT "MacroUse_workspaceId_macroId_fkey" FOREIGN KEY ("workspaceId", "macroId") REFERENCES "Macro"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MacroUse" ADD CONSTRAINT "MacroUse_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;


-- Whom a macro belongs to is said once: a personal one by its owner, a team's by its team.
ALTER TABLE "Macro" ADD CONSTRAINT "Macro_audience_check" CHECK (
    ("audience" = 'personal') = ("ownerId" IS NOT NULL)
    AND ("audience" = 'team') = ("teamId" IS NOT NULL)
);
