-- The fields that a workspace gives to its tickets, customers and organizations, and their values in typed columns.
-- CreateEnum
CREATE TYPE "FieldEntity" AS ENUM ('ticket', 'customer', 'organization');

-- CreateEnum
CREATE TYPE "FieldKind" AS ENUM ('text', 'long_text', 'number', 'date', 'choice', 'multi_choice', 'checkbox', 'pattern');

-- CreateEnum
CREATE TYPE "FieldRequirement" AS ENUM ('never', 'always', 'on_solve');

-- CreateEnum
CREATE TYPE "FieldAccess" AS ENUM ('none', 'see', 'edit');

-- CreateTable
CREATE TABLE "FieldDefinition" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entity" "FieldEntity" NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "FieldKind" NOT NULL,
    "names" JSONB NOT NULL,
    "descriptions" JSONB NOT NULL DEFAULT '{}',
    "options" JSONB NOT NULL DEFAULT '[]',
    "pattern" TEXT,
    "requirement" "FieldRequirement" NOT NULL DEFAULT 'never',
    "customerAccess" "FieldAccess" NOT NULL DEFAULT 'none',
    "shownWhen" JSONB NOT NULL DEFAULT '[]',
    "position" INTEGER NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FieldDefinition_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "TicketFieldValue" (
    "workspaceId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "fieldId" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "key" TEXT,
    "text" TEXT,
    "number" DOUBLE PRECISION,
    "day" DATE,

    CONSTRAINT "TicketFieldValue_pkey" PRIMARY KEY ("workspaceId","ticketId","fieldId","position")
);

-- CreateTable
CREATE TABLE "CustomerFieldValue" (
    "workspaceId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "fieldId" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "key" TEXT,
    "text" TEXT,
    "number" DOUBLE PRECISION,
    "day" DATE,

    CONSTRAINT "CustomerFieldValue_pkey" PRIMARY KEY ("workspaceId","customerId","fieldId","position")
);

-- CreateTable
CREATE TABLE "OrganizationFieldValue" (
    "workspaceId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "fieldId" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "key" TEXT,
    "text" TEXT,
    "number" DOUBLE PRECISION,
    "day" DATE,

    CONSTRAINT "OrganizationFieldValue_pkey" PRIMARY KEY ("workspaceId","organizationId","fieldId","position")
);

-- CreateIndex
CREATE INDEX "FieldDefinition_workspaceId_entity_position_id_idx" ON "FieldDefinition"("workspaceId", "entity", "position", "id");

-- CreateIndex
CREATE UNIQUE INDEX "FieldDefinition_workspaceId_entity_key_key" ON "FieldDefinition"("workspaceId", "entity", "key");

-- CreateIndex
CREATE INDEX "TicketFieldValue_workspaceId_fieldId_key_ticketId_idx" ON "TicketFieldValue"("workspaceId", "fieldId", "key", "ticketId");

-- CreateIndex
CREATE INDEX "TicketFieldValue_workspaceId_fieldId_number_ticketId_idx" ON "TicketFieldValue"("workspaceId", "fieldId", "number", "ticketId");

-- CreateIndex
CREATE INDEX "TicketFieldValue_workspaceId_fieldId_day_ticketId_idx" ON "TicketFieldValue"("workspaceId", "fieldId", "day", "ticketId");

-- CreateIndex
CREATE INDEX "TicketFieldValue_search" ON "TicketFieldValue" USING GIN ("workspaceId" uuid_ops, "fieldId" uuid_ops, "key" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "CustomerFieldValue_workspaceId_fieldId_key_customerId_idx" ON "CustomerFieldValue"("workspaceId", "fieldId", "key", "customerId");

-- CreateIndex
CREATE INDEX "CustomerFieldValue_workspaceId_fieldId_number_customerId_idx" ON "CustomerFieldValue"("workspaceId", "fieldId", "number", "customerId");

-- CreateIndex
CREATE INDEX "CustomerFieldValue_workspaceId_fieldId_day_customerId_idx" ON "CustomerFieldValue"("workspaceId", "fieldId", "day", "customerId");

-- CreateIndex
CREATE INDEX "OrganizationFieldValue_workspaceId_fieldId_key_organization_idx" ON "OrganizationFieldValue"("workspaceId", "fieldId", "key", "organizationId");

-- CreateIndex
CREATE INDEX "OrganizationFieldValue_workspaceId_fieldId_number_organizat_idx" ON "OrganizationFieldValue"("workspaceId", "fieldId", "number", "organizationId");

-- CreateIndex
CREATE INDEX "OrganizationFieldValue_workspaceId_fieldId_day_organization_idx" ON "OrganizationFieldValue"("workspaceId", "fieldId", "day", "organizationId");

-- AddForeignKey
ALTER TABLE "FieldDefinition" ADD CONSTRAINT "FieldDefinition_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketFieldValue" ADD CONSTRAINT "TicketFieldValue_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketFieldValue" ADD CONSTRAINT "TicketFieldValue_workspaceId_fieldId_fkey" FOREIGN KEY ("workspaceId", "fieldId") REFERENCES "FieldDefinition"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerFieldValue" ADD CONSTRAINT "CustomerFieldValue_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerFieldValue" ADD CONSTRAINT "CustomerFieldValue_workspaceId_fieldId_fkey" FOREIGN KEY ("workspaceId", "fieldId") REFERENCES "FieldDefinition"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationFieldValue" ADD CONSTRAINT "OrganizationFieldValue_workspaceId_organizationId_fkey" FOREIGN KEY ("workspaceId", "organizationId") REFERENCES "Organization"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationFieldValue" ADD CONSTRAINT "OrganizationFieldValue_workspaceId_fieldId_fkey" FOREIGN KEY ("workspaceId", "fieldId") REFERENCES "FieldDefinition"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

