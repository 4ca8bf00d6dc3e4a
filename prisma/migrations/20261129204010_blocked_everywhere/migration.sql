-- Nothing has ever been written here: the table is made anew for what every channel holds back.
DROP TABLE "BlockedMessage";

CREATE TABLE "BlockedMessage" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel" "Channel" NOT NULL,
    "channelAccountId" UUID,
    "key" TEXT NOT NULL,
    "thread" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "settledBy" TEXT NOT NULL DEFAULT '',
    "ticketId" UUID,

    CONSTRAINT "BlockedMessage_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE UNIQUE INDEX "BlockedMessage_workspaceId_key_key" ON "BlockedMessage"("workspaceId", "key");
CREATE INDEX "BlockedMessage_workspaceId_settledAt_at_id_idx" ON "BlockedMessage"("workspaceId", "settledAt", "at" DESC, "id" DESC);
CREATE INDEX "BlockedMessage_workspaceId_thread_idx" ON "BlockedMessage"("workspaceId", "thread");
CREATE INDEX "BlockedMessage_workspaceId_channelAccountId_idx" ON "BlockedMessage"("workspaceId", "channelAccountId");
CREATE INDEX "BlockedMessage_workspaceId_ticketId_idx" ON "BlockedMessage"("workspaceId", "ticketId");
ALTER TABLE "BlockedMessage" ADD CONSTRAINT "BlockedMessage_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "BlockedMessage" ADD CONSTRAINT "BlockedMessage_workspaceId_channelAccountId_fkey" FOREIGN KEY ("workspaceId", "channelAccountId") REFERENCES "ChannelAccount"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "BlockedMessage" ADD CONSTRAINT "BlockedMessage_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CallLog" ADD COLUMN "blockedWhy" TEXT;

CREATE INDEX "RawInbound_blocked" ON "RawInbound"("workspaceId", "receivedAt" DESC, "id" DESC) WHERE state = 'held' AND verdict = 'blocked';
