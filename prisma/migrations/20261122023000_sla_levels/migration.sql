-- The fourth level of escalation, and whether silence may count as kept.
ALTER TABLE "SlaPolicy" ADD COLUMN "webhookMinutes" INTEGER,
ADD COLUMN "silenceIsKept" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "SlaClock" ADD COLUMN "webhookAt" TIMESTAMPTZ(3);

-- After an edited calendar its tickets are gone through in the order of their ids.
CREATE INDEX "SlaClock_workspaceId_calendarId_ticketId_idx" ON "SlaClock"("workspaceId", "calendarId", "ticketId");
DROP INDEX "SlaClock_workspaceId_calendarId_idx";
