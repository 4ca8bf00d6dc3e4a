-- The last that a vendor said of whether somebody can be reached in a thread: it may come before the thread and in any order.
CREATE TABLE "ChannelReach" (
    "workspaceId" UUID NOT NULL,
    "channelAccountId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "why" TEXT,

    CONSTRAINT "ChannelReach_pkey" PRIMARY KEY ("workspaceId","channelAccountId","key")
);

ALTER TABLE "ChannelReach" ADD CONSTRAINT "ChannelReach_workspaceId_channelAccountId_fkey" FOREIGN KEY ("workspaceId", "channelAccountId") REFERENCES "ChannelAccount"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A vendor gave somebody another id: what they wrote before, and comes later, is theirs as well.
CREATE TABLE "IdentityRename" (
    "workspaceId" UUID NOT NULL,
    "kind" "IdentityKind" NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdentityRename_pkey" PRIMARY KEY ("workspaceId","kind","before","after")
);

ALTER TABLE "IdentityRename" ADD CONSTRAINT "IdentityRename_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Threads whose messages came before the one that they answer are found by it.
CREATE INDEX "Message_answered" ON "Message" ("workspaceId", "channelAccountId", ("inReplyTo"[1])) WHERE "conversationId" IS NOT NULL AND direction = 'inbound';
