-- Customers as people: tiers, merges that can be undone, consents, segments, blocked senders, imports.

CREATE TYPE "ImportState" AS ENUM ('uploaded', 'checking', 'checked', 'running', 'done', 'failed', 'cancelled');

ALTER TABLE "Customer" ADD COLUMN     "attributes" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "blockedAt" TIMESTAMPTZ(3),
ADD COLUMN     "blockedReason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "externalId" TEXT,
ADD COLUMN     "lastContactAt" TIMESTAMPTZ(3),
ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "readsShared" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "tierId" UUID;

ALTER TABLE "Organization" ADD COLUMN     "attributes" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "sharedRequests" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

CREATE TABLE "LoyaltyTier" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "names" JSONB NOT NULL,
    "colour" TEXT NOT NULL DEFAULT 'grey',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LoyaltyTier_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE TABLE "CustomerMerge" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "targetId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "byKind" TEXT NOT NULL,
    "byId" UUID,
    "byName" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneBy" TEXT NOT NULL DEFAULT '',
    "before" JSONB NOT NULL,

    CONSTRAINT "CustomerMerge_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE TABLE "CustomerMergeRow" (
    "workspaceId" UUID NOT NULL,
    "mergeId" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "rowId" UUID NOT NULL,

    CONSTRAINT "CustomerMergeRow_pkey" PRIMARY KEY ("workspaceId","mergeId","place","rowId")
);

CREATE TABLE "NotSameCustomer" (
    "workspaceId" UUID NOT NULL,
    "firstId" UUID NOT NULL,
    "secondId" UUID NOT NULL,
    "byName" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NotSameCustomer_pkey" PRIMARY KEY ("workspaceId","firstId","secondId")
);

CREATE TABLE "CustomerConsent" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "given" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CustomerConsent_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE TABLE "CustomerSegment" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "conditions" JSONB,
    "columns" TEXT[],
    "sort" TEXT NOT NULL DEFAULT 'newest',
    "createdBy" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CustomerSegment_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE TABLE "BlockedSender" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "byName" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BlockedSender_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE TABLE "BlockedMessage" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "channelAccountId" UUID,
    "sender" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "releasedBy" TEXT NOT NULL DEFAULT '',
    "ticketId" UUID,

    CONSTRAINT "BlockedMessage_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE TABLE "CustomerImport" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "encoding" TEXT NOT NULL,
    "delimiter" TEXT NOT NULL,
    "headers" TEXT[],
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "state" "ImportState" NOT NULL DEFAULT 'uploaded',
    "rows" INTEGER NOT NULL DEFAULT 0,
    "cursor" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "byId" UUID,
    "byName" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CustomerImport_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE TABLE "CustomerImportLine" (
    "workspaceId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "cells" TEXT[],
    "outcome" TEXT,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "customerId" UUID,

    CONSTRAINT "CustomerImportLine_pkey" PRIMARY KEY ("workspaceId","importId","row")
);

CREATE UNIQUE INDEX "LoyaltyTier_workspaceId_rank_key" ON "LoyaltyTier"("workspaceId", "rank");

CREATE INDEX "CustomerMerge_workspaceId_sourceId_idx" ON "CustomerMerge"("workspaceId", "sourceId");

CREATE INDEX "CustomerMerge_workspaceId_targetId_at_idx" ON "CustomerMerge"("workspaceId", "targetId", "at");

CREATE INDEX "NotSameCustomer_workspaceId_secondId_idx" ON "NotSameCustomer"("workspaceId", "secondId");

CREATE INDEX "CustomerConsent_workspaceId_customerId_kind_at_id_idx" ON "CustomerConsent"("workspaceId", "customerId", "kind", "at" DESC, "id" DESC);

CREATE UNIQUE INDEX "CustomerSegment_workspaceId_name_key" ON "CustomerSegment"("workspaceId", "name");

CREATE INDEX "BlockedSender_workspaceId_createdAt_id_idx" ON "BlockedSender"("workspaceId", "createdAt" DESC, "id" DESC);

CREATE UNIQUE INDEX "BlockedSender_workspaceId_kind_value_key" ON "BlockedSender"("workspaceId", "kind", "value");

CREATE INDEX "BlockedMessage_workspaceId_releasedAt_at_id_idx" ON "BlockedMessage"("workspaceId", "releasedAt", "at" DESC, "id" DESC);

CREATE INDEX "CustomerImport_workspaceId_createdAt_id_idx" ON "CustomerImport"("workspaceId", "createdAt" DESC, "id" DESC);

CREATE INDEX "CustomerImportLine_workspaceId_importId_outcome_row_idx" ON "CustomerImportLine"("workspaceId", "importId", "outcome", "row");

CREATE INDEX "Customer_workspaceId_lastContactAt_id_idx" ON "Customer"("workspaceId", "lastContactAt", "id");

CREATE INDEX "Customer_workspaceId_displayName_id_idx" ON "Customer"("workspaceId", "displayName", "id");

CREATE INDEX "Customer_workspaceId_tierId_idx" ON "Customer"("workspaceId", "tierId");

CREATE INDEX "Customer_workspaceId_mergedIntoId_idx" ON "Customer"("workspaceId", "mergedIntoId");

CREATE INDEX "Customer_workspaceId_blockedAt_idx" ON "Customer"("workspaceId", "blockedAt");

CREATE UNIQUE INDEX "Customer_workspaceId_externalId_key" ON "Customer"("workspaceId", "externalId");

ALTER TABLE "Customer" ADD CONSTRAINT "Customer_workspaceId_tierId_fkey" FOREIGN KEY ("workspaceId", "tierId") REFERENCES "LoyaltyTier"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Customer" ADD CONSTRAINT "Customer_workspaceId_mergedIntoId_fkey" FOREIGN KEY ("workspaceId", "mergedIntoId") REFERENCES "Customer"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

ALTER TABLE "LoyaltyTier" ADD CONSTRAINT "LoyaltyTier_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CustomerMerge" ADD CONSTRAINT "CustomerMerge_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CustomerMerge" ADD CONSTRAINT "CustomerMerge_workspaceId_targetId_fkey" FOREIGN KEY ("workspaceId", "targetId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CustomerMergeRow" ADD CONSTRAINT "CustomerMergeRow_workspaceId_mergeId_fkey" FOREIGN KEY ("workspaceId", "mergeId") REFERENCES "CustomerMerge"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "NotSameCustomer" ADD CONSTRAINT "NotSameCustomer_workspaceId_firstId_fkey" FOREIGN KEY ("workspaceId", "firstId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "NotSameCustomer" ADD CONSTRAINT "NotSameCustomer_workspaceId_secondId_fkey" FOREIGN KEY ("workspaceId", "secondId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CustomerConsent" ADD CONSTRAINT "CustomerConsent_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CustomerSegment" ADD CONSTRAINT "CustomerSegment_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "BlockedSender" ADD CONSTRAINT "BlockedSender_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "BlockedMessage" ADD CONSTRAINT "BlockedMessage_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CustomerImport" ADD CONSTRAINT "CustomerImport_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CustomerImportLine" ADD CONSTRAINT "CustomerImportLine_workspaceId_importId_fkey" FOREIGN KEY ("workspaceId", "importId") REFERENCES "CustomerImport"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Names are put in order as people do it, in any of our languages.
ALTER TABLE "Customer" ALTER COLUMN "displayName" TYPE TEXT COLLATE "und-x-icu";

-- Who was merged away is not found by name; whoever looks for an old id is led on by "mergedIntoId".
CREATE OR REPLACE FUNCTION customer_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."searchText" := CASE WHEN NEW."mergedIntoId" IS NOT NULL THEN '' ELSE plain(
    NEW."displayName" || ' ' || coalesce(NEW."externalId" || ' ', '') || coalesce((
      SELECT string_agg(value, ' ' ORDER BY value) FROM "CustomerIdentity"
      WHERE "workspaceId" = NEW."workspaceId" AND "customerId" = NEW.id), '')) END;
  RETURN NEW;
END $$;
DROP TRIGGER customer_search_text ON "Customer";
CREATE TRIGGER customer_search_text BEFORE INSERT OR UPDATE OF "displayName", "searchText", "externalId", "mergedIntoId"
  ON "Customer" FOR EACH ROW EXECUTE FUNCTION customer_search_text();

-- An identity that goes from one customer to another changes what both are found by.
CREATE OR REPLACE FUNCTION identity_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE identity "CustomerIdentity" := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  UPDATE "Customer" SET "searchText" = '' WHERE "workspaceId" = identity."workspaceId" AND id = identity."customerId";
  IF TG_OP = 'UPDATE' AND OLD."customerId" <> NEW."customerId" THEN
    UPDATE "Customer" SET "searchText" = '' WHERE "workspaceId" = OLD."workspaceId" AND id = OLD."customerId";
  END IF;
  RETURN NULL;
END $$;

-- When a customer last wrote or called.
CREATE FUNCTION customer_last_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Customer" SET "lastContactAt" = NEW."lastCustomerAt"
  WHERE "workspaceId" = NEW."workspaceId" AND id = NEW."requesterId"
    AND ("lastContactAt" IS NULL OR "lastContactAt" < NEW."lastCustomerAt");
  RETURN NULL;
END $$;
CREATE TRIGGER customer_last_contact_new AFTER INSERT ON "Ticket"
  FOR EACH ROW WHEN (NEW."lastCustomerAt" IS NOT NULL) EXECUTE FUNCTION customer_last_contact();
CREATE TRIGGER customer_last_contact AFTER UPDATE ON "Ticket"
  FOR EACH ROW WHEN (NEW."lastCustomerAt" IS NOT NULL AND (NEW."lastCustomerAt" IS DISTINCT FROM OLD."lastCustomerAt"
    OR NEW."requesterId" <> OLD."requesterId")) EXECUTE FUNCTION customer_last_contact();
UPDATE "Customer" c SET "lastContactAt" = t.at FROM (
  SELECT "workspaceId", "requesterId", max("lastCustomerAt") AS at FROM "Ticket" GROUP BY 1, 2) t
WHERE t."workspaceId" = c."workspaceId" AND t."requesterId" = c.id AND t.at IS NOT NULL;

-- Whoever was merged away gets nothing new: what is written for them in that very moment waits here for the merge to be
-- over (it holds the row FOR UPDATE), and then goes to the survivor.
CREATE FUNCTION surviving_customer(workspace uuid, customer uuid) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  survivor uuid := customer;
  onward uuid;
BEGIN
  LOOP
    SELECT "mergedIntoId" INTO onward FROM "Customer"
    WHERE "workspaceId" = workspace AND id = survivor FOR KEY SHARE;
    IF onward IS NULL THEN RETURN survivor; END IF;
    survivor := onward;
  END LOOP;
END $$;

CREATE FUNCTION to_surviving_customer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  given uuid;
  survivor uuid;
BEGIN
  EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO given USING NEW;
  IF given IS NULL THEN RETURN NEW; END IF;
  survivor := surviving_customer(NEW."workspaceId", given);
  IF survivor <> given THEN
    NEW := jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], survivor));
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER to_survivor_new BEFORE INSERT ON "Ticket" FOR EACH ROW EXECUTE FUNCTION to_surviving_customer('requesterId');
CREATE TRIGGER to_survivor BEFORE UPDATE ON "Ticket" FOR EACH ROW
  WHEN (NEW."requesterId" <> OLD."requesterId") EXECUTE FUNCTION to_surviving_customer('requesterId');
CREATE TRIGGER to_survivor_new BEFORE INSERT ON "Message" FOR EACH ROW
  WHEN (NEW."authorCustomerId" IS NOT NULL) EXECUTE FUNCTION to_surviving_customer('authorCustomerId');
CREATE TRIGGER to_survivor_new BEFORE INSERT ON "CustomerIdentity" FOR EACH ROW
  EXECUTE FUNCTION to_surviving_customer('customerId');
CREATE TRIGGER to_survivor_new BEFORE INSERT ON "ChannelConversation" FOR EACH ROW
  EXECUTE FUNCTION to_surviving_customer('customerId');
CREATE TRIGGER to_survivor_new BEFORE INSERT ON "ChatVisitor" FOR EACH ROW
  WHEN (NEW."customerId" IS NOT NULL) EXECUTE FUNCTION to_surviving_customer('customerId');
CREATE TRIGGER to_survivor BEFORE UPDATE ON "ChatVisitor" FOR EACH ROW
  WHEN (NEW."customerId" IS DISTINCT FROM OLD."customerId") EXECUTE FUNCTION to_surviving_customer('customerId');
CREATE TRIGGER to_survivor_new BEFORE INSERT ON "CallLog" FOR EACH ROW
  WHEN (NEW."customerId" IS NOT NULL) EXECUTE FUNCTION to_surviving_customer('customerId');
CREATE TRIGGER to_survivor BEFORE UPDATE ON "CallLog" FOR EACH ROW
  WHEN (NEW."customerId" IS DISTINCT FROM OLD."customerId") EXECUTE FUNCTION to_surviving_customer('customerId');
CREATE TRIGGER to_survivor_new BEFORE INSERT ON "Callback" FOR EACH ROW
  EXECUTE FUNCTION to_surviving_customer('customerId');
CREATE TRIGGER to_survivor_new BEFORE INSERT ON "CustomerConsent" FOR EACH ROW
  EXECUTE FUNCTION to_surviving_customer('customerId');
