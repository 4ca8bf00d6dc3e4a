-- AlterTable
ALTER TABLE "MetricSettings" ADD COLUMN "costCurrency" TEXT NOT NULL DEFAULT 'EUR';
-- CreateTable
CREATE TABLE "SupportCost" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    CONSTRAINT "SupportCost_pkey" PRIMARY KEY ("workspaceId","id")
);
-- CreateIndex
CREATE UNIQUE INDEX "SupportCost_workspaceId_month_key" ON "SupportCost"("workspaceId", "month");
-- AddForeignKey
ALTER TABLE "SupportCost" ADD CONSTRAINT "SupportCost_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A month's cost is counted as that of its days.
CREATE TRIGGER metric_cost_changed AFTER INSERT OR UPDATE ON "SupportCost"
  FOR EACH ROW EXECUTE FUNCTION metric_row_changed('cost');
CREATE TRIGGER metric_cost_gone AFTER DELETE ON "SupportCost" FOR EACH ROW EXECUTE FUNCTION metric_row_gone('cost');
