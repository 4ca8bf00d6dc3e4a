-- What people are told, how they want to be told it, and up to when each has read a ticket.
ALTER TABLE "Membership" ADD COLUMN "unreadFrom" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

CREATE TABLE "Notification" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "uniqueKey" TEXT NOT NULL,
    "messageId" UUID,
    "actorName" TEXT NOT NULL DEFAULT '',
    "facts" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "app" BOOLEAN NOT NULL,
    "browser" BOOLEAN NOT NULL DEFAULT false,
    "mailAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE TABLE "NotificationSettings" (
    "workspaceId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "preferences" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NotificationSettings_pkey" PRIMARY KEY ("workspaceId","userId")
);

CREATE TABLE "TicketSeen" (
    "workspaceId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TicketSeen_pkey" PRIMARY KEY ("workspaceId","userId","ticketId")
);

CREATE INDEX "Notification_workspaceId_userId_at_id_idx" ON "Notification"("workspaceId", "userId", "at" DESC, "id" DESC);

CREATE INDEX "Notification_workspaceId_userId_ticketId_at_id_idx" ON "Notification"("workspaceId", "userId", "ticketId", "at" DESC, "id" DESC);

CREATE INDEX "Notification_workspaceId_ticketId_idx" ON "Notification"("workspaceId", "ticketId");

CREATE INDEX "Notification_workspaceId_messageId_idx" ON "Notification"("workspaceId", "messageId");

CREATE INDEX "Notification_at_idx" ON "Notification"("at");

CREATE UNIQUE INDEX "Notification_workspaceId_userId_uniqueKey_key" ON "Notification"("workspaceId", "userId", "uniqueKey");

CREATE INDEX "TicketSeen_workspaceId_ticketId_idx" ON "TicketSeen"("workspaceId", "ticketId");

CREATE INDEX "TicketSeen_seenAt_idx" ON "TicketSeen"("seenAt");

ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_messageId_fkey" FOREIGN KEY ("workspaceId", "messageId") REFERENCES "Message"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "NotificationSettings" ADD CONSTRAINT "NotificationSettings_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "TicketSeen" ADD CONSTRAINT "TicketSeen_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "TicketSeen" ADD CONSTRAINT "TicketSeen_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is unread, and what is due by mail, is little among much.
CREATE INDEX "Notification_unread" ON "Notification"("workspaceId", "userId", "ticketId") WHERE "readAt" IS NULL AND app;
CREATE INDEX "Notification_due" ON "Notification"("mailAt") WHERE "mailAt" IS NOT NULL;

-- Which mails people had switched off, they go on not to get.
INSERT INTO "NotificationSettings" ("workspaceId", "userId", preferences, "updatedAt")
SELECT "workspaceId", "userId", jsonb_build_object('choices',
    CASE WHEN "mailOnAssign" THEN '{}'::jsonb ELSE '{"assigned":{"mail":"off"}}'::jsonb END
    || CASE WHEN "mailOnMessage" THEN '{}'::jsonb
       ELSE '{"wrote":{"mail":"off"},"undelivered":{"mail":"off"}}'::jsonb END), now()
FROM "Membership" WHERE NOT "mailOnAssign" OR NOT "mailOnMessage";
ALTER TABLE "Membership" DROP COLUMN "mailOnAssign", DROP COLUMN "mailOnMessage";
