-- How long tickets are in front of people. Nobody is measured before a workspace says so.
ALTER TABLE "MetricSettings" ADD COLUMN "measureFocus" BOOLEAN NOT NULL DEFAULT false;

-- It goes along when tickets are merged.
ALTER TABLE "TicketMerge" ADD COLUMN "focusIds" UUID[] DEFAULT ARRAY[]::UUID[];

CREATE TABLE "FocusSession" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "seconds" INTEGER NOT NULL,
    "reason" TEXT,
    "correctedBy" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "FocusSession_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE INDEX "FocusSession_workspaceId_ticketId_startedAt_idx" ON "FocusSession"("workspaceId", "ticketId", "startedAt");
CREATE INDEX "FocusSession_workspaceId_userId_lastAt_idx" ON "FocusSession"("workspaceId", "userId", "lastAt");

ALTER TABLE "FocusSession" ADD CONSTRAINT "FocusSession_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "FocusSession" ADD CONSTRAINT "FocusSession_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- Time counts once its ticket is solved, and solving notes the ticket by itself: beats on tickets that are worked on ask for no
-- counting. The lock makes whoever solves it at this very moment wait, so that one of the two sees the other.
CREATE FUNCTION metric_focus_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  standing "TicketStatus";
BEGIN
  SELECT status INTO standing FROM "Ticket" WHERE "workspaceId" = NEW."workspaceId" AND id = NEW."ticketId" FOR SHARE;
  IF standing IN ('solved', 'closed') THEN
    INSERT INTO "MetricChange" ("workspaceId", subject, "subjectId") VALUES (NEW."workspaceId", 'ticket', NEW."ticketId");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER metric_focus_changed AFTER INSERT OR UPDATE ON "FocusSession"
  FOR EACH ROW EXECUTE FUNCTION metric_focus_changed();
