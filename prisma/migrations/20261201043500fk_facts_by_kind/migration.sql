-- The facts of one kind lie together: a number of a year is asked of one kind, and reads a tenth of the pages.
ALTER TABLE "MetricFact" RENAME TO "MetricFactOfAll";
ALTER TABLE "MetricFactOfAll" RENAME CONSTRAINT "MetricFact_pkey" TO "MetricFactOfAll_pkey";
ALTER TABLE "MetricFactOfAll" RENAME CONSTRAINT "MetricFact_workspaceId_fkey" TO "MetricFactOfAll_workspaceId_fkey";
ALTER INDEX "MetricFact_workspaceId_kind_at_subjectId_sequence_idx" RENAME TO "MetricFactOfAll_at_idx";
ALTER INDEX "MetricFact_workspaceId_kind_agentId_at_idx" RENAME TO "MetricFactOfAll_agentId_idx";
ALTER INDEX "MetricFact_workspaceId_kind_teamId_at_idx" RENAME TO "MetricFactOfAll_teamId_idx";
ALTER INDEX "MetricFact_workspaceId_kind_organizationId_at_idx" RENAME TO "MetricFactOfAll_organizationId_idx";

CREATE TABLE "MetricFact" (LIKE "MetricFactOfAll" INCLUDING DEFAULTS) PARTITION BY LIST ("kind");
CREATE TABLE "MetricFact_created" PARTITION OF "MetricFact" FOR VALUES IN ('created');
CREATE TABLE "MetricFact_inbound" PARTITION OF "MetricFact" FOR VALUES IN ('inbound');
CREATE TABLE "MetricFact_reply" PARTITION OF "MetricFact" FOR VALUES IN ('reply');
CREATE TABLE "MetricFact_first_solution" PARTITION OF "MetricFact" FOR VALUES IN ('first_solution');
CREATE TABLE "MetricFact_solution" PARTITION OF "MetricFact" FOR VALUES IN ('solution');
CREATE TABLE "MetricFact_sla" PARTITION OF "MetricFact" FOR VALUES IN ('sla');
CREATE TABLE "MetricFact_backlog" PARTITION OF "MetricFact" FOR VALUES IN ('backlog');
CREATE TABLE "MetricFact_survey" PARTITION OF "MetricFact" FOR VALUES IN ('asked', 'answer');
CREATE TABLE "MetricFact_other" PARTITION OF "MetricFact" DEFAULT;

INSERT INTO "MetricFact" SELECT * FROM "MetricFactOfAll";
DROP TABLE "MetricFactOfAll";

ALTER TABLE "MetricFact" ADD CONSTRAINT "MetricFact_pkey" PRIMARY KEY ("workspaceId", "subjectId", "kind", "sequence");
CREATE INDEX "MetricFact_workspaceId_kind_at_subjectId_sequence_idx" ON "MetricFact"("workspaceId", "kind", "at", "subjectId", "sequence");
CREATE INDEX "MetricFact_workspaceId_kind_agentId_at_idx" ON "MetricFact"("workspaceId", "kind", "agentId", "at");
CREATE INDEX "MetricFact_workspaceId_kind_teamId_at_idx" ON "MetricFact"("workspaceId", "kind", "teamId", "at");
CREATE INDEX "MetricFact_workspaceId_kind_organizationId_at_idx" ON "MetricFact"("workspaceId", "kind", "organizationId", "at");
ALTER TABLE "MetricFact" ADD CONSTRAINT "MetricFact_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- How many values of a duration lie in each step of 1 %, by day and by month: percentiles of any period without reading its facts.
CREATE TABLE "MetricSketch" (
    "workspaceId" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "grain" TEXT NOT NULL,
    "start" DATE NOT NULL,
    "step" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "MetricSketch_pkey" PRIMARY KEY ("workspaceId","measure","grain","start","step")
);
ALTER TABLE "MetricSketch" ADD CONSTRAINT "MetricSketch_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was counted before is counted into them from the facts.
INSERT INTO "MetricSketch" ("workspaceId", "measure", "grain", "start", "step", "count")
SELECT f."workspaceId", m.measure, g.grain, g.start, floor(ln(greatest(m.number, 1.0 / 60)) / ln(1.01))::int, count(*)::int
FROM "MetricFact" f
CROSS JOIN LATERAL (VALUES
  ('reply', 'first_reply_business', f."values"[5]),
  ('reply', 'first_reply', f."values"[4]),
  ('reply', 'reply_wait_business', f."values"[3]),
  ('reply', 'reply_wait', f."values"[2]),
  ('first_solution', 'first_solution_business', f."values"[2]),
  ('first_solution', 'first_solution', f."values"[1]),
  ('solution', 'full_solution_business', f."values"[2]),
  ('solution', 'full_solution', f."values"[1]),
  ('solution', 'requester_wait_business', f."values"[4]),
  ('solution', 'requester_wait', f."values"[3]),
  ('solution', 'agent_wait_business', f."values"[6]),
  ('solution', 'agent_wait', f."values"[5]),
  ('solution', 'pending_time_business', f."values"[8]),
  ('solution', 'pending_time', f."values"[7]),
  ('solution', 'on_hold_time_business', f."values"[10]),
  ('solution', 'on_hold_time', f."values"[9]),
  ('solution', 'handle_time', f."values"[15]),
  ('call', 'call_handle', f."values"[1]),
  ('call', 'call_talk', f."values"[6]),
  ('call', 'call_hold', f."values"[7]),
  ('call', 'call_wrap_up', f."values"[8]),
  ('call', 'call_wait', f."values"[4]),
  ('chat', 'chat_handle', f."values"[1]),
  ('chat', 'chat_wait', f."values"[4])
) AS m(kind, measure, number)
CROSS JOIN LATERAL (VALUES ('day', f.day), ('month', date_trunc('month', f.day)::date)) AS g(grain, start)
WHERE f.excluded IS NULL AND m.kind = f.kind AND m.number IS NOT NULL
GROUP BY 1, 2, 3, 4, 5;
