-- CreateIndex
CREATE INDEX "ChatSession_workspaceId_state_waitingSince_idx" ON "ChatSession"("workspaceId", "state", "waitingSince");
