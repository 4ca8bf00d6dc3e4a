-- Without a calendar nothing could be promised. What has none gets the one that new workspaces begin with: Monday to Friday,
-- 9 to 17, in their time zone and language. Where telephones stand they are answered at all times without a calendar, and
-- that is not changed behind anybody's back.
WITH made AS (
  INSERT INTO "BusinessCalendar" ("workspaceId", id, name, "timeZone", standard, version)
  SELECT w.id, gen_random_uuid(),
    CASE w.locale WHEN 'hu' THEN 'Munkaidő' WHEN 'lv' THEN 'Darba laiks' ELSE 'Office hours' END,
    w."timeZone", true, 1
  FROM "Workspace" w
  WHERE NOT EXISTS (SELECT 1 FROM "BusinessCalendar" c WHERE c."workspaceId" = w.id)
    AND NOT EXISTS (SELECT 1 FROM "ChannelAccount" a WHERE a."workspaceId" = w.id AND a.channel = 'phone')
  RETURNING "workspaceId", id, "timeZone"
), slots AS (
  INSERT INTO "CalendarSlot" ("workspaceId", "calendarId", weekday, "fromMinute", "toMinute")
  SELECT made."workspaceId", made.id, weekday, 540, 1020 FROM made, generate_series(1, 5) AS weekday
), versions AS (
  INSERT INTO "CalendarVersion" ("workspaceId", "calendarId", version, calendar, "savedAt")
  SELECT made."workspaceId", made.id, 1, jsonb_build_object(
      'timeZone', made."timeZone",
      'week', '[[],[{"from":540,"to":1020}],[{"from":540,"to":1020}],[{"from":540,"to":1020}],[{"from":540,"to":1020}],[{"from":540,"to":1020}],[]]'::jsonb,
      'days', '[]'::jsonb), now()
  FROM made
)
UPDATE "Workspace" w SET "rulesVersion" = w."rulesVersion" + 1 FROM made WHERE made."workspaceId" = w.id;
