-- Articles stand in their category as somebody put them; null: nowhere yet, behind those, by title.
ALTER TABLE "Article" ADD COLUMN "position" INTEGER;
DROP INDEX "Article_workspaceId_categoryId_idx";
CREATE INDEX "Article_workspaceId_categoryId_position_idx" ON "Article"("workspaceId", "categoryId", "position");
