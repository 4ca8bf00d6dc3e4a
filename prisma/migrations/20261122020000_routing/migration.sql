-- CreateEnum
CREATE TYPE "AvailabilityState" AS ENUM ('online', 'away', 'break', 'offline');

-- CreateEnum
CREATE TYPE "RoutingMode" AS ENUM ('off', 'pull', 'push');

-- CreateEnum
CREATE TYPE "RoutingOrder" AS ENUM ('longest_waiting', 'priority', 'due');

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "chatCapacity" INTEGER,
ADD COLUMN     "mailCapacity" INTEGER,
ADD COLUMN     "phoneCapacity" INTEGER,
ADD COLUMN     "socialCapacity" INTEGER;

-- CreateTable
CREATE TABLE "Availability" (
    "workspaceId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "state" "AvailabilityState" NOT NULL DEFAULT 'offline',
    "since" TIMESTAMPTZ(3) NOT NULL,
    "leavesAt" TIMESTAMPTZ(3),
    "absentSince" TIMESTAMPTZ(3),
    "lastRoutedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Availability_pkey" PRIMARY KEY ("workspaceId","userId")
);

-- CreateTable
CREATE TABLE "TimeOff" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "fromOn" DATE NOT NULL,
    "untilOn" DATE NOT NULL,
    "substituteId" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TimeOff_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Skill" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Skill_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "SkillTag" (
    "workspaceId" UUID NOT NULL,
    "skillId" UUID NOT NULL,
    "tagId" UUID NOT NULL,

    CONSTRAINT "SkillTag_pkey" PRIMARY KEY ("workspaceId","skillId","tagId")
);

-- CreateTable
CREATE TABLE "MemberSkill" (
    "workspaceId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "skillId" UUID NOT NULL,

    CONSTRAINT "MemberSkill_pkey" PRIMARY KEY ("workspaceId","userId","skillId")
);

-- CreateTable
CREATE TABLE "RoutingQueue" (
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "mode" "RoutingMode" NOT NULL DEFAULT 'off',
    "order" "RoutingOrder" NOT NULL DEFAULT 'longest_waiting',
    "matchLanguage" BOOLEAN NOT NULL DEFAULT true,
    "stickyDays" INTEGER NOT NULL DEFAULT 30,
    "answerSeconds" INTEGER DEFAULT 60,
    "relaxAfterMinutes" INTEGER,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RoutingQueue_pkey" PRIMARY KEY ("workspaceId","teamId")
);

-- CreateTable
CREATE TABLE "RoutingSettings" (
    "workspaceId" UUID NOT NULL,
    "mailCapacity" INTEGER NOT NULL DEFAULT 20,
    "chatCapacity" INTEGER NOT NULL DEFAULT 3,
    "phoneCapacity" INTEGER NOT NULL DEFAULT 1,
    "socialCapacity" INTEGER NOT NULL DEFAULT 10,
    "lowWeight" INTEGER NOT NULL DEFAULT 1,
    "normalWeight" INTEGER NOT NULL DEFAULT 1,
    "highWeight" INTEGER NOT NULL DEFAULT 2,
    "urgentWeight" INTEGER NOT NULL DEFAULT 3,
    "offlineAfterMinutes" INTEGER NOT NULL DEFAULT 10,

    CONSTRAINT "RoutingSettings_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "RoutedTicket" (
    "workspaceId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "waitingSince" TIMESTAMPTZ(3),
    "routedToId" UUID,
    "routedAt" TIMESTAMPTZ(3),
    "answerBy" TIMESTAMPTZ(3),
    "passedIds" UUID[],

    CONSTRAINT "RoutedTicket_pkey" PRIMARY KEY ("workspaceId","ticketId")
);

-- CreateIndex
CREATE INDEX "Availability_leavesAt_idx" ON "Availability"("leavesAt");

-- CreateIndex
CREATE INDEX "TimeOff_workspaceId_userId_untilOn_idx" ON "TimeOff"("workspaceId", "userId", "untilOn");

-- CreateIndex
CREATE INDEX "TimeOff_workspaceId_substituteId_idx" ON "TimeOff"("workspaceId", "substituteId");

-- CreateIndex
CREATE INDEX "TimeOff_workspaceId_untilOn_id_idx" ON "TimeOff"("workspaceId", "untilOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Skill_workspaceId_name_key" ON "Skill"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "SkillTag_workspaceId_tagId_idx" ON "SkillTag"("workspaceId", "tagId");

-- CreateIndex
CREATE INDEX "MemberSkill_workspaceId_skillId_idx" ON "MemberSkill"("workspaceId", "skillId");

-- CreateIndex
CREATE INDEX "RoutedTicket_workspaceId_routedToId_idx" ON "RoutedTicket"("workspaceId", "routedToId");

-- CreateIndex
CREATE INDEX "RoutedTicket_answerBy_idx" ON "RoutedTicket"("answerBy");

-- CreateIndex
CREATE INDEX "Ticket_workspaceId_assigneeId_status_teamId_idx" ON "Ticket"("workspaceId", "assigneeId", "status", "teamId");

-- AddForeignKey
ALTER TABLE "Availability" ADD CONSTRAINT "Availability_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Availability" ADD CONSTRAINT "Availability_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeOff" ADD CONSTRAINT "TimeOff_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeOff" ADD CONSTRAINT "TimeOff_workspaceId_substituteId_fkey" FOREIGN KEY ("workspaceId", "substituteId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Skill" ADD CONSTRAINT "Skill_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SkillTag" ADD CONSTRAINT "SkillTag_workspaceId_skillId_fkey" FOREIGN KEY ("workspaceId", "skillId") REFERENCES "Skill"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SkillTag" ADD CONSTRAINT "SkillTag_workspaceId_tagId_fkey" FOREIGN KEY ("workspaceId", "tagId") REFERENCES "Tag"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberSkill" ADD CONSTRAINT "MemberSkill_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberSkill" ADD CONSTRAINT "MemberSkill_workspaceId_skillId_fkey" FOREIGN KEY ("workspaceId", "skillId") REFERENCES "Skill"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoutingQueue" ADD CONSTRAINT "RoutingQueue_workspaceId_teamId_fkey" FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoutingSettings" ADD CONSTRAINT "RoutingSettings_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoutedTicket" ADD CONSTRAINT "RoutedTicket_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoutedTicket" ADD CONSTRAINT "RoutedTicket_workspaceId_routedToId_fkey" FOREIGN KEY ("workspaceId", "routedToId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;
