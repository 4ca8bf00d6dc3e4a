ALTER TYPE "MailKind" ADD VALUE 'sign_in';

ALTER TABLE "PortalSettings" ALTER COLUMN "guestLinks" SET DEFAULT false;

CREATE TABLE "PortalSignIn" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "linkHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "goTo" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PortalSignIn_pkey" PRIMARY KEY ("workspaceId", "id")
);

CREATE UNIQUE INDEX "PortalSignIn_linkHash_key" ON "PortalSignIn"("linkHash");
CREATE INDEX "PortalSignIn_expiresAt_idx" ON "PortalSignIn"("expiresAt");

ALTER TABLE "PortalSignIn" ADD CONSTRAINT "PortalSignIn_workspaceId_fkey"
    FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "GuestLink" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "GuestLink_pkey" PRIMARY KEY ("workspaceId", "id")
);

CREATE UNIQUE INDEX "GuestLink_workspaceId_ticketId_customerId_key" ON "GuestLink"("workspaceId", "ticketId", "customerId");
CREATE INDEX "GuestLink_workspaceId_customerId_idx" ON "GuestLink"("workspaceId", "customerId");

ALTER TABLE "GuestLink" ADD CONSTRAINT "GuestLink_workspaceId_ticketId_fkey"
    FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "GuestLink" ADD CONSTRAINT "GuestLink_workspaceId_customerId_fkey"
    FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
