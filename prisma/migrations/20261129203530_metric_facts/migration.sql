-- What customers say, what they were promised, and how they helped themselves are counted like everything else.

CREATE TRIGGER metric_survey_changed AFTER INSERT OR UPDATE ON "SurveyInvite" FOR EACH ROW
  WHEN (NEW."sentAt" IS NOT NULL)
  EXECUTE FUNCTION metric_row_changed('survey');

CREATE FUNCTION metric_answer_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "MetricChange" ("workspaceId", subject, "subjectId") VALUES (NEW."workspaceId", 'survey', NEW."inviteId");
  RETURN NULL;
END $$;

CREATE TRIGGER metric_answer_changed AFTER INSERT OR UPDATE ON "SurveyAnswer"
  FOR EACH ROW EXECUTE FUNCTION metric_answer_changed();

CREATE FUNCTION metric_promise_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "MetricChange" ("workspaceId", subject, "subjectId") VALUES (NEW."workspaceId", 'ticket', NEW."ticketId");
  RETURN NULL;
END $$;

CREATE TRIGGER metric_promise_changed AFTER UPDATE ON "TicketPromise" FOR EACH ROW
  WHEN (OLD."keptAt" IS DISTINCT FROM NEW."keptAt" OR OLD."brokenAt" IS DISTINCT FROM NEW."brokenAt"
    OR OLD."ticketId" IS DISTINCT FROM NEW."ticketId")
  EXECUTE FUNCTION metric_promise_changed();

CREATE TRIGGER metric_visit_changed AFTER INSERT OR UPDATE ON "HelpSession"
  FOR EACH ROW EXECUTE FUNCTION metric_row_changed('visit');

-- What is gone is counted no more; with its whole workspace nobody counts it.
CREATE FUNCTION metric_row_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "MetricChange" ("workspaceId", subject, "subjectId")
  SELECT OLD."workspaceId", TG_ARGV[0], OLD.id
  WHERE EXISTS (SELECT 1 FROM "Workspace" w WHERE w.id = OLD."workspaceId");
  RETURN NULL;
END $$;

CREATE TRIGGER metric_call_gone AFTER DELETE ON "CallLog" FOR EACH ROW EXECUTE FUNCTION metric_row_gone('call');
CREATE TRIGGER metric_chat_gone AFTER DELETE ON "ChatSession" FOR EACH ROW EXECUTE FUNCTION metric_row_gone('chat');
CREATE TRIGGER metric_survey_gone AFTER DELETE ON "SurveyInvite" FOR EACH ROW EXECUTE FUNCTION metric_row_gone('survey');
CREATE TRIGGER metric_visit_gone AFTER DELETE ON "HelpSession" FOR EACH ROW EXECUTE FUNCTION metric_row_gone('visit');
CREATE TRIGGER metric_presence_gone AFTER DELETE ON "PresenceSpan" FOR EACH ROW EXECUTE FUNCTION metric_row_gone('presence');

-- Everything is counted again by the new version of the definitions at the next turn of the counter.
