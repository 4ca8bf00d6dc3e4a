import { z } from 'zod';

export const webhookIdInput = z.object({ endpointId: z.uuid() });
export type WebhookIdInput = z.output<typeof webhookIdInput>;

export const deliveryIdInput = z.object({ deliveryId: z.uuid() });
export type DeliveryIdInput = z.output<typeof deliveryIdInput>;
