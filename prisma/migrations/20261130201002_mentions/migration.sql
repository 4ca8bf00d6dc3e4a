-- Whom a note speaks to.
CREATE TABLE "MessageMention" (
  "workspaceId" UUID NOT NULL,
  "messageId" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "userId" UUID,
  "teamId" UUID,

  CONSTRAINT "MessageMention_pkey" PRIMARY KEY ("workspaceId", "messageId", "position"),
  CONSTRAINT "MessageMention_one" CHECK (("userId" IS NULL) <> ("teamId" IS NULL))
);

CREATE INDEX "MessageMention_workspaceId_userId_idx" ON "MessageMention" ("workspaceId", "userId");
CREATE INDEX "MessageMention_workspaceId_teamId_idx" ON "MessageMention" ("workspaceId", "teamId");

ALTER TABLE "MessageMention" ADD CONSTRAINT "MessageMention_workspaceId_messageId_fkey"
  FOREIGN KEY ("workspaceId", "messageId") REFERENCES "Message" ("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MessageMention" ADD CONSTRAINT "MessageMention_workspaceId_userId_fkey"
  FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership" ("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MessageMention" ADD CONSTRAINT "MessageMention_workspaceId_teamId_fkey"
  FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team" ("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
