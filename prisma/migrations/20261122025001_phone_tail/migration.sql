-- Callers are recognised by the last nine digits of numbers that people typed in their own way.
CREATE INDEX "CustomerIdentity_phone_tail" ON "CustomerIdentity" ("workspaceId", right(regexp_replace(value, '\D', '', 'g'), 9)) WHERE kind = 'phone';
