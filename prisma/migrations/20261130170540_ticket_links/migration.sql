-- What one ticket is of another.
CREATE TYPE "TicketLinkKind" AS ENUM ('incident_of', 'part_of', 'duplicate_of', 'related');

CREATE TABLE "TicketLink" (
  "workspaceId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "kind" "TicketLinkKind" NOT NULL,
  "fromId" UUID NOT NULL,
  "toId" UUID NOT NULL,
  "createdById" UUID,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "TicketLink_pkey" PRIMARY KEY ("workspaceId", "id"),
  CONSTRAINT "TicketLink_two" CHECK ("fromId" <> "toId")
);

CREATE INDEX "TicketLink_workspaceId_fromId_kind_idx" ON "TicketLink" ("workspaceId", "fromId", "kind");
CREATE INDEX "TicketLink_workspaceId_toId_kind_idx" ON "TicketLink" ("workspaceId", "toId", "kind");
CREATE INDEX "TicketLink_workspaceId_createdById_idx" ON "TicketLink" ("workspaceId", "createdById");

-- One link per pair, whichever way, and one problem, parent and original for each ticket.
CREATE UNIQUE INDEX "TicketLink_pair" ON "TicketLink" ("workspaceId", LEAST("fromId", "toId"), GREATEST("fromId", "toId"));
CREATE UNIQUE INDEX "TicketLink_one_above" ON "TicketLink" ("workspaceId", "fromId", "kind") WHERE "kind" <> 'related';

ALTER TABLE "TicketLink" ADD CONSTRAINT "TicketLink_workspaceId_fromId_fkey"
  FOREIGN KEY ("workspaceId", "fromId") REFERENCES "Ticket" ("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "TicketLink" ADD CONSTRAINT "TicketLink_workspaceId_toId_fkey"
  FOREIGN KEY ("workspaceId", "toId") REFERENCES "Ticket" ("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "TicketLink" ADD CONSTRAINT "TicketLink_workspaceId_createdById_fkey"
  FOREIGN KEY ("workspaceId", "createdById") REFERENCES "Membership" ("workspaceId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- That an answer to all incidents of a problem was sent on one of them.
CREATE TABLE "IncidentAnswer" (
  "workspaceId" UUID NOT NULL,
  "answerId" UUID NOT NULL,
  "ticketId" UUID NOT NULL,
  "messageId" UUID NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "IncidentAnswer_pkey" PRIMARY KEY ("workspaceId", "answerId", "ticketId")
);

CREATE INDEX "IncidentAnswer_workspaceId_ticketId_idx" ON "IncidentAnswer" ("workspaceId", "ticketId");
CREATE INDEX "IncidentAnswer_workspaceId_messageId_idx" ON "IncidentAnswer" ("workspaceId", "messageId");

ALTER TABLE "IncidentAnswer" ADD CONSTRAINT "IncidentAnswer_workspaceId_ticketId_fkey"
  FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket" ("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "IncidentAnswer" ADD CONSTRAINT "IncidentAnswer_workspaceId_messageId_fkey"
  FOREIGN KEY ("workspaceId", "messageId") REFERENCES "Message" ("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The links that went along with a merge, and go back with it.
ALTER TABLE "TicketMerge" ADD COLUMN "linkIds" UUID[] DEFAULT ARRAY[]::UUID[];
