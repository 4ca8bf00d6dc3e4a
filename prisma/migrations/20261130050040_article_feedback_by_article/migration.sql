-- What readers said of one article, newest first.
CREATE INDEX "ArticleFeedback_workspaceId_articleId_at_idx" ON "ArticleFeedback"("workspaceId", "articleId", "at" DESC);
