import { z } from 'zod';
import type { SettingField } from '@/channels/contract';

/** An account on X, and the app that speaks for it (contracts D.3). */
export const xConfig = z.object({
  userId: z
    .string()
    .trim()
    .regex(/^\d{1,25}$/),
  consumerSecret: z.string().trim().min(10).max(200),
  bearerToken: z.string().trim().min(10).max(1000),
  accessToken: z.string().trim().min(10).max(1000),
  /** Learned from X. */
  username: z.string().max(50).default(''),
});
export type XConfig = z.output<typeof xConfig>;

export const xSettings: readonly SettingField[] = [
  { name: 'userId', kind: 'text', required: true },
  { name: 'consumerSecret', kind: 'secret', required: true },
  { name: 'bearerToken', kind: 'secret', required: true },
  { name: 'accessToken', kind: 'secret', required: true },
];
