-- Numbers of tickets: one sequence per workspace. nextval takes no lock that lasts as long as a transaction,
-- and a number that was given out is never given out again.
CREATE FUNCTION ticket_number_sequence(workspace uuid) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT 'ticket_number_' || replace(workspace::text, '-', '') $$;

CREATE FUNCTION workspace_created() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE SEQUENCE %I START 1001', ticket_number_sequence(NEW.id));
  RETURN NEW;
END $$;
CREATE TRIGGER workspace_created AFTER INSERT ON "Workspace" FOR EACH ROW EXECUTE FUNCTION workspace_created();

CREATE FUNCTION workspace_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('DROP SEQUENCE IF EXISTS %I', ticket_number_sequence(OLD.id));
  RETURN OLD;
END $$;
CREATE TRIGGER workspace_deleted AFTER DELETE ON "Workspace" FOR EACH ROW EXECUTE FUNCTION workspace_deleted();

CREATE FUNCTION next_ticket_number(workspace uuid) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  RETURN nextval(quote_ident(ticket_number_sequence(workspace))::regclass);
END $$;

-- Search. Two lexeme families per text: stems of its language, and plain words without accents.
-- unaccent() is only STABLE; with its dictionary named it is as good as immutable.
CREATE FUNCTION plain(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$ SELECT lower(public.unaccent('public.unaccent', words)) $$;

CREATE FUNCTION stem_configuration(language text) RETURNS regconfig LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE language WHEN 'en' THEN 'english'::regconfig WHEN 'hu' THEN 'hungarian'::regconfig ELSE 'simple'::regconfig END
$$;

-- The lexemes of a text. Words longer than 60 letters are no words; texts are cut at 100,000 letters.
CREATE FUNCTION search_vector(language text, words text, weight "char") RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
  SELECT setweight(to_tsvector(stem_configuration(language), left(words, 100000)), weight)
      || setweight(to_tsvector('simple', plain(left(words, 100000))), weight)
$$;

-- A customer's name and addresses, for finding them by any part.
CREATE FUNCTION customer_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."searchText" := plain(NEW."displayName" || ' ' || coalesce((
    SELECT string_agg(value, ' ' ORDER BY value) FROM "CustomerIdentity"
    WHERE "workspaceId" = NEW."workspaceId" AND "customerId" = NEW.id), ''));
  RETURN NEW;
END $$;
CREATE TRIGGER customer_search_text BEFORE INSERT OR UPDATE ON "Customer"
  FOR EACH ROW EXECUTE FUNCTION customer_search_text();

CREATE FUNCTION identity_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE identity "CustomerIdentity" := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  UPDATE "Customer" SET "searchText" = '' WHERE "workspaceId" = identity."workspaceId" AND id = identity."customerId";
  RETURN NULL;
END $$;
CREATE TRIGGER identity_search_text AFTER INSERT OR UPDATE OF value, "customerId" OR DELETE ON "CustomerIdentity"
  FOR EACH ROW EXECUTE FUNCTION identity_search_text();
