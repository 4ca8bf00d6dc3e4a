-- The extensions that search and the tenant-first text indexes stand on.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "IdentityKind" AS ENUM ('email', 'phone', 'chat', 'social');

-- CreateEnum
CREATE TYPE "NameOrder" AS ENUM ('given_first', 'family_first');

-- CreateEnum
CREATE TYPE "Health" AS ENUM ('unknown', 'healthy', 'failing');

-- CreateEnum
CREATE TYPE "InboundState" AS ENUM ('received', 'processed', 'discarded', 'held');

-- CreateEnum
CREATE TYPE "MailKind" AS ENUM ('reply', 'acknowledgement', 'notification', 'invitation', 'password_reset');

-- CreateEnum
CREATE TYPE "OutgoingState" AS ENUM ('queued', 'sending', 'sent', 'deferred', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('owner', 'admin', 'manager', 'agent', 'light_agent');

-- CreateEnum
CREATE TYPE "Scope" AS ENUM ('all', 'team', 'own');

-- CreateEnum
CREATE TYPE "TicketStatus" AS ENUM ('new', 'open', 'pending', 'on_hold', 'solved', 'closed');

-- CreateEnum
CREATE TYPE "Priority" AS ENUM ('low', 'normal', 'high', 'urgent');

-- CreateEnum
CREATE TYPE "TicketType" AS ENUM ('question', 'problem', 'incident', 'task', 'complaint', 'request');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('email', 'api', 'web', 'chat', 'phone', 'social');

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('inbound', 'outbound', 'note');

-- CreateEnum
CREATE TYPE "AuthorKind" AS ENUM ('customer', 'user', 'system');

-- CreateEnum
CREATE TYPE "Automated" AS ENUM ('auto_reply', 'bounce', 'bulk', 'own');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('queued', 'sent', 'delivered', 'read', 'failed', 'bounced', 'cancelled');

-- CreateEnum
CREATE TYPE "AddressKind" AS ENUM ('from', 'reply_to', 'to', 'cc', 'bcc');

-- CreateEnum
CREATE TYPE "DraftKind" AS ENUM ('reply', 'note');

-- CreateTable
CREATE TABLE "Workspace" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "timeZone" TEXT NOT NULL DEFAULT 'Europe/Budapest',
    "acknowledge" BOOLEAN NOT NULL DEFAULT true,
    "answerWithinHours" INTEGER DEFAULT 8,
    "closeAfterDays" INTEGER NOT NULL DEFAULT 7,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Heartbeat" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Heartbeat_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Organization" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "domains" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Customer" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "displayName" TEXT NOT NULL,
    "givenName" TEXT,
    "familyName" TEXT,
    "nameOrder" "NameOrder" NOT NULL DEFAULT 'given_first',
    "locale" TEXT,
    "timeZone" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "organizationId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "searchText" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Customer_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "CustomerIdentity" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "kind" "IdentityKind" NOT NULL,
    "value" TEXT NOT NULL,
    "primary" BOOLEAN NOT NULL DEFAULT true,
    "bouncedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CustomerIdentity_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "ChannelAccount" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel" "Channel" NOT NULL DEFAULT 'email',
    "name" TEXT NOT NULL,
    "address" TEXT,
    "sealedConfig" TEXT,
    "inboundKeyHash" TEXT,
    "teamId" UUID,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "health" "Health" NOT NULL DEFAULT 'unknown',
    "healthDetail" TEXT NOT NULL DEFAULT '',
    "healthAt" TIMESTAMPTZ(3),
    "lastReceivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChannelAccount_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "MailboxCursor" (
    "workspaceId" UUID NOT NULL,
    "channelAccountId" UUID NOT NULL,
    "folder" TEXT NOT NULL,
    "uidValidity" BIGINT NOT NULL,
    "lastUid" BIGINT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MailboxCursor_pkey" PRIMARY KEY ("workspaceId","channelAccountId","folder")
);

-- CreateTable
CREATE TABLE "RawInbound" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channelAccountId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "envelopeFrom" TEXT,
    "envelopeTo" TEXT[],
    "remoteAddress" TEXT NOT NULL DEFAULT '',
    "bytes" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "state" "InboundState" NOT NULL DEFAULT 'received',
    "verdict" TEXT,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "ticketId" UUID,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "processedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RawInbound_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "OutgoingMail" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "MailKind" NOT NULL,
    "messageId" UUID,
    "channelAccountId" UUID,
    "uniqueKey" TEXT,
    "mailMessageId" TEXT NOT NULL,
    "mailFrom" TEXT NOT NULL,
    "rcptTo" TEXT[],
    "subject" TEXT NOT NULL,
    "text" TEXT,
    "html" TEXT,
    "headers" JSONB NOT NULL DEFAULT '{}',
    "state" "OutgoingState" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "via" TEXT,
    "lastError" TEXT,
    "runAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "raw" BYTEA,

    CONSTRAINT "OutgoingMail_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "MailText" (
    "workspaceId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "MailText_pkey" PRIMARY KEY ("workspaceId","kind","locale")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "timeZone" TEXT NOT NULL DEFAULT 'Europe/Budapest',
    "theme" TEXT NOT NULL DEFAULT 'system',
    "density" TEXT NOT NULL DEFAULT 'comfortable',
    "shortcuts" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabledAt" TIMESTAMPTZ(3),
    "lastWorkspace" TEXT,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UserSession" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "userAgent" TEXT NOT NULL DEFAULT '',
    "ip" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "UserSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasswordReset" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PasswordReset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "workspaceId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "scope" "Scope" NOT NULL DEFAULT 'all',
    "signature" TEXT NOT NULL DEFAULT '',
    "languages" TEXT[],
    "mailOnAssign" BOOLEAN NOT NULL DEFAULT true,
    "mailOnMessage" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deactivatedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("workspaceId","userId")
);

-- CreateTable
CREATE TABLE "Team" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "TeamMember" (
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "lead" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "TeamMember_pkey" PRIMARY KEY ("workspaceId","teamId","userId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "scope" "Scope" NOT NULL DEFAULT 'all',
    "teamIds" UUID[],
    "locale" TEXT NOT NULL DEFAULT 'en',
    "tokenHash" TEXT NOT NULL,
    "invitedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "keyHash" TEXT NOT NULL,
    "scopes" TEXT[],
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "IdempotentReply" (
    "workspaceId" UUID NOT NULL,
    "apiKeyId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "status" INTEGER,
    "body" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotentReply_pkey" PRIMARY KEY ("workspaceId","apiKeyId","key")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "ip" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "TicketSearch" (
    "workspaceId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "vector" tsvector NOT NULL,
    "activityAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TicketSearch_pkey" PRIMARY KEY ("workspaceId","ticketId")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "workspaceId" UUID NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("workspaceId","word")
);

-- CreateTable
CREATE TABLE "Ticket" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "status" "TicketStatus" NOT NULL DEFAULT 'new',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "priority" "Priority" NOT NULL DEFAULT 'normal',
    "type" "TicketType" NOT NULL DEFAULT 'question',
    "channel" "Channel" NOT NULL,
    "channelAccountId" UUID,
    "requesterId" UUID NOT NULL,
    "assigneeId" UUID,
    "teamId" UUID,
    "language" TEXT,
    "followUpOfId" UUID,
    "mergedIntoId" UUID,
    "spam" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "activityAt" TIMESTAMPTZ(3) NOT NULL,
    "lastMessageAt" TIMESTAMPTZ(3),
    "lastMessageId" UUID,
    "preview" TEXT NOT NULL DEFAULT '',
    "lastDirection" "Direction",
    "firstRepliedAt" TIMESTAMPTZ(3),
    "solvedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Ticket_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Message" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "direction" "Direction" NOT NULL,
    "channel" "Channel" NOT NULL,
    "channelAccountId" UUID,
    "authorKind" "AuthorKind" NOT NULL,
    "authorCustomerId" UUID,
    "authorUserId" UUID,
    "authorName" TEXT NOT NULL DEFAULT '',
    "authorAddress" TEXT NOT NULL DEFAULT '',
    "subject" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "visibleText" TEXT NOT NULL,
    "html" TEXT,
    "messageId" TEXT,
    "inReplyTo" TEXT[],
    "references" TEXT[],
    "headers" JSONB,
    "automated" "Automated",
    "threadedBy" TEXT,
    "language" TEXT,
    "thanks" BOOLEAN NOT NULL DEFAULT false,
    "unverified" BOOLEAN NOT NULL DEFAULT false,
    "delivery" "DeliveryState",
    "deliveryDetail" TEXT,
    "sendAt" TIMESTAMPTZ(3),
    "scheduled" BOOLEAN NOT NULL DEFAULT false,
    "sentAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "rawInboundId" UUID,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "MessageAddress" (
    "workspaceId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "kind" "AddressKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT,
    "address" TEXT NOT NULL,

    CONSTRAINT "MessageAddress_pkey" PRIMARY KEY ("workspaceId","messageId","kind","position")
);

-- CreateTable
CREATE TABLE "DeliveryAttempt" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "DeliveryState" NOT NULL,
    "recipient" TEXT NOT NULL DEFAULT '',
    "code" TEXT NOT NULL DEFAULT '',
    "detail" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "DeliveryAttempt_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "messageId" UUID,
    "uploadedById" UUID,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "inline" BOOLEAN NOT NULL DEFAULT false,
    "contentId" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "TicketEvent" (
    "workspaceId" UUID NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "ticketId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TicketEvent_pkey" PRIMARY KEY ("workspaceId","position")
);

-- CreateTable
CREATE TABLE "Tag" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "TicketTag" (
    "workspaceId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "tagId" UUID NOT NULL,

    CONSTRAINT "TicketTag_pkey" PRIMARY KEY ("workspaceId","ticketId","tagId")
);

-- CreateTable
CREATE TABLE "Draft" (
    "workspaceId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" "DraftKind" NOT NULL,
    "html" TEXT NOT NULL,
    "to" TEXT[],
    "cc" TEXT[],
    "bcc" TEXT[],
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("workspaceId","ticketId","userId","kind")
);

-- CreateIndex
CREATE UNIQUE INDEX "Workspace_slug_key" ON "Workspace"("slug");

-- CreateIndex
CREATE INDEX "RateLimit_expire_idx" ON "RateLimit"("expire");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_workspaceId_name_key" ON "Organization"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "Customer_workspaceId_createdAt_id_idx" ON "Customer"("workspaceId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Customer_workspaceId_organizationId_idx" ON "Customer"("workspaceId", "organizationId");

-- CreateIndex
CREATE INDEX "Customer_search" ON "Customer" USING GIN ("workspaceId" uuid_ops, "searchText" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "CustomerIdentity_workspaceId_customerId_idx" ON "CustomerIdentity"("workspaceId", "customerId");

-- CreateIndex
CREATE UNIQUE INDEX "CustomerIdentity_workspaceId_kind_value_key" ON "CustomerIdentity"("workspaceId", "kind", "value");

-- CreateIndex
CREATE UNIQUE INDEX "ChannelAccount_address_key" ON "ChannelAccount"("address");

-- CreateIndex
CREATE UNIQUE INDEX "ChannelAccount_inboundKeyHash_key" ON "ChannelAccount"("inboundKeyHash");

-- CreateIndex
CREATE UNIQUE INDEX "ChannelAccount_workspaceId_name_key" ON "ChannelAccount"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "RawInbound_workspaceId_state_receivedAt_id_idx" ON "RawInbound"("workspaceId", "state", "receivedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "RawInbound_workspaceId_receivedAt_id_idx" ON "RawInbound"("workspaceId", "receivedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "RawInbound_state_receivedAt_idx" ON "RawInbound"("state", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "RawInbound_workspaceId_channelAccountId_key_key" ON "RawInbound"("workspaceId", "channelAccountId", "key");

-- CreateIndex
CREATE INDEX "OutgoingMail_workspaceId_mailMessageId_idx" ON "OutgoingMail"("workspaceId", "mailMessageId");

-- CreateIndex
CREATE INDEX "OutgoingMail_workspaceId_messageId_idx" ON "OutgoingMail"("workspaceId", "messageId");

-- CreateIndex
CREATE INDEX "OutgoingMail_workspaceId_createdAt_id_idx" ON "OutgoingMail"("workspaceId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "OutgoingMail_state_runAt_idx" ON "OutgoingMail"("state", "runAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutgoingMail_workspaceId_uniqueKey_key" ON "OutgoingMail"("workspaceId", "uniqueKey");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "UserSession_userId_expiresAt_idx" ON "UserSession"("userId", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "PasswordReset_tokenHash_key" ON "PasswordReset"("tokenHash");

-- CreateIndex
CREATE INDEX "PasswordReset_userId_idx" ON "PasswordReset"("userId");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Team_workspaceId_name_key" ON "Team"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "TeamMember_workspaceId_userId_idx" ON "TeamMember"("workspaceId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_workspaceId_createdAt_idx" ON "Invitation"("workspaceId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_keyHash_key" ON "ApiKey"("keyHash");

-- CreateIndex
CREATE INDEX "IdempotentReply_createdAt_idx" ON "IdempotentReply"("createdAt");

-- CreateIndex
CREATE INDEX "TicketSearch_vector" ON "TicketSearch" USING GIN ("workspaceId" uuid_ops, "vector" tsvector_ops);

-- CreateIndex
CREATE INDEX "SearchWord_word" ON "SearchWord" USING GIN ("workspaceId" uuid_ops, "word" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Ticket_workspaceId_active_activityAt_id_idx" ON "Ticket"("workspaceId", "active", "activityAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Ticket_workspaceId_assigneeId_active_activityAt_id_idx" ON "Ticket"("workspaceId", "assigneeId", "active", "activityAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Ticket_workspaceId_teamId_active_activityAt_id_idx" ON "Ticket"("workspaceId", "teamId", "active", "activityAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Ticket_workspaceId_status_activityAt_id_idx" ON "Ticket"("workspaceId", "status", "activityAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Ticket_workspaceId_requesterId_activityAt_id_idx" ON "Ticket"("workspaceId", "requesterId", "activityAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Ticket_workspaceId_updatedAt_id_idx" ON "Ticket"("workspaceId", "updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Ticket_workspaceId_createdAt_id_idx" ON "Ticket"("workspaceId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Ticket_workspaceId_followUpOfId_idx" ON "Ticket"("workspaceId", "followUpOfId");

-- CreateIndex
CREATE INDEX "Ticket_workspaceId_mergedIntoId_idx" ON "Ticket"("workspaceId", "mergedIntoId");

-- CreateIndex
CREATE INDEX "Ticket_workspaceId_channelAccountId_idx" ON "Ticket"("workspaceId", "channelAccountId");

-- CreateIndex
CREATE INDEX "Ticket_status_solvedAt_idx" ON "Ticket"("status", "solvedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Ticket_workspaceId_number_key" ON "Ticket"("workspaceId", "number");

-- CreateIndex
CREATE INDEX "Message_workspaceId_ticketId_createdAt_id_idx" ON "Message"("workspaceId", "ticketId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Message_workspaceId_createdAt_id_idx" ON "Message"("workspaceId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Message_workspaceId_messageId_idx" ON "Message"("workspaceId", "messageId");

-- CreateIndex
CREATE INDEX "Message_workspaceId_rawInboundId_idx" ON "Message"("workspaceId", "rawInboundId");

-- CreateIndex
CREATE INDEX "Message_workspaceId_authorCustomerId_idx" ON "Message"("workspaceId", "authorCustomerId");

-- CreateIndex
CREATE INDEX "DeliveryAttempt_workspaceId_messageId_at_idx" ON "DeliveryAttempt"("workspaceId", "messageId", "at");

-- CreateIndex
CREATE INDEX "Attachment_workspaceId_messageId_position_idx" ON "Attachment"("workspaceId", "messageId", "position");

-- CreateIndex
CREATE INDEX "Attachment_workspaceId_sha256_idx" ON "Attachment"("workspaceId", "sha256");

-- CreateIndex
CREATE INDEX "Attachment_messageId_createdAt_idx" ON "Attachment"("messageId", "createdAt");

-- CreateIndex
CREATE INDEX "TicketEvent_workspaceId_ticketId_position_idx" ON "TicketEvent"("workspaceId", "ticketId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "TicketEvent_position_key" ON "TicketEvent"("position");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_workspaceId_name_key" ON "Tag"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "TicketTag_workspaceId_tagId_ticketId_idx" ON "TicketTag"("workspaceId", "tagId", "ticketId");

-- AddForeignKey
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Customer" ADD CONSTRAINT "Customer_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Customer" ADD CONSTRAINT "Customer_workspaceId_organizationId_fkey" FOREIGN KEY ("workspaceId", "organizationId") REFERENCES "Organization"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerIdentity" ADD CONSTRAINT "CustomerIdentity_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelAccount" ADD CONSTRAINT "ChannelAccount_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelAccount" ADD CONSTRAINT "ChannelAccount_workspaceId_teamId_fkey" FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailboxCursor" ADD CONSTRAINT "MailboxCursor_workspaceId_channelAccountId_fkey" FOREIGN KEY ("workspaceId", "channelAccountId") REFERENCES "ChannelAccount"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RawInbound" ADD CONSTRAINT "RawInbound_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RawInbound" ADD CONSTRAINT "RawInbound_workspaceId_channelAccountId_fkey" FOREIGN KEY ("workspaceId", "channelAccountId") REFERENCES "ChannelAccount"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_workspaceId_messageId_fkey" FOREIGN KEY ("workspaceId", "messageId") REFERENCES "Message"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailText" ADD CONSTRAINT "MailText_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserSession" ADD CONSTRAINT "UserSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PasswordReset" ADD CONSTRAINT "PasswordReset_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamMember" ADD CONSTRAINT "TeamMember_workspaceId_teamId_fkey" FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamMember" ADD CONSTRAINT "TeamMember_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdempotentReply" ADD CONSTRAINT "IdempotentReply_workspaceId_apiKeyId_fkey" FOREIGN KEY ("workspaceId", "apiKeyId") REFERENCES "ApiKey"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketSearch" ADD CONSTRAINT "TicketSearch_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchWord" ADD CONSTRAINT "SearchWord_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_workspaceId_channelAccountId_fkey" FOREIGN KEY ("workspaceId", "channelAccountId") REFERENCES "ChannelAccount"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_workspaceId_requesterId_fkey" FOREIGN KEY ("workspaceId", "requesterId") REFERENCES "Customer"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_workspaceId_assigneeId_fkey" FOREIGN KEY ("workspaceId", "assigneeId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_workspaceId_teamId_fkey" FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_workspaceId_followUpOfId_fkey" FOREIGN KEY ("workspaceId", "followUpOfId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_workspaceId_mergedIntoId_fkey" FOREIGN KEY ("workspaceId", "mergedIntoId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_workspaceId_channelAccountId_fkey" FOREIGN KEY ("workspaceId", "channelAccountId") REFERENCES "ChannelAccount"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_workspaceId_authorCustomerId_fkey" FOREIGN KEY ("workspaceId", "authorCustomerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_workspaceId_authorUserId_fkey" FOREIGN KEY ("workspaceId", "authorUserId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_workspaceId_rawInboundId_fkey" FOREIGN KEY ("workspaceId", "rawInboundId") REFERENCES "RawInbound"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageAddress" ADD CONSTRAINT "MessageAddress_workspaceId_messageId_fkey" FOREIGN KEY ("workspaceId", "messageId") REFERENCES "Message"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeliveryAttempt" ADD CONSTRAINT "DeliveryAttempt_workspaceId_messageId_fkey" FOREIGN KEY ("workspaceId", "messageId") REFERENCES "Message"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_workspaceId_messageId_fkey" FOREIGN KEY ("workspaceId", "messageId") REFERENCES "Message"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_workspaceId_uploadedById_fkey" FOREIGN KEY ("workspaceId", "uploadedById") REFERENCES "Membership"("workspaceId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketEvent" ADD CONSTRAINT "TicketEvent_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketTag" ADD CONSTRAINT "TicketTag_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketTag" ADD CONSTRAINT "TicketTag_workspaceId_tagId_fkey" FOREIGN KEY ("workspaceId", "tagId") REFERENCES "Tag"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;


