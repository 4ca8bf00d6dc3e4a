-- When a customer last wrote or called, to the minute: each word of a chat would otherwise write the customer's row anew, with
-- every index on it. The first word after a minute of silence is noted exactly.
CREATE OR REPLACE FUNCTION customer_last_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Customer" SET "lastContactAt" = NEW."lastCustomerAt"
  WHERE "workspaceId" = NEW."workspaceId" AND id = NEW."requesterId"
    AND ("lastContactAt" IS NULL OR "lastContactAt" <= NEW."lastCustomerAt" - interval '1 minute');
  RETURN NULL;
END $$;
