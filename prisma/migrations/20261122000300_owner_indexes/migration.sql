-- CreateIndex
CREATE INDEX "ChannelAccount_workspaceId_teamId_idx" ON "ChannelAccount"("workspaceId", "teamId");

-- CreateIndex
CREATE INDEX "Message_workspaceId_authorUserId_idx" ON "Message"("workspaceId", "authorUserId");

-- CreateIndex
CREATE INDEX "Message_workspaceId_channelAccountId_idx" ON "Message"("workspaceId", "channelAccountId");

-- CreateIndex
CREATE INDEX "Attachment_workspaceId_uploadedById_idx" ON "Attachment"("workspaceId", "uploadedById");

-- CreateIndex
CREATE INDEX "Draft_workspaceId_userId_idx" ON "Draft"("workspaceId", "userId");
