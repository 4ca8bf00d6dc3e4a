-- What customers were told about when, what is promised by itself, and how long like tickets took.
CREATE TYPE "PromiseAbout" AS ENUM ('answer', 'resolution');

CREATE TYPE "PromiseSource" AS ENUM ('manual', 'sla', 'statistical', 'general');

CREATE TYPE "PromiseState" AS ENUM ('open', 'at_risk', 'broken');

ALTER TABLE "Ticket" ADD COLUMN     "promiseDueAt" TIMESTAMPTZ(3),
ADD COLUMN     "promiseState" "PromiseState";

CREATE TABLE "TicketPromise" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "about" "PromiseAbout" NOT NULL,
    "source" "PromiseSource" NOT NULL,
    "promisedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "promisedById" UUID,
    "promisedByName" TEXT NOT NULL DEFAULT '',
    "sample" INTEGER,
    "group" TEXT,
    "riskAt" TIMESTAMPTZ(3),
    "warnedAt" TIMESTAMPTZ(3),
    "pausedAt" TIMESTAMPTZ(3),
    "keptAt" TIMESTAMPTZ(3),
    "brokenAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "openAs" "PromiseAbout",
    "reason" TEXT,
    "toldById" UUID,
    "keptById" UUID,
    "replacedById" UUID,
    "sweepAt" TIMESTAMPTZ(3),

    CONSTRAINT "TicketPromise_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE TABLE "PromiseSettings" (
    "workspaceId" UUID NOT NULL,
    "automatic" BOOLEAN NOT NULL,
    "sla" BOOLEAN NOT NULL,
    "statistical" BOOLEAN NOT NULL,
    "channels" "Channel"[],
    "minimumSample" INTEGER NOT NULL,
    "riskPercent" INTEGER NOT NULL,
    "roundMinutes" INTEGER NOT NULL,

    CONSTRAINT "PromiseSettings_pkey" PRIMARY KEY ("workspaceId")
);

CREATE TABLE "PromiseText" (
    "workspaceId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "about" "PromiseAbout" NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "PromiseText_pkey" PRIMARY KEY ("workspaceId","locale","about")
);

CREATE TABLE "PromiseStatistic" (
    "workspaceId" UUID NOT NULL,
    "about" "PromiseAbout" NOT NULL,
    "key" TEXT NOT NULL,
    "sample" INTEGER NOT NULL,
    "p80" BIGINT NOT NULL,

    CONSTRAINT "PromiseStatistic_pkey" PRIMARY KEY ("workspaceId","about","key")
);

CREATE TABLE "PromiseCount" (
    "workspaceId" UUID NOT NULL,
    "countedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PromiseCount_pkey" PRIMARY KEY ("workspaceId")
);

CREATE INDEX "TicketPromise_workspaceId_ticketId_promisedAt_idx" ON "TicketPromise"("workspaceId", "ticketId", "promisedAt");

CREATE INDEX "TicketPromise_workspaceId_dueAt_idx" ON "TicketPromise"("workspaceId", "dueAt");

CREATE INDEX "TicketPromise_sweepAt_idx" ON "TicketPromise"("sweepAt");

CREATE UNIQUE INDEX "TicketPromise_workspaceId_ticketId_openAs_key" ON "TicketPromise"("workspaceId", "ticketId", "openAs");

CREATE INDEX "PromiseCount_countedAt_idx" ON "PromiseCount"("countedAt");

CREATE INDEX "Ticket_workspaceId_promiseState_active_activityAt_id_idx" ON "Ticket"("workspaceId", "promiseState", "active", "activityAt" DESC, "id" DESC);

CREATE INDEX "Ticket_workspaceId_firstRepliedAt_idx" ON "Ticket"("workspaceId", "firstRepliedAt");

CREATE INDEX "Ticket_workspaceId_solvedAt_idx" ON "Ticket"("workspaceId", "solvedAt");

ALTER TABLE "TicketPromise" ADD CONSTRAINT "TicketPromise_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "TicketPromise" ADD CONSTRAINT "TicketPromise_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "PromiseSettings" ADD CONSTRAINT "PromiseSettings_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "PromiseText" ADD CONSTRAINT "PromiseText_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "PromiseStatistic" ADD CONSTRAINT "PromiseStatistic_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "PromiseCount" ADD CONSTRAINT "PromiseCount_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

