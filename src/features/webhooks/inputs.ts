import { z } from 'zod';
import { WEBHOOK_TYPES } from '@/domain/webhook/webhook';

export const webhookShape = {
  name: z.string().trim().min(1).max(100),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  /** The events that it wants; none for one that only rules call. */
  types: z.array(z.enum(WEBHOOK_TYPES)).max(WEBHOOK_TYPES.length).default([]),
  active: z.boolean().default(true),
} as const;

/** Without an id it is a new endpoint. */
export const webhookInput = z.object({ ...webhookShape, id: z.uuid().optional() });
export type WebhookInput = z.output<typeof webhookInput>;

export const webhookIdInput = z.object({ endpointId: z.uuid() });
export type WebhookIdInput = z.output<typeof webhookIdInput>;

export const deliveryIdInput = z.object({ deliveryId: z.uuid() });
export type DeliveryIdInput = z.output<typeof deliveryIdInput>;
