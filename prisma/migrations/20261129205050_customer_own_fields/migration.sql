-- What the workspace itself notes of customers and organizations stands in typed rows (decision 0042); nothing ever wrote these.
ALTER TABLE "Customer" DROP COLUMN "attributes";
ALTER TABLE "Organization" DROP COLUMN "attributes";

-- The lines of a file with something to say, in their order.
CREATE INDEX "CustomerImportLine_problems" ON "CustomerImportLine" ("workspaceId", "importId", row) WHERE problems <> '[]'::jsonb;
