-- CreateEnum
CREATE TYPE "CallDirection" AS ENUM ('inbound', 'outbound', 'internal');

-- CreateEnum
CREATE TYPE "CallStatus" AS ENUM ('queued', 'initiated', 'ringing', 'in_progress', 'ended');

-- CreateEnum
CREATE TYPE "CallCompletion" AS ENUM ('completed', 'missed', 'abandoned_in_queue', 'abandoned_in_ivr', 'abandoned_in_voicemail', 'voicemail', 'failed', 'busy', 'no_answer', 'canceled', 'callback');

-- CreateEnum
CREATE TYPE "RecordingConsent" AS ENUM ('announced', 'opted_in', 'opted_out', 'never');

-- CreateEnum
CREATE TYPE "CallRecordingState" AS ENUM ('awaited', 'stored', 'absent', 'failed', 'expired');

-- CreateEnum
CREATE TYPE "CallbackStatus" AS ENUM ('requested', 'scheduled', 'dialing', 'done', 'failed', 'expired', 'cancelled');

-- CreateTable
CREATE TABLE "CallLog" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "providerCallId" TEXT,
    "parentCallId" TEXT,
    "channelAccountId" UUID,
    "direction" "CallDirection" NOT NULL,
    "status" "CallStatus" NOT NULL DEFAULT 'queued',
    "completion" "CallCompletion",
    "fromNumber" TEXT NOT NULL DEFAULT '',
    "toNumber" TEXT NOT NULL DEFAULT '',
    "line" TEXT NOT NULL DEFAULT '',
    "customerId" UUID,
    "ticketId" UUID,
    "messageId" UUID,
    "agentId" UUID,
    "teamId" UUID,
    "callbackId" UUID,
    "dispositionId" UUID,
    "outsideHours" BOOLEAN NOT NULL DEFAULT false,
    "exceededQueue" BOOLEAN NOT NULL DEFAULT false,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "queuedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "ivrSeconds" INTEGER NOT NULL DEFAULT 0,
    "waitSeconds" INTEGER NOT NULL DEFAULT 0,
    "ringSeconds" INTEGER NOT NULL DEFAULT 0,
    "timeToAnswer" INTEGER,
    "talkSeconds" INTEGER NOT NULL DEFAULT 0,
    "holdSeconds" INTEGER NOT NULL DEFAULT 0,
    "consultSeconds" INTEGER NOT NULL DEFAULT 0,
    "totalSeconds" INTEGER NOT NULL DEFAULT 0,
    "wrapUpUntil" TIMESTAMPTZ(3),
    "wrapUpEndedAt" TIMESTAMPTZ(3),
    "wrapUpExtended" BOOLEAN NOT NULL DEFAULT false,
    "wrapUpSeconds" INTEGER NOT NULL DEFAULT 0,
    "recordingUrl" TEXT,
    "recordingSeconds" INTEGER,
    "recordingConsent" "RecordingConsent",
    "recordingState" "CallRecordingState",
    "recordingId" UUID,
    "recordingUntil" TIMESTAMPTZ(3),
    "voicemail" BOOLEAN NOT NULL DEFAULT false,
    "transcript" TEXT NOT NULL DEFAULT '',
    "hangupCause" TEXT NOT NULL DEFAULT '',
    "costMicros" INTEGER,
    "currency" TEXT,
    "tags" TEXT[],
    "note" TEXT NOT NULL DEFAULT '',
    "raw" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CallLog_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "CallEvent" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "data" JSONB NOT NULL DEFAULT '{}',
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CallEvent_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Callback" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "status" "CallbackStatus" NOT NULL DEFAULT 'requested',
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "windowEnd" TIMESTAMPTZ(3) NOT NULL,
    "timeZone" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "language" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL,
    "codeWord" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "maxAttempts" INTEGER NOT NULL DEFAULT 3,
    "assigneeId" UUID,
    "teamId" UUID,
    "uniqueKey" TEXT,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "open" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Callback_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "CallbackAttempt" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "callbackId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "agentId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "CallbackAttempt_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "CallDisposition" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "CallDisposition_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "PhoneSettings" (
    "workspaceId" UUID NOT NULL,
    "country" TEXT NOT NULL DEFAULT 'HU',
    "wrapUpSeconds" INTEGER NOT NULL DEFAULT 120,
    "recordingDays" INTEGER NOT NULL DEFAULT 90,
    "callbackAttempts" INTEGER NOT NULL DEFAULT 3,
    "callbackSpacing" INTEGER NOT NULL DEFAULT 120,
    "dialWith" TEXT NOT NULL DEFAULT 'tel',
    "sipDomain" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "PhoneSettings_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "PhoneText" (
    "workspaceId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "PhoneText_pkey" PRIMARY KEY ("workspaceId","kind","locale")
);

-- CreateTable
CREATE TABLE "DoNotCall" (
    "workspaceId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DoNotCall_pkey" PRIMARY KEY ("workspaceId","number")
);

-- CreateTable
CREATE TABLE "PhoneExtension" (
    "workspaceId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "extension" TEXT NOT NULL DEFAULT '',
    "device" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "PhoneExtension_pkey" PRIMARY KEY ("workspaceId","userId")
);

-- CreateIndex
CREATE INDEX "CallLog_workspaceId_startedAt_id_idx" ON "CallLog"("workspaceId", "startedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "CallLog_workspaceId_customerId_startedAt_idx" ON "CallLog"("workspaceId", "customerId", "startedAt" DESC);

-- CreateIndex
CREATE INDEX "CallLog_workspaceId_ticketId_startedAt_idx" ON "CallLog"("workspaceId", "ticketId", "startedAt" DESC);

-- CreateIndex
CREATE INDEX "CallLog_workspaceId_agentId_startedAt_idx" ON "CallLog"("workspaceId", "agentId", "startedAt" DESC);

-- CreateIndex
CREATE INDEX "CallLog_workspaceId_teamId_idx" ON "CallLog"("workspaceId", "teamId");

-- CreateIndex
CREATE INDEX "CallLog_workspaceId_callbackId_idx" ON "CallLog"("workspaceId", "callbackId");

-- CreateIndex
CREATE INDEX "CallLog_workspaceId_dispositionId_idx" ON "CallLog"("workspaceId", "dispositionId");

-- CreateIndex
CREATE INDEX "CallLog_workspaceId_messageId_idx" ON "CallLog"("workspaceId", "messageId");

-- CreateIndex
CREATE INDEX "CallLog_recordingUntil_idx" ON "CallLog"("recordingUntil");

-- CreateIndex
CREATE INDEX "CallLog_wrapUpUntil_wrapUpEndedAt_idx" ON "CallLog"("wrapUpUntil", "wrapUpEndedAt");

-- CreateIndex
CREATE UNIQUE INDEX "CallLog_workspaceId_channelAccountId_providerCallId_key" ON "CallLog"("workspaceId", "channelAccountId", "providerCallId");

-- CreateIndex
CREATE UNIQUE INDEX "CallEvent_workspaceId_callId_key_key" ON "CallEvent"("workspaceId", "callId", "key");

-- CreateIndex
CREATE INDEX "Callback_workspaceId_open_dueAt_id_idx" ON "Callback"("workspaceId", "open", "dueAt", "id");

-- CreateIndex
CREATE INDEX "Callback_workspaceId_open_closedAt_id_idx" ON "Callback"("workspaceId", "open", "closedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Callback_workspaceId_assigneeId_open_dueAt_idx" ON "Callback"("workspaceId", "assigneeId", "open", "dueAt");

-- CreateIndex
CREATE INDEX "Callback_workspaceId_ticketId_createdAt_idx" ON "Callback"("workspaceId", "ticketId", "createdAt");

-- CreateIndex
CREATE INDEX "Callback_workspaceId_customerId_idx" ON "Callback"("workspaceId", "customerId");

-- CreateIndex
CREATE INDEX "Callback_workspaceId_teamId_idx" ON "Callback"("workspaceId", "teamId");

-- CreateIndex
CREATE INDEX "Callback_workspaceId_createdById_idx" ON "Callback"("workspaceId", "createdById");

-- CreateIndex
CREATE INDEX "Callback_open_windowEnd_idx" ON "Callback"("open", "windowEnd");

-- CreateIndex
CREATE UNIQUE INDEX "Callback_workspaceId_uniqueKey_key" ON "Callback"("workspaceId", "uniqueKey");

-- CreateIndex
CREATE INDEX "CallbackAttempt_workspaceId_agentId_idx" ON "CallbackAttempt"("workspaceId", "agentId");

-- CreateIndex
CREATE UNIQUE INDEX "CallbackAttempt_workspaceId_callbackId_number_key" ON "CallbackAttempt"("workspaceId", "callbackId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "CallDisposition_workspaceId_name_key" ON "CallDisposition"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "PhoneExtension_workspaceId_extension_idx" ON "PhoneExtension"("workspaceId", "extension");

-- AddForeignKey
ALTER TABLE "CallLog" ADD CONSTRAINT "CallLog_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallLog" ADD CONSTRAINT "CallLog_workspaceId_channelAccountId_fkey" FOREIGN KEY ("workspaceId", "channelAccountId") REFERENCES "ChannelAccount"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallLog" ADD CONSTRAINT "CallLog_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallLog" ADD CONSTRAINT "CallLog_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallLog" ADD CONSTRAINT "CallLog_workspaceId_agentId_fkey" FOREIGN KEY ("workspaceId", "agentId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallLog" ADD CONSTRAINT "CallLog_workspaceId_teamId_fkey" FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallLog" ADD CONSTRAINT "CallLog_workspaceId_callbackId_fkey" FOREIGN KEY ("workspaceId", "callbackId") REFERENCES "Callback"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallLog" ADD CONSTRAINT "CallLog_workspaceId_dispositionId_fkey" FOREIGN KEY ("workspaceId", "dispositionId") REFERENCES "CallDisposition"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallEvent" ADD CONSTRAINT "CallEvent_workspaceId_callId_fkey" FOREIGN KEY ("workspaceId", "callId") REFERENCES "CallLog"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_workspaceId_assigneeId_fkey" FOREIGN KEY ("workspaceId", "assigneeId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_workspaceId_createdById_fkey" FOREIGN KEY ("workspaceId", "createdById") REFERENCES "Membership"("workspaceId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_workspaceId_teamId_fkey" FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallbackAttempt" ADD CONSTRAINT "CallbackAttempt_workspaceId_callbackId_fkey" FOREIGN KEY ("workspaceId", "callbackId") REFERENCES "Callback"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallbackAttempt" ADD CONSTRAINT "CallbackAttempt_workspaceId_agentId_fkey" FOREIGN KEY ("workspaceId", "agentId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallDisposition" ADD CONSTRAINT "CallDisposition_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhoneSettings" ADD CONSTRAINT "PhoneSettings_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhoneText" ADD CONSTRAINT "PhoneText_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoNotCall" ADD CONSTRAINT "DoNotCall_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhoneExtension" ADD CONSTRAINT "PhoneExtension_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;
