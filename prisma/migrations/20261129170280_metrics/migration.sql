-- CreateTable
CREATE TABLE "MetricFact" (
    "workspaceId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "hour" SMALLINT NOT NULL,
    "ticketId" UUID,
    "customerId" UUID,
    "channel" TEXT,
    "channelAccountId" UUID,
    "teamId" UUID,
    "agentId" UUID,
    "language" TEXT,
    "priority" TEXT,
    "type" TEXT,
    "tier" TEXT,
    "organizationId" UUID,
    "tagIds" UUID[],
    "excluded" TEXT,
    "values" DOUBLE PRECISION[],
    CONSTRAINT "MetricFact_pkey" PRIMARY KEY ("workspaceId","subjectId","kind","sequence")
);
-- CreateTable
CREATE TABLE "MetricDay" (
    "workspaceId" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,
    "sum" DOUBLE PRECISION NOT NULL,
    "squares" DOUBLE PRECISION NOT NULL,
    CONSTRAINT "MetricDay_pkey" PRIMARY KEY ("workspaceId","measure","dimension","value","day")
);
-- CreateTable
CREATE TABLE "MetricChange" (
    "workspaceId" UUID NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    CONSTRAINT "MetricChange_pkey" PRIMARY KEY ("workspaceId","position")
);
-- CreateTable
CREATE TABLE "MetricState" (
    "workspaceId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "settings" INTEGER NOT NULL,
    "timeZone" TEXT NOT NULL,
    "countedAt" TIMESTAMPTZ(3),
    "rebuiltAt" TIMESTAMPTZ(3),
    CONSTRAINT "MetricState_pkey" PRIMARY KEY ("workspaceId")
);
-- CreateTable
CREATE TABLE "MetricSettings" (
    "workspaceId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "fcrVariant" TEXT NOT NULL DEFAULT 'd',
    "fcrDays" INTEGER NOT NULL DEFAULT 7,
    "thanksReopen" BOOLEAN NOT NULL DEFAULT false,
    "hours" TEXT NOT NULL DEFAULT 'business',
    "weekStart" INTEGER NOT NULL DEFAULT 1,
    "answerSeconds" INTEGER NOT NULL DEFAULT 20,
    "shortSeconds" INTEGER NOT NULL DEFAULT 10,
    CONSTRAINT "MetricSettings_pkey" PRIMARY KEY ("workspaceId")
);
-- CreateTable
CREATE TABLE "MetricTarget" (
    "workspaceId" UUID NOT NULL,
    "metric" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    CONSTRAINT "MetricTarget_pkey" PRIMARY KEY ("workspaceId","metric")
);
-- CreateTable
CREATE TABLE "MetricCalendar" (
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "calendarId" UUID NOT NULL,
    CONSTRAINT "MetricCalendar_pkey" PRIMARY KEY ("workspaceId","teamId")
);
-- CreateTable
CREATE TABLE "PresenceSpan" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "state" "AvailabilityState" NOT NULL,
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "untilAt" TIMESTAMPTZ(3),
    CONSTRAINT "PresenceSpan_pkey" PRIMARY KEY ("workspaceId","id")
);
-- CreateIndex
CREATE INDEX "MetricFact_workspaceId_kind_at_subjectId_sequence_idx" ON "MetricFact"("workspaceId", "kind", "at", "subjectId", "sequence");
-- CreateIndex
CREATE INDEX "MetricFact_workspaceId_kind_agentId_at_idx" ON "MetricFact"("workspaceId", "kind", "agentId", "at");
-- CreateIndex
CREATE INDEX "MetricFact_workspaceId_kind_teamId_at_idx" ON "MetricFact"("workspaceId", "kind", "teamId", "at");
-- CreateIndex
CREATE INDEX "MetricFact_workspaceId_kind_organizationId_at_idx" ON "MetricFact"("workspaceId", "kind", "organizationId", "at");
-- CreateIndex
CREATE INDEX "MetricDay_workspaceId_measure_dimension_day_idx" ON "MetricDay"("workspaceId", "measure", "dimension", "day");
-- CreateIndex
CREATE INDEX "MetricCalendar_workspaceId_calendarId_idx" ON "MetricCalendar"("workspaceId", "calendarId");
-- CreateIndex
CREATE INDEX "PresenceSpan_workspaceId_userId_fromAt_idx" ON "PresenceSpan"("workspaceId", "userId", "fromAt");
-- AddForeignKey
ALTER TABLE "MetricFact" ADD CONSTRAINT "MetricFact_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "MetricDay" ADD CONSTRAINT "MetricDay_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "MetricChange" ADD CONSTRAINT "MetricChange_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "MetricState" ADD CONSTRAINT "MetricState_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "MetricSettings" ADD CONSTRAINT "MetricSettings_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "MetricTarget" ADD CONSTRAINT "MetricTarget_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "MetricCalendar" ADD CONSTRAINT "MetricCalendar_workspaceId_teamId_fkey" FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "MetricCalendar" ADD CONSTRAINT "MetricCalendar_workspaceId_calendarId_fkey" FOREIGN KEY ("workspaceId", "calendarId") REFERENCES "BusinessCalendar"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "PresenceSpan" ADD CONSTRAINT "PresenceSpan_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is to be counted again is noted in the transaction that changes it, in rows that nobody waits for: two notes of the same
-- thing are two rows, and the counter takes both.
CREATE FUNCTION metric_tickets_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "MetricChange" ("workspaceId", subject, "subjectId")
  SELECT DISTINCT "workspaceId", 'ticket', "ticketId" FROM added;
  RETURN NULL;
END $$;
CREATE TRIGGER metric_tickets_changed AFTER INSERT ON "TicketEvent" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION metric_tickets_changed();

CREATE FUNCTION metric_tickets_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "MetricChange" ("workspaceId", subject, "subjectId")
  SELECT g."workspaceId", 'ticket', g.id FROM gone g
  WHERE EXISTS (SELECT 1 FROM "Workspace" w WHERE w.id = g."workspaceId");
  RETURN NULL;
END $$;
CREATE TRIGGER metric_tickets_deleted AFTER DELETE ON "Ticket" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION metric_tickets_deleted();

-- For tables whose rows are counted by themselves; the trigger names the subject.
CREATE FUNCTION metric_row_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "MetricChange" ("workspaceId", subject, "subjectId") VALUES (NEW."workspaceId", TG_ARGV[0], NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER metric_call_changed AFTER INSERT OR UPDATE ON "CallLog"
  FOR EACH ROW EXECUTE FUNCTION metric_row_changed('call');
CREATE TRIGGER metric_chat_begun AFTER INSERT ON "ChatSession"
  FOR EACH ROW EXECUTE FUNCTION metric_row_changed('chat');
CREATE TRIGGER metric_chat_changed AFTER UPDATE ON "ChatSession" FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state OR OLD."acceptedAt" IS DISTINCT FROM NEW."acceptedAt"
    OR OLD."ticketId" IS DISTINCT FROM NEW."ticketId" OR OLD."endedAt" IS DISTINCT FROM NEW."endedAt")
  EXECUTE FUNCTION metric_row_changed('chat');
CREATE TRIGGER metric_presence_changed AFTER INSERT OR UPDATE ON "PresenceSpan"
  FOR EACH ROW EXECUTE FUNCTION metric_row_changed('presence');

-- In which state a member was, from when until when. Whoever has no live connection counts as offline.
CREATE FUNCTION presence_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was "AvailabilityState" := CASE WHEN TG_OP = 'INSERT' OR OLD."absentSince" IS NOT NULL THEN 'offline' ELSE OLD.state END;
  now_is "AvailabilityState" := CASE WHEN NEW."absentSince" IS NOT NULL THEN 'offline' ELSE NEW.state END;
  moment timestamptz := CASE
    WHEN NEW."absentSince" IS NOT NULL THEN NEW."absentSince"
    WHEN TG_OP = 'INSERT' OR NEW.since IS DISTINCT FROM OLD.since THEN NEW.since
    ELSE now() END;
BEGIN
  IF was = now_is THEN RETURN NULL; END IF;
  UPDATE "PresenceSpan" SET "untilAt" = greatest(moment, "fromAt")
  WHERE "workspaceId" = NEW."workspaceId" AND "userId" = NEW."userId" AND "untilAt" IS NULL;
  IF now_is <> 'offline' THEN
    INSERT INTO "PresenceSpan" ("workspaceId", "userId", state, "fromAt")
    VALUES (NEW."workspaceId", NEW."userId", now_is, moment);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER presence_kept AFTER INSERT OR UPDATE ON "Availability"
  FOR EACH ROW EXECUTE FUNCTION presence_kept();

-- Tickets, calls and chats that were there before are counted at the first turn of the counter: no workspace has a state yet.
