-- The tickets that one person looked at last.
CREATE INDEX "TicketSeen_workspaceId_userId_seenAt_idx" ON "TicketSeen"("workspaceId", "userId", "seenAt" DESC);
