-- Who has a ticket open now. It is over within half a minute, so that a crash need not bring it back.
CREATE UNLOGGED TABLE "TicketPresence" (
    "workspaceId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "doing" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TicketPresence_pkey" PRIMARY KEY ("workspaceId","ticketId","userId")
);

CREATE INDEX "TicketPresence_workspaceId_userId_idx" ON "TicketPresence"("workspaceId", "userId");

ALTER TABLE "TicketPresence" ADD CONSTRAINT "TicketPresence_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "TicketPresence" ADD CONSTRAINT "TicketPresence_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;
