CREATE TYPE "PortalSignInPolicy" AS ENUM ('nobody', 'known', 'everybody');

CREATE TABLE "PortalSettings" (
    "workspaceId" UUID NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "accent" TEXT NOT NULL DEFAULT '#4150d0',
    "logoSha256" TEXT,
    "logoType" TEXT,
    "locales" TEXT[],
    "signIn" "PortalSignInPolicy" NOT NULL DEFAULT 'everybody',
    "guestLinks" BOOLEAN NOT NULL DEFAULT true,
    "guestLinkDays" INTEGER NOT NULL DEFAULT 30,
    "host" TEXT,
    "hostProof" TEXT,
    "hostCheckedAt" TIMESTAMPTZ(3),
    "hostProvenAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PortalSettings_pkey" PRIMARY KEY ("workspaceId")
);

CREATE UNIQUE INDEX "PortalSettings_host_key" ON "PortalSettings"("host");

ALTER TABLE "PortalSettings" ADD CONSTRAINT "PortalSettings_workspaceId_fkey"
    FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "PortalText" (
    "workspaceId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "welcome" TEXT NOT NULL DEFAULT '',
    "footer" TEXT NOT NULL DEFAULT '',
    "links" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "PortalText_pkey" PRIMARY KEY ("workspaceId", "locale")
);

ALTER TABLE "PortalText" ADD CONSTRAINT "PortalText_workspaceId_fkey"
    FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "CustomerSession" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "userAgent" TEXT NOT NULL DEFAULT '',
    "ip" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "CustomerSession_pkey" PRIMARY KEY ("workspaceId", "id")
);

CREATE UNIQUE INDEX "CustomerSession_tokenHash_key" ON "CustomerSession"("tokenHash");
CREATE INDEX "CustomerSession_workspaceId_customerId_expiresAt_idx" ON "CustomerSession"("workspaceId", "customerId", "expiresAt");

ALTER TABLE "CustomerSession" ADD CONSTRAINT "CustomerSession_workspaceId_customerId_fkey"
    FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
