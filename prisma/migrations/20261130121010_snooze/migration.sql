-- When a ticket that waits for somebody wakes up.
ALTER TABLE "Ticket" ADD COLUMN "snoozedUntil" TIMESTAMPTZ(3);

-- Views that ask for it.
CREATE INDEX "Ticket_workspaceId_snoozedUntil_id_idx" ON "Ticket"("workspaceId", "snoozedUntil", "id");
-- The sweep that wakes tickets of all workspaces.
CREATE INDEX "Ticket_snoozed" ON "Ticket"("snoozedUntil", "id") WHERE "snoozedUntil" IS NOT NULL;
