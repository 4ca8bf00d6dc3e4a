import { z } from 'zod';
import { WEBHOOK_TYPES } from '@/domain/webhook/webhook';

/** A webhook as forms and programs give it; without an id it is a new one. */
export const webhookInput = z.object({
  id: z.uuid().optional(),
  name: z.string().trim().min(1).max(100),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  /** The events that it wants; none for one that only rules call. */
  types: z.array(z.enum(WEBHOOK_TYPES)).max(WEBHOOK_TYPES.length).default([]),
  active: z.boolean().default(true),
});
export type WebhookInput = z.output<typeof webhookInput>;
