-- What is in the trash, and since when spam and trash wait to be erased.
ALTER TABLE "Ticket" ADD COLUMN "trashedAt" TIMESTAMPTZ(3), ADD COLUMN "asideAt" TIMESTAMPTZ(3);
ALTER TABLE "Workspace" ADD COLUMN "asideDays" INTEGER NOT NULL DEFAULT 30;

-- What was spam before has its whole time from now on.
UPDATE "Ticket" SET "asideAt" = now() WHERE spam;

-- The lists of spam and trash, and what is due.
CREATE INDEX "Ticket_aside" ON "Ticket" ("workspaceId", "activityAt" DESC, id DESC) WHERE "asideAt" IS NOT NULL;
CREATE INDEX "Ticket_aside_due" ON "Ticket" ("workspaceId", "asideAt") WHERE "asideAt" IS NOT NULL;
