-- A text can be archived by itself at an hour.
ALTER TABLE "ArticleTranslation" ADD COLUMN "archiveAt" TIMESTAMPTZ(3);

CREATE INDEX "ArticleTranslation_archiveAt_idx" ON "ArticleTranslation"("archiveAt");
