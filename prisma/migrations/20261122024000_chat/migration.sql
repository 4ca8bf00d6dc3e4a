-- CreateEnum
CREATE TYPE "ChatState" AS ENUM ('waiting', 'active', 'ended');

-- CreateEnum
CREATE TYPE "ChatEnd" AS ENUM ('visitor', 'agent', 'idle', 'left');

-- CreateTable
CREATE TABLE "ChatAccount" (
    "workspaceId" UUID NOT NULL,
    "channelAccountId" UUID NOT NULL,
    "publicKey" TEXT NOT NULL,
    "allowedOrigins" TEXT[],
    "settings" JSONB NOT NULL,
    "sealedSecrets" TEXT NOT NULL,
    "verifiedOnly" BOOLEAN NOT NULL DEFAULT false,
    "calendarId" UUID,
    "offerSeconds" INTEGER NOT NULL DEFAULT 60,
    "warnMinutes" INTEGER NOT NULL DEFAULT 10,
    "endMinutes" INTEGER NOT NULL DEFAULT 15,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChatAccount_pkey" PRIMARY KEY ("workspaceId","channelAccountId")
);

-- CreateTable
CREATE TABLE "ChatVisitor" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channelAccountId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "customerId" UUID,
    "externalId" TEXT,
    "verifiedAt" TIMESTAMPTZ(3),
    "name" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "phone" TEXT,
    "locale" TEXT,
    "timeZone" TEXT,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChatVisitor_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "ChatSession" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channelAccountId" UUID NOT NULL,
    "visitorId" UUID NOT NULL,
    "ticketId" UUID,
    "state" "ChatState" NOT NULL DEFAULT 'waiting',
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "locale" TEXT NOT NULL,
    "pageUrl" TEXT NOT NULL DEFAULT '',
    "pageTitle" TEXT NOT NULL DEFAULT '',
    "referrer" TEXT NOT NULL DEFAULT '',
    "userAgent" TEXT NOT NULL DEFAULT '',
    "answers" JSONB NOT NULL DEFAULT '{}',
    "openedBy" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "waitingSince" TIMESTAMPTZ(3),
    "offeredToId" UUID,
    "offeredUntil" TIMESTAMPTZ(3),
    "acceptedById" UUID,
    "acceptedAt" TIMESTAMPTZ(3),
    "waitedMs" INTEGER,
    "endedAt" TIMESTAMPTZ(3),
    "endedBy" "ChatEnd",
    "lastMessageAt" TIMESTAMPTZ(3) NOT NULL,
    "lastVisitorAt" TIMESTAMPTZ(3),
    "warnedAt" TIMESTAMPTZ(3),
    "visitorSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "visitorReadSequence" INTEGER NOT NULL DEFAULT 0,
    "agentReadSequence" INTEGER NOT NULL DEFAULT 0,
    "byMail" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ChatSession_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "ChatEvent" (
    "workspaceId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "messageId" UUID,
    "clientId" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChatEvent_pkey" PRIMARY KEY ("workspaceId","sessionId","sequence")
);

-- CreateTable
CREATE TABLE "ChatUpload" (
    "workspaceId" UUID NOT NULL,
    "attachmentId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,

    CONSTRAINT "ChatUpload_pkey" PRIMARY KEY ("workspaceId","attachmentId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ChatAccount_publicKey_key" ON "ChatAccount"("publicKey");

-- CreateIndex
CREATE INDEX "ChatAccount_workspaceId_calendarId_idx" ON "ChatAccount"("workspaceId", "calendarId");

-- CreateIndex
CREATE UNIQUE INDEX "ChatVisitor_tokenHash_key" ON "ChatVisitor"("tokenHash");

-- CreateIndex
CREATE INDEX "ChatVisitor_workspaceId_channelAccountId_idx" ON "ChatVisitor"("workspaceId", "channelAccountId");

-- CreateIndex
CREATE INDEX "ChatVisitor_workspaceId_customerId_idx" ON "ChatVisitor"("workspaceId", "customerId");

-- CreateIndex
CREATE INDEX "ChatVisitor_expiresAt_idx" ON "ChatVisitor"("expiresAt");

-- CreateIndex
CREATE INDEX "ChatSession_workspaceId_ticketId_idx" ON "ChatSession"("workspaceId", "ticketId");

-- CreateIndex
CREATE INDEX "ChatSession_workspaceId_visitorId_createdAt_idx" ON "ChatSession"("workspaceId", "visitorId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "ChatSession_workspaceId_channelAccountId_state_waitingSince_idx" ON "ChatSession"("workspaceId", "channelAccountId", "state", "waitingSince");

-- CreateIndex
CREATE INDEX "ChatSession_workspaceId_channelAccountId_acceptedAt_idx" ON "ChatSession"("workspaceId", "channelAccountId", "acceptedAt");

-- CreateIndex
CREATE INDEX "ChatSession_workspaceId_offeredToId_idx" ON "ChatSession"("workspaceId", "offeredToId");

-- CreateIndex
CREATE INDEX "ChatSession_workspaceId_acceptedById_state_idx" ON "ChatSession"("workspaceId", "acceptedById", "state");

-- CreateIndex
CREATE INDEX "ChatSession_workspaceId_createdAt_id_idx" ON "ChatSession"("workspaceId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ChatSession_state_lastMessageAt_idx" ON "ChatSession"("state", "lastMessageAt");

-- CreateIndex
CREATE INDEX "ChatEvent_workspaceId_messageId_idx" ON "ChatEvent"("workspaceId", "messageId");

-- CreateIndex
CREATE UNIQUE INDEX "ChatEvent_workspaceId_sessionId_clientId_key" ON "ChatEvent"("workspaceId", "sessionId", "clientId");

-- CreateIndex
CREATE INDEX "ChatUpload_workspaceId_sessionId_idx" ON "ChatUpload"("workspaceId", "sessionId");

-- AddForeignKey
ALTER TABLE "ChatAccount" ADD CONSTRAINT "ChatAccount_workspaceId_channelAccountId_fkey" FOREIGN KEY ("workspaceId", "channelAccountId") REFERENCES "ChannelAccount"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatAccount" ADD CONSTRAINT "ChatAccount_workspaceId_calendarId_fkey" FOREIGN KEY ("workspaceId", "calendarId") REFERENCES "BusinessCalendar"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatVisitor" ADD CONSTRAINT "ChatVisitor_workspaceId_channelAccountId_fkey" FOREIGN KEY ("workspaceId", "channelAccountId") REFERENCES "ChatAccount"("workspaceId", "channelAccountId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatVisitor" ADD CONSTRAINT "ChatVisitor_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatSession" ADD CONSTRAINT "ChatSession_workspaceId_channelAccountId_fkey" FOREIGN KEY ("workspaceId", "channelAccountId") REFERENCES "ChatAccount"("workspaceId", "channelAccountId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatSession" ADD CONSTRAINT "ChatSession_workspaceId_visitorId_fkey" FOREIGN KEY ("workspaceId", "visitorId") REFERENCES "ChatVisitor"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatSession" ADD CONSTRAINT "ChatSession_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatSession" ADD CONSTRAINT "ChatSession_workspaceId_offeredToId_fkey" FOREIGN KEY ("workspaceId", "offeredToId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatSession" ADD CONSTRAINT "ChatSession_workspaceId_acceptedById_fkey" FOREIGN KEY ("workspaceId", "acceptedById") REFERENCES "Membership"("workspaceId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatEvent" ADD CONSTRAINT "ChatEvent_workspaceId_sessionId_fkey" FOREIGN KEY ("workspaceId", "sessionId") REFERENCES "ChatSession"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatEvent" ADD CONSTRAINT "ChatEvent_workspaceId_messageId_fkey" FOREIGN KEY ("workspaceId", "messageId") REFERENCES "Message"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatUpload" ADD CONSTRAINT "ChatUpload_workspaceId_attachmentId_fkey" FOREIGN KEY ("workspaceId", "attachmentId") REFERENCES "Attachment"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatUpload" ADD CONSTRAINT "ChatUpload_workspaceId_sessionId_fkey" FOREIGN KEY ("workspaceId", "sessionId") REFERENCES "ChatSession"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
