-- A mailed code also proves an address that a customer adds; such a wish names the customer and signs nobody in.
ALTER TABLE "PortalSignIn" ADD COLUMN "forCustomerId" UUID;

ALTER TABLE "PortalSignIn" ADD CONSTRAINT "PortalSignIn_workspaceId_forCustomerId_fkey" FOREIGN KEY ("workspaceId", "forCustomerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "PortalSignIn_workspaceId_forCustomerId_idx" ON "PortalSignIn"("workspaceId", "forCustomerId");

-- Which mails a customer wants.
CREATE TABLE "CustomerMailChoice" (
    "workspaceId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "acknowledgements" BOOLEAN NOT NULL,
    "updates" BOOLEAN NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CustomerMailChoice_pkey" PRIMARY KEY ("workspaceId","customerId")
);

ALTER TABLE "CustomerMailChoice" ADD CONSTRAINT "CustomerMailChoice_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
