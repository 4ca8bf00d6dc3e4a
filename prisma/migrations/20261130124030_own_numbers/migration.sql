-- Numbers that customers tell of themselves. They stand apart from identities: nobody is recognised by them, and several may say one.
CREATE TABLE "CustomerSaidNumber" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CustomerSaidNumber_pkey" PRIMARY KEY ("workspaceId","id")
);
CREATE INDEX "CustomerSaidNumber_workspaceId_customerId_createdAt_id_idx" ON "CustomerSaidNumber"("workspaceId", "customerId", "createdAt", "id");
ALTER TABLE "CustomerSaidNumber" ADD CONSTRAINT "CustomerSaidNumber_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who has said it: a constant default, so no row is written anew.
ALTER TABLE "CustomerConsent" ADD COLUMN "byCustomer" BOOLEAN NOT NULL DEFAULT false;

-- New workspaces mail links to the one request. Those that run already go on as they do: what nobody has set up is set down.
INSERT INTO "PortalSettings" ("workspaceId", "guestLinks", "locales", "updatedAt")
SELECT w."id", false, '{}', now() FROM "Workspace" w
WHERE NOT EXISTS (SELECT 1 FROM "PortalSettings" s WHERE s."workspaceId" = w."id");
ALTER TABLE "PortalSettings" ALTER COLUMN "guestLinks" SET DEFAULT true;

-- A workspace that runs already and names no time goes on promising nothing by itself, until somebody there says so.
INSERT INTO "PromiseSettings" ("workspaceId", "automatic", "sla", "statistical", "channels", "minimumSample", "riskPercent", "roundMinutes")
SELECT w."id", false, true, true, array_remove(array_remove(enum_range(NULL::"Channel"), 'phone'), 'facebook'), 20, 75, 15 FROM "Workspace" w
WHERE w."answerWithinHours" IS NULL AND NOT EXISTS (SELECT 1 FROM "PromiseSettings" s WHERE s."workspaceId" = w."id");
