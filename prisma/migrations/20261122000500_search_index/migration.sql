-- AlterTable
ALTER TABLE "TicketSearch" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "TicketSearch_workspaceId_activityAt_ticketId_idx" ON "TicketSearch"("workspaceId", "activityAt" DESC, "ticketId" DESC);

-- Vectors lie apart from their rows, so that a broad search reads narrow rows only.
ALTER TABLE "TicketSearch" SET (toast_tuple_target = 128);

CREATE AGGREGATE tsvector_agg(tsvector) (SFUNC = tsvector_concat, STYPE = tsvector, INITCOND = '');

-- Texts are cut at 200,000 letters: even if every word of them were another one, the vector stays below its limit of 1 MB.
CREATE OR REPLACE FUNCTION search_vector(language text, words text, weight "char") RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
  SELECT setweight(to_tsvector(stem_configuration(language), left(words, 200000)), weight)
      || setweight(to_tsvector('simple', plain(left(words, 200000))), weight)
$$;

-- Everything findable of these tickets: subject (A), people (B), and what was written (C: each message's first 50,000
-- letters, the newest messages first, up to 200,000 letters of a ticket). Skips tickets that are indexed at their version.
-- Gives the number of tickets that were indexed. Words are added in one order, so that two runs never wait for each other.
CREATE FUNCTION index_tickets(workspace uuid, tickets uuid[]) RETURNS integer LANGUAGE sql AS $$
  WITH ticket AS (
    SELECT t.id, t.subject, t.language, t.version, t."activityAt", c."displayName" || ' ' || c."searchText" AS requester
    FROM "Ticket" t
    JOIN "Customer" c ON c."workspaceId" = t."workspaceId" AND c.id = t."requesterId"
    LEFT JOIN "TicketSearch" s ON s."workspaceId" = t."workspaceId" AND s."ticketId" = t.id
    WHERE t."workspaceId" = workspace AND t.id = ANY (tickets) AND t.version > coalesce(s.version, 0)
  ), message AS (
    SELECT m.id, t.id AS ticket, coalesce(m.language, t.language, '') AS language, left(m.text, 50000) AS text,
      sum(least(length(m.text), 50000)) OVER (PARTITION BY t.id ORDER BY m."createdAt" DESC, m.id DESC) AS letters
    FROM ticket t JOIN "Message" m ON m."workspaceId" = workspace AND m."ticketId" = t.id
    WHERE m.delivery IS DISTINCT FROM 'cancelled'
  ), person AS (
    SELECT m.ticket, string_agg(DISTINCT coalesce(a.name, '') || ' ' || a.address, ' ') AS people
    FROM message m JOIN "MessageAddress" a ON a."workspaceId" = workspace AND a."messageId" = m.id
    WHERE a.kind <> 'bcc' AND a.address !~ '\+[tnb][0-9a-f]+\.[a-z2-7]+@' AND NOT EXISTS (
      SELECT FROM "ChannelAccount" own WHERE own."workspaceId" = workspace AND own.address = a.address)
    GROUP BY m.ticket
  ), file AS (
    SELECT m.ticket, translate(string_agg(DISTINCT f.name, ' '), '._-', '   ') AS names
    FROM message m JOIN "Attachment" f ON f."workspaceId" = workspace AND f."messageId" = m.id
    GROUP BY m.ticket
  ), body AS (
    SELECT ticket, language, string_agg(text, E'\n') AS text FROM message WHERE letters <= 200000 GROUP BY ticket, language
  ), vector AS (
    SELECT t.id, t.version, t."activityAt",
      search_vector(t.language, t.subject, 'A')
      || search_vector('', t.requester || ' ' || translate(t.requester, '@._+-', '     '), 'B')
      || coalesce((SELECT search_vector('', people || ' ' || translate(people, '@._+-', '     '), 'B')
          FROM person p WHERE p.ticket = t.id), '')
      || coalesce((SELECT search_vector('', names, 'C') FROM file f WHERE f.ticket = t.id), '')
      || (SELECT tsvector_agg(search_vector(b.language, b.text, 'C')) FROM body b WHERE b.ticket = t.id) AS vector
    FROM ticket t
  ), word AS (
    INSERT INTO "SearchWord" ("workspaceId", word)
    SELECT workspace, lexeme
    FROM (SELECT DISTINCT lexeme FROM vector, unnest(vector.vector)) found
    WHERE lexeme ~ '^([a-z]{3,30}|[а-яё]{3,30})$'
    ORDER BY lexeme
    ON CONFLICT DO NOTHING
  ), saved AS (
    INSERT INTO "TicketSearch" AS s ("workspaceId", "ticketId", vector, "activityAt", version)
    SELECT workspace, id, vector, "activityAt", version FROM vector ORDER BY id
    ON CONFLICT ("workspaceId", "ticketId") DO UPDATE
      SET vector = excluded.vector, "activityAt" = excluded."activityAt", version = excluded.version
      WHERE s.version < excluded.version
    RETURNING 1
  )
  SELECT count(*)::int FROM saved
$$;

-- What was typed as one piece, its words one after the other; of an open piece the beginning of the last word is enough.
CREATE FUNCTION search_phrase(words text, open boolean) RETURNS tsquery LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN open AND numnode(phrase) > 0 THEN (phrase::text || ':*')::tsquery ELSE phrase END
  FROM phraseto_tsquery('simple', words) AS phrase
$$;

-- The tickets that match, when they are no more than `most`; otherwise null, and the caller walks by time until it has enough.
-- Always by the text index: the planner guesses beginnings of words badly, and a wrong walk reads every vector.
CREATE FUNCTION search_hits(workspace uuid, query tsquery, most integer) RETURNS uuid[] LANGUAGE plpgsql STABLE
SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off AS $$
DECLARE hits uuid[];
BEGIN
  SELECT array_agg("ticketId") INTO hits FROM (
    SELECT "ticketId" FROM "TicketSearch" WHERE "workspaceId" = workspace AND vector @@ query LIMIT most + 1) found;
  RETURN CASE WHEN cardinality(hits) > most THEN NULL ELSE coalesce(hits, '{}') END;
END $$;
