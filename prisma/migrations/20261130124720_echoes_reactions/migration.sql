-- What was written in a vendor's own app, in a thread that is not here yet.
CREATE TABLE "WaitingEcho" (
    "workspaceId" UUID NOT NULL,
    "channelAccountId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "rawInboundId" UUID NOT NULL,

    CONSTRAINT "WaitingEcho_pkey" PRIMARY KEY ("workspaceId","channelAccountId","key","rawInboundId")
);

CREATE INDEX "WaitingEcho_workspaceId_rawInboundId_idx" ON "WaitingEcho"("workspaceId", "rawInboundId");

ALTER TABLE "WaitingEcho" ADD CONSTRAINT "WaitingEcho_workspaceId_channelAccountId_fkey" FOREIGN KEY ("workspaceId", "channelAccountId") REFERENCES "ChannelAccount"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "WaitingEcho" ADD CONSTRAINT "WaitingEcho_workspaceId_rawInboundId_fkey" FOREIGN KEY ("workspaceId", "rawInboundId") REFERENCES "RawInbound"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- How somebody reacted to a message, theirs or ours; it may come before the message and in any order.
CREATE TABLE "MessageReaction" (
    "workspaceId" UUID NOT NULL,
    "channelAccountId" UUID NOT NULL,
    "externalId" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "emoji" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MessageReaction_pkey" PRIMARY KEY ("workspaceId","channelAccountId","externalId","by")
);

ALTER TABLE "MessageReaction" ADD CONSTRAINT "MessageReaction_workspaceId_channelAccountId_fkey" FOREIGN KEY ("workspaceId", "channelAccountId") REFERENCES "ChannelAccount"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
