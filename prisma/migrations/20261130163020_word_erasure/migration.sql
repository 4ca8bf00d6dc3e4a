-- When a message's words were erased. A nullable column without a default: no row is written anew.
ALTER TABLE "Message" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);

-- What is being erased of deleted customers, and how far that has come.
CREATE TABLE "WordErasure" (
    "workspaceId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "addresses" TEXT[],
    "tickets" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "cursor" UUID,
    "messages" INTEGER NOT NULL DEFAULT 0,
    "files" INTEGER NOT NULL DEFAULT 0,
    "hashes" TEXT[],
    "byId" UUID,
    "byName" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "WordErasure_pkey" PRIMARY KEY ("workspaceId","customerId")
);

CREATE INDEX "WordErasure_finishedAt_idx" ON "WordErasure"("finishedAt");

ALTER TABLE "WordErasure" ADD CONSTRAINT "WordErasure_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
