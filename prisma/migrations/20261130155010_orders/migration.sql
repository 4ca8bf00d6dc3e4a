-- What customers ordered, as other systems tell it. A table of its own: no row of another is touched.
CREATE TABLE "Order" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "system" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "total" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "placedAt" TIMESTAMPTZ(3) NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "lines" JSONB NOT NULL DEFAULT '[]',
    "url" TEXT,
    "buyer" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Order_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE UNIQUE INDEX "Order_workspaceId_system_number_key" ON "Order"("workspaceId", "system", "number");
CREATE INDEX "Order_workspaceId_customerId_placedAt_id_idx" ON "Order"("workspaceId", "customerId", "placedAt" DESC, "id" DESC);
CREATE INDEX "Order_workspaceId_placedAt_id_idx" ON "Order"("workspaceId", "placedAt" DESC, "id" DESC);

ALTER TABLE "Order" ADD CONSTRAINT "Order_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
