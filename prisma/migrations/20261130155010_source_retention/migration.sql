-- How long what came in is kept as it came.
ALTER TABLE "Workspace" ADD COLUMN "sourceDays" INTEGER NOT NULL DEFAULT 90,
ADD COLUMN "heldDays" INTEGER NOT NULL DEFAULT 365;

ALTER TABLE "RawInbound" ADD COLUMN "emptiedAt" TIMESTAMPTZ(3);

-- What the sweep looks for: what still has its bytes, the oldest of each channel first.
CREATE INDEX "RawInbound_kept" ON "RawInbound"("workspaceId", "channelAccountId", "state", "receivedAt") WHERE "emptiedAt" IS NULL;
