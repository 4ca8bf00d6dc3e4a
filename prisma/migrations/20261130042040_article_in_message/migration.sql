-- The message by which an article came into a ticket: one that was taken back carried nothing.
ALTER TABLE "ArticleTicket" ADD COLUMN "messageId" UUID;
