-- What was said on a merged ticket counts on the one that remains: with the history of the first, that one counts otherwise.
CREATE OR REPLACE FUNCTION metric_tickets_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "MetricChange" ("workspaceId", subject, "subjectId")
  WITH RECURSIVE counted AS (
    SELECT g."workspaceId", g.id, g."mergedIntoId" FROM gone g
    UNION SELECT t."workspaceId", t.id, t."mergedIntoId" FROM counted c
      JOIN "Ticket" t ON t."workspaceId" = c."workspaceId" AND t.id = c."mergedIntoId"
  )
  SELECT c."workspaceId", 'ticket', c.id FROM counted c
  WHERE EXISTS (SELECT 1 FROM "Workspace" w WHERE w.id = c."workspaceId");
  RETURN NULL;
END $$;
-- Everything is counted again by the new version of the definitions at the next turn of the counter.
