-- Conversations on channels that are no mail: their threads, what the channels say of our messages, and room for both.

-- AlterEnum
ALTER TYPE "Channel" ADD VALUE 'whatsapp';
ALTER TYPE "Channel" ADD VALUE 'messenger';
ALTER TYPE "Channel" ADD VALUE 'instagram';
ALTER TYPE "Channel" ADD VALUE 'facebook';
ALTER TYPE "Channel" ADD VALUE 'telegram';
ALTER TYPE "Channel" ADD VALUE 'x';
ALTER TYPE "Channel" ADD VALUE 'mastodon';

-- AlterEnum
ALTER TYPE "IdentityKind" ADD VALUE 'whatsapp';
ALTER TYPE "IdentityKind" ADD VALUE 'messenger';
ALTER TYPE "IdentityKind" ADD VALUE 'instagram';
ALTER TYPE "IdentityKind" ADD VALUE 'facebook';
ALTER TYPE "IdentityKind" ADD VALUE 'telegram';
ALTER TYPE "IdentityKind" ADD VALUE 'x';
ALTER TYPE "IdentityKind" ADD VALUE 'mastodon';

-- AlterTable
ALTER TABLE "ChannelAccount" ADD COLUMN     "cursor" JSONB,
ADD COLUMN     "externalId" TEXT,
ADD COLUMN     "pollAt" TIMESTAMPTZ(3),
ADD COLUMN     "pollFailures" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "CustomerIdentity" ADD COLUMN     "label" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "conversationId" UUID,
ADD COLUMN     "deletedAt" TIMESTAMPTZ(3),
ADD COLUMN     "editedAt" TIMESTAMPTZ(3),
ADD COLUMN     "permalink" TEXT;

-- AlterTable
ALTER TABLE "OutgoingMail" ADD COLUMN     "channel" "Channel" NOT NULL DEFAULT 'email',
ADD COLUMN     "conversationId" UUID;

-- AlterTable
ALTER TABLE "RawInbound" ADD COLUMN     "headers" JSONB;

-- CreateTable
CREATE TABLE "ChannelConversation" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channelAccountId" UUID NOT NULL,
    "channel" "Channel" NOT NULL,
    "key" TEXT NOT NULL,
    "isPublic" BOOLEAN NOT NULL DEFAULT false,
    "customerId" UUID NOT NULL,
    "ticketId" UUID,
    "handle" TEXT NOT NULL DEFAULT '',
    "lastInboundAt" TIMESTAMPTZ(3),
    "lastInboundId" TEXT,
    "lastOutboundAt" TIMESTAMPTZ(3),
    "blockedAt" TIMESTAMPTZ(3),
    "blockedWhy" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChannelConversation_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "ChannelReceipt" (
    "workspaceId" UUID NOT NULL,
    "channelAccountId" UUID NOT NULL,
    "externalId" TEXT NOT NULL,
    "messageId" UUID,
    "conversationId" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "state" "DeliveryState",
    "detail" TEXT NOT NULL DEFAULT '',
    "sentAt" TIMESTAMPTZ(3),
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ChannelReceipt_pkey" PRIMARY KEY ("workspaceId","channelAccountId","externalId")
);

-- CreateIndex
CREATE INDEX "ChannelConversation_workspaceId_customerId_lastInboundAt_idx" ON "ChannelConversation"("workspaceId", "customerId", "lastInboundAt" DESC);

-- CreateIndex
CREATE INDEX "ChannelConversation_workspaceId_ticketId_idx" ON "ChannelConversation"("workspaceId", "ticketId");

-- CreateIndex
CREATE UNIQUE INDEX "ChannelConversation_workspaceId_channelAccountId_key_key" ON "ChannelConversation"("workspaceId", "channelAccountId", "key");

-- CreateIndex
CREATE INDEX "ChannelReceipt_workspaceId_messageId_position_idx" ON "ChannelReceipt"("workspaceId", "messageId", "position");

-- CreateIndex
CREATE INDEX "ChannelReceipt_workspaceId_conversationId_sentAt_idx" ON "ChannelReceipt"("workspaceId", "conversationId", "sentAt");

-- CreateIndex
CREATE INDEX "ChannelAccount_channel_enabled_pollAt_idx" ON "ChannelAccount"("channel", "enabled", "pollAt");

-- CreateIndex
CREATE UNIQUE INDEX "ChannelAccount_workspaceId_channel_externalId_key" ON "ChannelAccount"("workspaceId", "channel", "externalId");

-- CreateIndex
CREATE INDEX "Message_workspaceId_conversationId_createdAt_idx" ON "Message"("workspaceId", "conversationId", "createdAt");

-- CreateIndex
CREATE INDEX "OutgoingMail_workspaceId_conversationId_createdAt_idx" ON "OutgoingMail"("workspaceId", "conversationId", "createdAt");

-- AddForeignKey
ALTER TABLE "ChannelConversation" ADD CONSTRAINT "ChannelConversation_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelConversation" ADD CONSTRAINT "ChannelConversation_workspaceId_channelAccountId_fkey" FOREIGN KEY ("workspaceId", "channelAccountId") REFERENCES "ChannelAccount"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelConversation" ADD CONSTRAINT "ChannelConversation_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelConversation" ADD CONSTRAINT "ChannelConversation_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelReceipt" ADD CONSTRAINT "ChannelReceipt_workspaceId_channelAccountId_fkey" FOREIGN KEY ("workspaceId", "channelAccountId") REFERENCES "ChannelAccount"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelReceipt" ADD CONSTRAINT "ChannelReceipt_workspaceId_messageId_fkey" FOREIGN KEY ("workspaceId", "messageId") REFERENCES "Message"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelReceipt" ADD CONSTRAINT "ChannelReceipt_workspaceId_conversationId_fkey" FOREIGN KEY ("workspaceId", "conversationId") REFERENCES "ChannelConversation"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_workspaceId_conversationId_fkey" FOREIGN KEY ("workspaceId", "conversationId") REFERENCES "ChannelConversation"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_workspaceId_conversationId_fkey" FOREIGN KEY ("workspaceId", "conversationId") REFERENCES "ChannelConversation"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
