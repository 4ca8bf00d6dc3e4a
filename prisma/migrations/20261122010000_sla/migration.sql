-- CreateEnum
CREATE TYPE "CalendarDayKind" AS ENUM ('holiday', 'extra');

-- CreateEnum
CREATE TYPE "SlaMetric" AS ENUM ('first_reply', 'next_reply', 'periodic_update', 'requester_wait', 'agent_work', 'resolution');

-- CreateEnum
CREATE TYPE "SlaHours" AS ENUM ('business', 'calendar');

-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "nextDueAt" TIMESTAMPTZ(3),
ADD COLUMN     "nextDueMetric" "SlaMetric",
ADD COLUMN     "slaCalendarVersion" INTEGER,
ADD COLUMN     "slaPolicyId" UUID,
ADD COLUMN     "slaPolicyVersion" INTEGER;

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "rulesVersion" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "BusinessCalendar" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "standard" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BusinessCalendar_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "CalendarSlot" (
    "workspaceId" UUID NOT NULL,
    "calendarId" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "fromMinute" INTEGER NOT NULL,
    "toMinute" INTEGER NOT NULL,

    CONSTRAINT "CalendarSlot_pkey" PRIMARY KEY ("workspaceId","calendarId","weekday","fromMinute")
);

-- CreateTable
CREATE TABLE "CalendarVersion" (
    "workspaceId" UUID NOT NULL,
    "calendarId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "calendar" JSONB NOT NULL,
    "savedById" UUID,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalendarVersion_pkey" PRIMARY KEY ("workspaceId","calendarId","version")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "workspaceId" UUID NOT NULL,
    "calendarId" UUID NOT NULL,
    "date" DATE NOT NULL,
    "kind" "CalendarDayKind" NOT NULL,
    "name" TEXT NOT NULL,
    "fromMinute" INTEGER,
    "toMinute" INTEGER,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("workspaceId","calendarId","date","kind")
);

-- CreateTable
CREATE TABLE "SlaPolicy" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "conditions" JSONB,
    "calendarId" UUID NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "warnMinutes" INTEGER NOT NULL DEFAULT 60,
    "escalateMinutes" INTEGER DEFAULT 60,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SlaPolicy_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "SlaTarget" (
    "workspaceId" UUID NOT NULL,
    "policyId" UUID NOT NULL,
    "metric" "SlaMetric" NOT NULL,
    "priority" "Priority" NOT NULL,
    "minutes" INTEGER NOT NULL,
    "hours" "SlaHours" NOT NULL DEFAULT 'business',
    "pauseOn" "TicketStatus"[],

    CONSTRAINT "SlaTarget_pkey" PRIMARY KEY ("workspaceId","policyId","metric","priority")
);

-- CreateTable
CREATE TABLE "SlaPolicyVersion" (
    "workspaceId" UUID NOT NULL,
    "policyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "savedById" UUID,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SlaPolicyVersion_pkey" PRIMARY KEY ("workspaceId","policyId","version")
);

-- CreateTable
CREATE TABLE "SlaClock" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "metric" "SlaMetric" NOT NULL,
    "sequence" INTEGER NOT NULL,
    "calendarId" UUID,
    "calendarVersion" INTEGER,
    "target" BIGINT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "consumed" BIGINT NOT NULL,
    "runningSince" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "breachedAt" TIMESTAMPTZ(3),
    "fulfilledAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "warnAt" TIMESTAMPTZ(3),
    "escalateAt" TIMESTAMPTZ(3),
    "sweepAt" TIMESTAMPTZ(3),
    "level" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SlaClock_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "BusinessCalendar_workspaceId_name_key" ON "BusinessCalendar"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "SlaPolicy_workspaceId_position_idx" ON "SlaPolicy"("workspaceId", "position");

-- CreateIndex
CREATE INDEX "SlaPolicy_workspaceId_calendarId_idx" ON "SlaPolicy"("workspaceId", "calendarId");

-- CreateIndex
CREATE INDEX "SlaClock_workspaceId_calendarId_idx" ON "SlaClock"("workspaceId", "calendarId");

-- CreateIndex
CREATE INDEX "SlaClock_sweepAt_idx" ON "SlaClock"("sweepAt");

-- CreateIndex
CREATE UNIQUE INDEX "SlaClock_workspaceId_ticketId_metric_sequence_key" ON "SlaClock"("workspaceId", "ticketId", "metric", "sequence");

-- CreateIndex
CREATE INDEX "Ticket_workspaceId_slaPolicyId_idx" ON "Ticket"("workspaceId", "slaPolicyId");

-- CreateIndex
CREATE INDEX "Ticket_workspaceId_active_nextDueAt_id_idx" ON "Ticket"("workspaceId", "active", "nextDueAt", "id");

-- AddForeignKey
ALTER TABLE "BusinessCalendar" ADD CONSTRAINT "BusinessCalendar_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarSlot" ADD CONSTRAINT "CalendarSlot_workspaceId_calendarId_fkey" FOREIGN KEY ("workspaceId", "calendarId") REFERENCES "BusinessCalendar"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarVersion" ADD CONSTRAINT "CalendarVersion_workspaceId_calendarId_fkey" FOREIGN KEY ("workspaceId", "calendarId") REFERENCES "BusinessCalendar"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarDay" ADD CONSTRAINT "CalendarDay_workspaceId_calendarId_fkey" FOREIGN KEY ("workspaceId", "calendarId") REFERENCES "BusinessCalendar"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlaPolicy" ADD CONSTRAINT "SlaPolicy_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlaPolicy" ADD CONSTRAINT "SlaPolicy_workspaceId_calendarId_fkey" FOREIGN KEY ("workspaceId", "calendarId") REFERENCES "BusinessCalendar"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlaTarget" ADD CONSTRAINT "SlaTarget_workspaceId_policyId_fkey" FOREIGN KEY ("workspaceId", "policyId") REFERENCES "SlaPolicy"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlaPolicyVersion" ADD CONSTRAINT "SlaPolicyVersion_workspaceId_policyId_fkey" FOREIGN KEY ("workspaceId", "policyId") REFERENCES "SlaPolicy"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlaClock" ADD CONSTRAINT "SlaClock_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlaClock" ADD CONSTRAINT "SlaClock_workspaceId_calendarId_fkey" FOREIGN KEY ("workspaceId", "calendarId") REFERENCES "BusinessCalendar"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_workspaceId_slaPolicyId_fkey" FOREIGN KEY ("workspaceId", "slaPolicyId") REFERENCES "SlaPolicy"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


