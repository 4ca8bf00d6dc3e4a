-- CreateEnum
CREATE TYPE "RuleKind" AS ENUM ('trigger', 'automation');

-- CreateEnum
CREATE TYPE "RuleOutcome" AS ENUM ('done', 'partly', 'failed', 'refused');

-- CreateEnum
CREATE TYPE "WebhookState" AS ENUM ('queued', 'sending', 'delivered', 'failed');

-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "lastCustomerAt" TIMESTAMPTZ(3),
ADD COLUMN     "lastReplyAt" TIMESTAMPTZ(3),
ADD COLUMN     "reopens" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "statusChangedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "touchedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "TicketEvent" ADD COLUMN     "causedBy" UUID,
ADD COLUMN     "depth" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER;

-- CreateTable
CREATE TABLE "Rule" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "RuleKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT false,
    "events" TEXT[],
    "conditions" JSONB,
    "actions" JSONB NOT NULL,
    "calendarId" UUID,
    "hourlyLimit" INTEGER NOT NULL DEFAULT 1000,
    "template" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "activeSince" TIMESTAMPTZ(3),
    "limitedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Rule_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "RuleVersion" (
    "workspaceId" UUID NOT NULL,
    "ruleId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rule" JSONB NOT NULL,
    "savedById" UUID,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RuleVersion_pkey" PRIMARY KEY ("workspaceId","ruleId","version")
);

-- CreateTable
CREATE TABLE "RuleRun" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ruleId" UUID NOT NULL,
    "ruleVersion" INTEGER NOT NULL,
    "ticketId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "outcome" "RuleOutcome" NOT NULL,
    "why" JSONB NOT NULL,
    "actions" JSONB NOT NULL,
    "depth" INTEGER NOT NULL DEFAULT 0,
    "durationMs" INTEGER NOT NULL DEFAULT 0,
    "stopped" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RuleRun_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "RuleCursor" (
    "workspaceId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "position" BIGINT NOT NULL,

    CONSTRAINT "RuleCursor_pkey" PRIMARY KEY ("workspaceId","ticketId")
);

-- CreateTable
CREATE TABLE "WebhookEndpoint" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "sealedSecret" TEXT NOT NULL,
    "sealedOldSecret" TEXT,
    "oldSecretUntil" TIMESTAMPTZ(3),
    "types" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "disabledReason" TEXT,
    "disabledAt" TIMESTAMPTZ(3),
    "failingSince" TIMESTAMPTZ(3),
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WebhookEndpoint_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "uniqueKey" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" "WebhookState" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "runAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "WebhookAttempt" (
    "workspaceId" UUID NOT NULL,
    "deliveryId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "status" INTEGER,
    "response" TEXT NOT NULL DEFAULT '',
    "error" TEXT,

    CONSTRAINT "WebhookAttempt_pkey" PRIMARY KEY ("workspaceId","deliveryId","number")
);

-- CreateIndex
CREATE INDEX "Rule_workspaceId_position_idx" ON "Rule"("workspaceId", "position");

-- CreateIndex
CREATE INDEX "Rule_workspaceId_calendarId_idx" ON "Rule"("workspaceId", "calendarId");

-- CreateIndex
CREATE INDEX "Rule_active_kind_idx" ON "Rule"("active", "kind");

-- CreateIndex
CREATE INDEX "RuleRun_workspaceId_ruleId_at_id_idx" ON "RuleRun"("workspaceId", "ruleId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "RuleRun_workspaceId_ticketId_at_idx" ON "RuleRun"("workspaceId", "ticketId", "at" DESC);

-- CreateIndex
CREATE INDEX "RuleRun_workspaceId_at_id_idx" ON "RuleRun"("workspaceId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "RuleRun_workspaceId_ruleId_ticketId_key_key" ON "RuleRun"("workspaceId", "ruleId", "ticketId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookEndpoint_workspaceId_name_key" ON "WebhookEndpoint"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "WebhookDelivery_workspaceId_endpointId_createdAt_id_idx" ON "WebhookDelivery"("workspaceId", "endpointId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "WebhookDelivery_state_runAt_idx" ON "WebhookDelivery"("state", "runAt");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookDelivery_workspaceId_endpointId_uniqueKey_key" ON "WebhookDelivery"("workspaceId", "endpointId", "uniqueKey");

-- CreateIndex
CREATE INDEX "Ticket_workspaceId_status_statusChangedAt_idx" ON "Ticket"("workspaceId", "status", "statusChangedAt");

-- CreateIndex
CREATE INDEX "Ticket_workspaceId_active_lastCustomerAt_idx" ON "Ticket"("workspaceId", "active", "lastCustomerAt");

-- CreateIndex
CREATE INDEX "Ticket_workspaceId_active_lastReplyAt_idx" ON "Ticket"("workspaceId", "active", "lastReplyAt");

-- CreateIndex
CREATE INDEX "Ticket_workspaceId_active_touchedAt_idx" ON "Ticket"("workspaceId", "active", "touchedAt");

-- AddForeignKey
ALTER TABLE "Rule" ADD CONSTRAINT "Rule_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rule" ADD CONSTRAINT "Rule_workspaceId_calendarId_fkey" FOREIGN KEY ("workspaceId", "calendarId") REFERENCES "BusinessCalendar"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleVersion" ADD CONSTRAINT "RuleVersion_workspaceId_ruleId_fkey" FOREIGN KEY ("workspaceId", "ruleId") REFERENCES "Rule"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleRun" ADD CONSTRAINT "RuleRun_workspaceId_ruleId_fkey" FOREIGN KEY ("workspaceId", "ruleId") REFERENCES "Rule"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleRun" ADD CONSTRAINT "RuleRun_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleCursor" ADD CONSTRAINT "RuleCursor_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookEndpoint" ADD CONSTRAINT "WebhookEndpoint_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_workspaceId_endpointId_fkey" FOREIGN KEY ("workspaceId", "endpointId") REFERENCES "WebhookEndpoint"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookAttempt" ADD CONSTRAINT "WebhookAttempt_workspaceId_deliveryId_fkey" FOREIGN KEY ("workspaceId", "deliveryId") REFERENCES "WebhookDelivery"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What stands in the history already: the rules count from it.
UPDATE "Ticket" t SET
  "statusChangedAt" = coalesce((
    SELECT max(e.at) FROM "TicketEvent" e
    WHERE e."workspaceId" = t."workspaceId" AND e."ticketId" = t.id AND e.type = 'ticket.status_changed'), t."createdAt"),
  "touchedAt" = coalesce((
    SELECT max(e.at) FROM "TicketEvent" e
    WHERE e."workspaceId" = t."workspaceId" AND e."ticketId" = t.id AND e."actorKind" <> 'system'), t."createdAt"),
  "lastCustomerAt" = (
    SELECT max(m."createdAt") FROM "Message" m
    WHERE m."workspaceId" = t."workspaceId" AND m."ticketId" = t.id AND m.direction = 'inbound'
      AND m."authorKind" = 'customer' AND m.automated IS NULL),
  "lastReplyAt" = (
    SELECT max(m."createdAt") FROM "Message" m
    WHERE m."workspaceId" = t."workspaceId" AND m."ticketId" = t.id AND m.direction = 'outbound' AND m."authorKind" = 'user'),
  "reopens" = (
    SELECT count(*) FROM "TicketEvent" e
    WHERE e."workspaceId" = t."workspaceId" AND e."ticketId" = t.id AND e.type = 'ticket.status_changed'
      AND e.data->>'from' = 'solved' AND e.data->>'to' NOT IN ('solved', 'closed'));
