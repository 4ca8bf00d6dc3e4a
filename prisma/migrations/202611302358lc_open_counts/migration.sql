-- How many tickets wait with whom: the counters of the shipped views are sums of these, so that nobody counts tickets to see them.
CREATE TABLE "OpenCount" (
  "workspaceId" UUID NOT NULL,
  "position" BIGSERIAL NOT NULL,
  "assigneeId" UUID,
  "teamId" UUID,
  "promiseState" "PromiseState",
  "tickets" INTEGER NOT NULL,
  "folded" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "OpenCount_pkey" PRIMARY KEY ("workspaceId", "position")
);
CREATE INDEX "OpenCount_to_fold" ON "OpenCount" ("workspaceId") WHERE NOT folded;
ALTER TABLE "OpenCount" ADD CONSTRAINT "OpenCount_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION is_open_work(active BOOLEAN, spam BOOLEAN, "trashedAt" TIMESTAMPTZ, "mergedIntoId" UUID) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$ SELECT $1 AND NOT $2 AND $3 IS NULL AND $4 IS NULL $$;

-- Rows are only added, so that people who save at once do not wait for each other; the worker folds them.
CREATE FUNCTION open_count_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND is_open_work(OLD.active, OLD.spam, OLD."trashedAt", OLD."mergedIntoId") THEN
    INSERT INTO "OpenCount" ("workspaceId", "assigneeId", "teamId", "promiseState", tickets)
    SELECT OLD."workspaceId", OLD."assigneeId", OLD."teamId", OLD."promiseState", -1
    -- With its whole workspace it is counted by nobody.
    WHERE EXISTS (SELECT 1 FROM "Workspace" w WHERE w.id = OLD."workspaceId");
  END IF;
  IF TG_OP <> 'DELETE' AND is_open_work(NEW.active, NEW.spam, NEW."trashedAt", NEW."mergedIntoId") THEN
    INSERT INTO "OpenCount" ("workspaceId", "assigneeId", "teamId", "promiseState", tickets)
    VALUES (NEW."workspaceId", NEW."assigneeId", NEW."teamId", NEW."promiseState", 1);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER open_count_begun AFTER INSERT OR DELETE ON "Ticket" FOR EACH ROW EXECUTE FUNCTION open_count_kept();
CREATE TRIGGER open_count_moved AFTER UPDATE ON "Ticket" FOR EACH ROW
  WHEN ((OLD.active, OLD.spam, OLD."trashedAt", OLD."mergedIntoId", OLD."assigneeId", OLD."teamId", OLD."promiseState")
    IS DISTINCT FROM
    (NEW.active, NEW.spam, NEW."trashedAt", NEW."mergedIntoId", NEW."assigneeId", NEW."teamId", NEW."promiseState"))
  EXECUTE FUNCTION open_count_kept();

-- The triggers hold the table against saves until all that is there is counted.
INSERT INTO "OpenCount" ("workspaceId", "assigneeId", "teamId", "promiseState", tickets, folded)
SELECT "workspaceId", "assigneeId", "teamId", "promiseState", count(*), true FROM "Ticket"
WHERE active AND NOT spam AND "trashedAt" IS NULL AND "mergedIntoId" IS NULL
GROUP BY "workspaceId", "assigneeId", "teamId", "promiseState";
