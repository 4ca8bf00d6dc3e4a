-- The requests on which somebody stands in copy are found by their address; most lines name recipients, and are left out.
CREATE INDEX "MessageAddress_copied" ON "MessageAddress" ("workspaceId", lower(address)) WHERE kind = 'cc';
