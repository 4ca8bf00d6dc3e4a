-- What people typed into the workspace's own fields of a ticket makes it findable.
CREATE OR REPLACE FUNCTION index_tickets(workspace uuid, tickets uuid[]) RETURNS integer LANGUAGE sql AS $$
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
  ), own AS (
    SELECT t.id AS ticket, string_agg(v.text || ' ' || translate(v.text, '._-/', '    '), ' ') AS words
    FROM ticket t JOIN "TicketFieldValue" v ON v."workspaceId" = workspace AND v."ticketId" = t.id
    WHERE v.text IS NOT NULL GROUP BY t.id
  ), body AS (
    SELECT ticket, language, string_agg(text, E'\n') AS text FROM message WHERE letters <= 200000 GROUP BY ticket, language
  ), vector AS (
    SELECT t.id, t.version, t."activityAt",
      search_vector(t.language, t.subject, 'A')
      || search_vector('', t.requester || ' ' || translate(t.requester, '@._+-', '     '), 'B')
      || coalesce((SELECT search_vector('', people || ' ' || translate(people, '@._+-', '     '), 'B')
          FROM person p WHERE p.ticket = t.id), '')
      || coalesce((SELECT search_vector('', names, 'C') FROM file f WHERE f.ticket = t.id), '')
      || coalesce((SELECT search_vector('', o.words, 'B') FROM own o WHERE o.ticket = t.id), '')
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
