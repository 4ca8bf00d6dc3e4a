-- What was asked about a ticket goes where the ticket goes, and comes back with it.
ALTER TABLE "TicketMerge" ADD COLUMN "surveyIds" UUID[] DEFAULT ARRAY[]::UUID[];

-- An answer stands where its asking stands: merges of tickets and of customers move askings alone.
CREATE FUNCTION survey_answer_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "SurveyAnswer" SET "customerId" = NEW."customerId", "ticketId" = NEW."ticketId"
  WHERE "workspaceId" = NEW."workspaceId" AND "inviteId" = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER survey_answer_follows AFTER UPDATE ON "SurveyInvite" FOR EACH ROW
  WHEN (OLD."customerId" IS DISTINCT FROM NEW."customerId" OR OLD."ticketId" IS DISTINCT FROM NEW."ticketId")
  EXECUTE FUNCTION survey_answer_follows();

-- Who did not want to be asked is not asked under another record either; parting the two takes that back.
CREATE FUNCTION survey_opt_out_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."mergedIntoId" IS NULL THEN
    DELETE FROM "SurveyOptOut" o USING "SurveyOptOut" s
    WHERE o."workspaceId" = NEW."workspaceId" AND o."customerId" = OLD."mergedIntoId" AND o.source = 'merge'
      AND s."workspaceId" = NEW."workspaceId" AND s."customerId" = NEW.id AND s.at = o.at;
  ELSE
    INSERT INTO "SurveyOptOut" ("workspaceId", "customerId", source, at)
    SELECT "workspaceId", NEW."mergedIntoId", 'merge', at FROM "SurveyOptOut"
    WHERE "workspaceId" = NEW."workspaceId" AND "customerId" = NEW.id
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER survey_opt_out_follows AFTER UPDATE ON "Customer" FOR EACH ROW
  WHEN (OLD."mergedIntoId" IS DISTINCT FROM NEW."mergedIntoId")
  EXECUTE FUNCTION survey_opt_out_follows();
