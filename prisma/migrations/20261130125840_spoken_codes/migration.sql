-- Callers are found by the code that they say.
CREATE INDEX "Callback_workspaceId_codeWord_idx" ON "Callback"("workspaceId", "codeWord");
