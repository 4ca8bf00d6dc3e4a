-- One ticket became a part of another one; can be undone.
CREATE TABLE "TicketMerge" (
  "workspaceId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "sourceId" UUID NOT NULL,
  "targetId" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "sourceStatus" "TicketStatus" NOT NULL,
  "sourceSolvedAt" TIMESTAMPTZ(3),
  "sourceClosedAt" TIMESTAMPTZ(3),
  "messageIds" UUID[],
  "callIds" UUID[],
  "callbackIds" UUID[],
  "chatIds" UUID[],
  "conversationIds" UUID[],
  "tagIds" UUID[],
  "undoneAt" TIMESTAMPTZ(3),

  CONSTRAINT "TicketMerge_pkey" PRIMARY KEY ("workspaceId", "id")
);

CREATE INDEX "TicketMerge_workspaceId_targetId_at_idx" ON "TicketMerge" ("workspaceId", "targetId", "at");
CREATE INDEX "TicketMerge_workspaceId_sourceId_at_idx" ON "TicketMerge" ("workspaceId", "sourceId", "at");

ALTER TABLE "TicketMerge" ADD CONSTRAINT "TicketMerge_workspaceId_sourceId_fkey"
  FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "Ticket" ("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "TicketMerge" ADD CONSTRAINT "TicketMerge_workspaceId_targetId_fkey"
  FOREIGN KEY ("workspaceId", "targetId") REFERENCES "Ticket" ("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
