-- The list of customers by last contact: whoever never wrote stands last.
CREATE INDEX "Customer_contact" ON "Customer" ("workspaceId", coalesce("lastContactAt", '-infinity'::timestamptz), id);
-- Which organization has a mail domain.
CREATE INDEX "Organization_domains" ON "Organization" USING GIN (domains);
