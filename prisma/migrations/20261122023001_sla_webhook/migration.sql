-- Which webhook is called when a target stays missed.
ALTER TABLE "SlaPolicy" ADD COLUMN "webhookEndpointId" UUID;

CREATE INDEX "SlaPolicy_workspaceId_webhookEndpointId_idx" ON "SlaPolicy"("workspaceId", "webhookEndpointId");

ALTER TABLE "SlaPolicy" ADD CONSTRAINT "SlaPolicy_workspaceId_webhookEndpointId_fkey" FOREIGN KEY ("workspaceId", "webhookEndpointId") REFERENCES "WebhookEndpoint"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
