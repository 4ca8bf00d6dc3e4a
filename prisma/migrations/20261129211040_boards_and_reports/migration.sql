-- A mail with a board goes out through the same outbox as every other.
ALTER TYPE "MailKind" ADD VALUE 'report';

-- CreateEnum
CREATE TYPE "ReportPace" AS ENUM ('daily', 'weekly', 'monthly');

-- CreateTable
CREATE TABLE "Annotation" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Annotation_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "BoardReport" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "board" TEXT NOT NULL,
    "query" TEXT NOT NULL DEFAULT '',
    "pace" "ReportPace" NOT NULL,
    "weekday" SMALLINT NOT NULL DEFAULT 1,
    "hour" SMALLINT NOT NULL,
    "nextAt" TIMESTAMPTZ(3),
    "lastAt" TIMESTAMPTZ(3),
    "ended" TEXT,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BoardReport_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "OutgoingMailFile" (
    "workspaceId" UUID NOT NULL,
    "mailId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "OutgoingMailFile_pkey" PRIMARY KEY ("workspaceId","mailId","name")
);

-- CreateIndex
CREATE INDEX "Annotation_workspaceId_day_id_idx" ON "Annotation"("workspaceId", "day" DESC, "id");

-- CreateIndex
CREATE INDEX "BoardReport_workspaceId_userId_idx" ON "BoardReport"("workspaceId", "userId");

-- CreateIndex
CREATE INDEX "BoardReport_nextAt_idx" ON "BoardReport"("nextAt");

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardReport" ADD CONSTRAINT "BoardReport_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutgoingMailFile" ADD CONSTRAINT "OutgoingMailFile_workspaceId_mailId_fkey" FOREIGN KEY ("workspaceId", "mailId") REFERENCES "OutgoingMail"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
