-- Request forms, and what people send by them: kept before it becomes a ticket.
-- CreateEnum
CREATE TYPE "SubmissionState" AS ENUM ('received', 'held', 'processed', 'discarded');

-- CreateTable
CREATE TABLE "RequestForm" (
    "workspaceId" UUID NOT NULL,
    "channelAccountId" UUID NOT NULL,
    "publicKey" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "texts" JSONB NOT NULL,
    "allowedOrigins" TEXT[],
    "priority" "Priority" NOT NULL DEFAULT 'normal',
    "type" "TicketType" NOT NULL DEFAULT 'question',
    "tags" TEXT[],
    "inPortal" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RequestForm_pkey" PRIMARY KEY ("workspaceId","channelAccountId")
);

-- CreateTable
CREATE TABLE "FormSubmission" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channelAccountId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "email" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "state" "SubmissionState" NOT NULL DEFAULT 'received',
    "reason" TEXT NOT NULL DEFAULT '',
    "remoteAddress" TEXT NOT NULL DEFAULT '',
    "ticketId" UUID,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "processedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FormSubmission_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "RequestForm_publicKey_key" ON "RequestForm"("publicKey");

-- CreateIndex
CREATE INDEX "RequestForm_workspaceId_inPortal_position_idx" ON "RequestForm"("workspaceId", "inPortal", "position");

-- CreateIndex
CREATE INDEX "FormSubmission_workspaceId_state_receivedAt_id_idx" ON "FormSubmission"("workspaceId", "state", "receivedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "FormSubmission_workspaceId_channelAccountId_state_receivedA_idx" ON "FormSubmission"("workspaceId", "channelAccountId", "state", "receivedAt" DESC);

-- CreateIndex
CREATE INDEX "FormSubmission_workspaceId_ticketId_idx" ON "FormSubmission"("workspaceId", "ticketId");

-- CreateIndex
CREATE UNIQUE INDEX "FormSubmission_workspaceId_channelAccountId_key_key" ON "FormSubmission"("workspaceId", "channelAccountId", "key");

-- AddForeignKey
ALTER TABLE "RequestForm" ADD CONSTRAINT "RequestForm_workspaceId_channelAccountId_fkey" FOREIGN KEY ("workspaceId", "channelAccountId") REFERENCES "ChannelAccount"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormSubmission" ADD CONSTRAINT "FormSubmission_workspaceId_channelAccountId_fkey" FOREIGN KEY ("workspaceId", "channelAccountId") REFERENCES "RequestForm"("workspaceId", "channelAccountId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormSubmission" ADD CONSTRAINT "FormSubmission_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


