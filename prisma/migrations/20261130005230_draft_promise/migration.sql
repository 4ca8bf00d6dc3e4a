-- What the text of a draft promises goes with it: a reload must not turn a promise into mere words.
ALTER TABLE "Draft" ADD COLUMN "promiseAbout" "PromiseAbout",
ADD COLUMN "promiseDueAt" TIMESTAMPTZ(3),
ADD COLUMN "promiseSentence" TEXT NOT NULL DEFAULT '';

-- The page of all promises reads each of its lists in order of their times.
CREATE INDEX "TicketPromise_open" ON "TicketPromise"("workspaceId", "dueAt", id) WHERE "openAs" IS NOT NULL;
CREATE INDEX "TicketPromise_kept" ON "TicketPromise"("workspaceId", "dueAt", id) WHERE "keptAt" IS NOT NULL;
CREATE INDEX "TicketPromise_broken" ON "TicketPromise"("workspaceId", "dueAt", id) WHERE "brokenAt" IS NOT NULL;
