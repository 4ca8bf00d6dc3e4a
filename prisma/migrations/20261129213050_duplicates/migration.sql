-- Whoever may be one person is found among all customers by keys that an index answers. Names of functions are whole, since
-- indexes are built without a search path.

-- The words of a name without accents and case, in one order: what `plainName` of the domain compares.
CREATE FUNCTION name_key(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT array_to_string(array(
    SELECT word FROM regexp_split_to_table(public.plain(name), '[^[:alnum:]]+') word WHERE word <> '' ORDER BY word COLLATE "C"), ' ')
$$;

-- A mail address without what most providers do not tell apart: dots, and all from a plus on.
CREATE FUNCTION mailbox_key(address text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT replace(regexp_replace(split_part(address, '@', 1), '\+.*$', ''), '.', '') || '@'
    || CASE split_part(address, '@', 2) WHEN 'googlemail.com' THEN 'gmail.com' ELSE split_part(address, '@', 2) END
$$;

CREATE INDEX "Customer_name_key" ON "Customer" ("workspaceId", name_key("displayName")) WHERE "mergedIntoId" IS NULL;
CREATE INDEX "CustomerIdentity_mailbox" ON "CustomerIdentity" ("workspaceId", mailbox_key(value)) WHERE kind = 'email';
