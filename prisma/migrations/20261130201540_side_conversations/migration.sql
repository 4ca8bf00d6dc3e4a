-- Mails with somebody who is not the customer, within a ticket.
CREATE TYPE "SideState" AS ENUM ('open', 'done');

CREATE TABLE "SideConversation" (
  "workspaceId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "ticketId" UUID NOT NULL,
  "channelAccountId" UUID NOT NULL,
  "subject" TEXT NOT NULL,
  "state" "SideState" NOT NULL DEFAULT 'open',
  "startedById" UUID,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "activityAt" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "SideConversation_pkey" PRIMARY KEY ("workspaceId", "id")
);

CREATE INDEX "SideConversation_workspaceId_ticketId_activityAt_id_idx"
  ON "SideConversation" ("workspaceId", "ticketId", "activityAt" DESC, "id" DESC);
CREATE INDEX "SideConversation_workspaceId_channelAccountId_idx" ON "SideConversation" ("workspaceId", "channelAccountId");
CREATE INDEX "SideConversation_workspaceId_startedById_idx" ON "SideConversation" ("workspaceId", "startedById");

ALTER TABLE "SideConversation" ADD CONSTRAINT "SideConversation_workspaceId_ticketId_fkey"
  FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket" ("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SideConversation" ADD CONSTRAINT "SideConversation_workspaceId_channelAccountId_fkey"
  FOREIGN KEY ("workspaceId", "channelAccountId") REFERENCES "ChannelAccount" ("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SideConversation" ADD CONSTRAINT "SideConversation_workspaceId_startedById_fkey"
  FOREIGN KEY ("workspaceId", "startedById") REFERENCES "Membership" ("workspaceId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A message of one stands on no ticket.
ALTER TABLE "Message" ADD COLUMN "sideConversationId" UUID;
ALTER TABLE "Message" ADD CONSTRAINT "Message_side_or_ticket" CHECK ("sideConversationId" IS NULL OR "ticketId" IS NULL);
ALTER TABLE "Message" ADD CONSTRAINT "Message_workspaceId_sideConversationId_fkey"
  FOREIGN KEY ("workspaceId", "sideConversationId") REFERENCES "SideConversation" ("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "Message_workspaceId_sideConversationId_createdAt_idx" ON "Message" ("workspaceId", "sideConversationId", "createdAt");

-- The side conversations that went along with a merge, and go back with it.
ALTER TABLE "TicketMerge" ADD COLUMN "sideIds" UUID[] DEFAULT ARRAY[]::UUID[];
