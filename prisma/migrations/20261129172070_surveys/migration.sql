-- What customers are asked, when they are asked, and what they answered.
-- CreateEnum
CREATE TYPE "SurveyKind" AS ENUM ('csat', 'ces', 'nps', 'resolved', 'custom');

-- CreateEnum
CREATE TYPE "SurveyTrigger" AS ENUM ('solved', 'schedule', 'hand');

-- CreateEnum
CREATE TYPE "SurveyChannel" AS ENUM ('email', 'chat', 'portal', 'link');

-- CreateEnum
CREATE TYPE "SurveyInviteState" AS ENUM ('waiting', 'sent', 'answered', 'bounced', 'expired', 'cancelled', 'skipped');

-- AlterEnum
ALTER TYPE "MailKind" ADD VALUE 'survey';

-- CreateTable
CREATE TABLE "SurveyDefinition" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "SurveyKind" NOT NULL,
    "trigger" "SurveyTrigger" NOT NULL,
    "terms" JSONB NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "activeSince" TIMESTAMPTZ(3),
    "pacedUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SurveyDefinition_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "SurveyVersion" (
    "workspaceId" UUID NOT NULL,
    "surveyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "terms" JSONB NOT NULL,
    "savedById" UUID,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SurveyVersion_pkey" PRIMARY KEY ("workspaceId","surveyId","version")
);

-- CreateTable
CREATE TABLE "SurveyInvite" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "surveyId" UUID NOT NULL,
    "surveyVersion" INTEGER NOT NULL,
    "customerId" UUID NOT NULL,
    "ticketId" UUID,
    "episode" INTEGER NOT NULL DEFAULT 0,
    "agentId" UUID,
    "teamId" UUID,
    "channel" "SurveyChannel" NOT NULL,
    "locale" TEXT NOT NULL,
    "state" "SurveyInviteState" NOT NULL DEFAULT 'waiting',
    "reason" TEXT NOT NULL DEFAULT '',
    "onceKey" TEXT,
    "tokenHash" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "remindAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SurveyInvite_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "SurveyAnswer" (
    "workspaceId" UUID NOT NULL,
    "inviteId" UUID NOT NULL,
    "surveyId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "ticketId" UUID,
    "agentId" UUID,
    "teamId" UUID,
    "locale" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "mood" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "hasComment" BOOLEAN NOT NULL DEFAULT false,
    "changes" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SurveyAnswer_pkey" PRIMARY KEY ("workspaceId","inviteId")
);

-- CreateTable
CREATE TABLE "SurveyFollowUp" (
    "workspaceId" UUID NOT NULL,
    "inviteId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "assigneeId" UUID,
    "open" BOOLEAN NOT NULL DEFAULT true,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "alarmedAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "SurveyFollowUp_pkey" PRIMARY KEY ("workspaceId","inviteId")
);

-- CreateTable
CREATE TABLE "SurveyTurn" (
    "workspaceId" UUID NOT NULL,
    "surveyId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SurveyTurn_pkey" PRIMARY KEY ("workspaceId","surveyId","customerId")
);

-- CreateTable
CREATE TABLE "SurveyOptOut" (
    "workspaceId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SurveyOptOut_pkey" PRIMARY KEY ("workspaceId","customerId")
);

-- CreateIndex
CREATE INDEX "SurveyDefinition_workspaceId_position_idx" ON "SurveyDefinition"("workspaceId", "position");

-- CreateIndex
CREATE INDEX "SurveyDefinition_workspaceId_active_trigger_idx" ON "SurveyDefinition"("workspaceId", "active", "trigger");

-- CreateIndex
CREATE INDEX "SurveyDefinition_active_trigger_idx" ON "SurveyDefinition"("active", "trigger");

-- CreateIndex
CREATE UNIQUE INDEX "SurveyInvite_tokenHash_key" ON "SurveyInvite"("tokenHash");

-- CreateIndex
CREATE INDEX "SurveyInvite_state_dueAt_idx" ON "SurveyInvite"("state", "dueAt");

-- CreateIndex
CREATE INDEX "SurveyInvite_state_remindAt_idx" ON "SurveyInvite"("state", "remindAt");

-- CreateIndex
CREATE INDEX "SurveyInvite_state_expiresAt_idx" ON "SurveyInvite"("state", "expiresAt");

-- CreateIndex
CREATE INDEX "SurveyInvite_workspaceId_surveyId_sentAt_id_idx" ON "SurveyInvite"("workspaceId", "surveyId", "sentAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "SurveyInvite_workspaceId_createdAt_id_idx" ON "SurveyInvite"("workspaceId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "SurveyInvite_workspaceId_customerId_sentAt_idx" ON "SurveyInvite"("workspaceId", "customerId", "sentAt" DESC);

-- CreateIndex
CREATE INDEX "SurveyInvite_workspaceId_ticketId_createdAt_idx" ON "SurveyInvite"("workspaceId", "ticketId", "createdAt");

-- CreateIndex
CREATE INDEX "SurveyInvite_workspaceId_agentId_sentAt_idx" ON "SurveyInvite"("workspaceId", "agentId", "sentAt");

-- CreateIndex
CREATE INDEX "SurveyInvite_workspaceId_teamId_sentAt_idx" ON "SurveyInvite"("workspaceId", "teamId", "sentAt");

-- CreateIndex
CREATE UNIQUE INDEX "SurveyInvite_workspaceId_onceKey_key" ON "SurveyInvite"("workspaceId", "onceKey");

-- CreateIndex
CREATE INDEX "SurveyAnswer_workspaceId_at_inviteId_idx" ON "SurveyAnswer"("workspaceId", "at" DESC, "inviteId" DESC);

-- CreateIndex
CREATE INDEX "SurveyAnswer_workspaceId_surveyId_at_inviteId_idx" ON "SurveyAnswer"("workspaceId", "surveyId", "at" DESC, "inviteId" DESC);

-- CreateIndex
CREATE INDEX "SurveyAnswer_workspaceId_agentId_at_inviteId_idx" ON "SurveyAnswer"("workspaceId", "agentId", "at" DESC, "inviteId" DESC);

-- CreateIndex
CREATE INDEX "SurveyAnswer_workspaceId_teamId_at_inviteId_idx" ON "SurveyAnswer"("workspaceId", "teamId", "at" DESC, "inviteId" DESC);

-- CreateIndex
CREATE INDEX "SurveyAnswer_workspaceId_mood_at_inviteId_idx" ON "SurveyAnswer"("workspaceId", "mood", "at" DESC, "inviteId" DESC);

-- CreateIndex
CREATE INDEX "SurveyAnswer_workspaceId_hasComment_at_inviteId_idx" ON "SurveyAnswer"("workspaceId", "hasComment", "at" DESC, "inviteId" DESC);

-- CreateIndex
CREATE INDEX "SurveyAnswer_workspaceId_customerId_at_idx" ON "SurveyAnswer"("workspaceId", "customerId", "at" DESC);

-- CreateIndex
CREATE INDEX "SurveyAnswer_workspaceId_ticketId_at_idx" ON "SurveyAnswer"("workspaceId", "ticketId", "at");

-- CreateIndex
CREATE INDEX "SurveyFollowUp_workspaceId_ticketId_idx" ON "SurveyFollowUp"("workspaceId", "ticketId");

-- CreateIndex
CREATE INDEX "SurveyFollowUp_workspaceId_assigneeId_idx" ON "SurveyFollowUp"("workspaceId", "assigneeId");

-- CreateIndex
CREATE INDEX "SurveyFollowUp_open_alarmedAt_dueAt_idx" ON "SurveyFollowUp"("open", "alarmedAt", "dueAt");

-- CreateIndex
CREATE INDEX "SurveyTurn_workspaceId_customerId_idx" ON "SurveyTurn"("workspaceId", "customerId");

-- CreateIndex
CREATE INDEX "SurveyTurn_workspaceId_surveyId_dueAt_customerId_idx" ON "SurveyTurn"("workspaceId", "surveyId", "dueAt", "customerId");

-- AddForeignKey
ALTER TABLE "SurveyDefinition" ADD CONSTRAINT "SurveyDefinition_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyVersion" ADD CONSTRAINT "SurveyVersion_workspaceId_surveyId_fkey" FOREIGN KEY ("workspaceId", "surveyId") REFERENCES "SurveyDefinition"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyInvite" ADD CONSTRAINT "SurveyInvite_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyInvite" ADD CONSTRAINT "SurveyInvite_workspaceId_surveyId_fkey" FOREIGN KEY ("workspaceId", "surveyId") REFERENCES "SurveyDefinition"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyInvite" ADD CONSTRAINT "SurveyInvite_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyInvite" ADD CONSTRAINT "SurveyInvite_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyInvite" ADD CONSTRAINT "SurveyInvite_workspaceId_agentId_fkey" FOREIGN KEY ("workspaceId", "agentId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyInvite" ADD CONSTRAINT "SurveyInvite_workspaceId_teamId_fkey" FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_workspaceId_inviteId_fkey" FOREIGN KEY ("workspaceId", "inviteId") REFERENCES "SurveyInvite"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_workspaceId_surveyId_fkey" FOREIGN KEY ("workspaceId", "surveyId") REFERENCES "SurveyDefinition"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_workspaceId_agentId_fkey" FOREIGN KEY ("workspaceId", "agentId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_workspaceId_teamId_fkey" FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyFollowUp" ADD CONSTRAINT "SurveyFollowUp_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyFollowUp" ADD CONSTRAINT "SurveyFollowUp_workspaceId_inviteId_fkey" FOREIGN KEY ("workspaceId", "inviteId") REFERENCES "SurveyInvite"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyFollowUp" ADD CONSTRAINT "SurveyFollowUp_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyFollowUp" ADD CONSTRAINT "SurveyFollowUp_workspaceId_assigneeId_fkey" FOREIGN KEY ("workspaceId", "assigneeId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyTurn" ADD CONSTRAINT "SurveyTurn_workspaceId_surveyId_fkey" FOREIGN KEY ("workspaceId", "surveyId") REFERENCES "SurveyDefinition"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyTurn" ADD CONSTRAINT "SurveyTurn_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyOptOut" ADD CONSTRAINT "SurveyOptOut_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

