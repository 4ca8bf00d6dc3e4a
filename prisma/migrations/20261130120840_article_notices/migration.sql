-- People are told of articles too: that one waits for them, that one is to be read again.
ALTER TABLE "Notification" ALTER COLUMN "ticketId" DROP NOT NULL;
ALTER TABLE "Notification" ADD COLUMN "articleId" UUID;
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_about_one" CHECK (num_nonnulls("ticketId", "articleId") = 1);
CREATE INDEX "Notification_workspaceId_articleId_idx" ON "Notification"("workspaceId", "articleId");

-- Lists and the bell ask by what a notice is about, whichever of the two that is.
DROP INDEX "Notification_workspaceId_userId_ticketId_at_id_idx";
DROP INDEX "Notification_unread";
CREATE INDEX "Notification_about" ON "Notification"("workspaceId", "userId", coalesce("ticketId", "articleId"), "at" DESC, "id" DESC);
CREATE INDEX "Notification_unread" ON "Notification"("workspaceId", "userId", coalesce("ticketId", "articleId")) WHERE "readAt" IS NULL AND app;

ALTER TABLE "Article" ADD COLUMN "reviewerId" UUID;
ALTER TABLE "Article" ADD COLUMN "reviewNoticeOn" DATE;
ALTER TABLE "Article" ADD CONSTRAINT "Article_workspaceId_reviewerId_fkey" FOREIGN KEY ("workspaceId", "reviewerId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "Article_workspaceId_reviewerId_idx" ON "Article"("workspaceId", "reviewerId");
CREATE INDEX "Article_reviewNoticeOn_idx" ON "Article"("reviewNoticeOn");

-- Days that are still to come are told when they come; those that have passed stand in the list already.
UPDATE "Article" SET "reviewNoticeOn" = "reviewOn" WHERE "reviewOn" > current_date;
