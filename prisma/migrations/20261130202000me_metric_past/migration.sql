-- What a customer belonged to before, until when: numbers of the past count for the tier and the organization of their time.
-- The first row of which `until` lies after an instant says what held then; with none it is what holds now.
CREATE TABLE "CustomerPast" (
    "workspaceId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "tierId" UUID,
    "organizationId" UUID,
    CONSTRAINT "CustomerPast_pkey" PRIMARY KEY ("workspaceId","customerId","until")
);
ALTER TABLE "CustomerPast" ADD CONSTRAINT "CustomerPast_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION customer_past_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "CustomerPast" ("workspaceId", "customerId", "until", "tierId", "organizationId")
  VALUES (OLD."workspaceId", OLD.id, CASE WHEN NEW."updatedAt" IS DISTINCT FROM OLD."updatedAt" THEN NEW."updatedAt" ELSE now() END,
    OLD."tierId", OLD."organizationId")
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER customer_past_kept AFTER UPDATE ON "Customer" FOR EACH ROW
  WHEN (OLD."tierId" IS DISTINCT FROM NEW."tierId" OR OLD."organizationId" IS DISTINCT FROM NEW."organizationId")
  EXECUTE FUNCTION customer_past_kept();

-- In which language somebody was looking for help.
ALTER TABLE "HelpSession" ADD COLUMN "locale" TEXT;

-- Everything is counted again by the new version of the definitions at the next turn of the counter.
