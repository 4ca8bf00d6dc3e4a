-- Who wants to hear of a ticket that is not theirs.
CREATE TABLE "Follower" (
    "workspaceId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Follower_pkey" PRIMARY KEY ("workspaceId","ticketId","userId")
);

CREATE INDEX "Follower_workspaceId_userId_idx" ON "Follower"("workspaceId", "userId");

ALTER TABLE "Follower" ADD CONSTRAINT "Follower_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Follower" ADD CONSTRAINT "Follower_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
