import { z } from 'zod';
import type { SettingField } from '@/channels/contract';

const graphId = z
  .string()
  .trim()
  .regex(/^\d{5,25}$/);

/** A telephone number of the WhatsApp Business Cloud API, and the app that speaks for it (contracts D.2). */
export const whatsappConfig = z.object({
  phoneNumberId: graphId,
  businessId: graphId,
  accessToken: z.string().trim().min(10).max(1000),
  appSecret: z.string().trim().min(10).max(200),
  verifyToken: z.string().min(16).max(200),
});
export type WhatsappConfig = z.output<typeof whatsappConfig>;

export const whatsappSettings: readonly SettingField[] = [
  { name: 'phoneNumberId', kind: 'text', required: true },
  { name: 'businessId', kind: 'text', required: true },
  { name: 'accessToken', kind: 'secret', required: true },
  { name: 'appSecret', kind: 'secret', required: true },
  { name: 'verifyToken', kind: 'generated', required: true },
];
