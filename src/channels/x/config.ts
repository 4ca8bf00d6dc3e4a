import { z } from 'zod';
import type { SettingField } from '@/channels/contract';

/** An account on X, and the app that speaks for it (contracts D.3). */
const settings = z.object({
  userId: z
    .string()
    .trim()
    .regex(/^\d{1,25}$/),
  consumerSecret: z.string().trim().min(10).max(200),
  bearerToken: z.string().trim().min(10).max(1000),
  clientId: z.string().trim().max(200).default(''),
  /** Of a confidential client; a public one has none. */
  clientSecret: z.string().trim().max(200).default(''),
  /** Good for one renewal, which brings the next one. */
  refreshToken: z.string().trim().max(1000).default(''),
  /** Learned from X, with the instant until which it is good (ISO 8601). */
  accessToken: z.string().max(1000).default(''),
  tokenUntil: z.string().max(40).default(''),
  /** Learned from X. */
  username: z.string().max(50).default(''),
});
export const xConfig = settings
  .refine(({ accessToken, refreshToken }) => accessToken !== '' || refreshToken !== '', {
    path: ['refreshToken'],
  })
  .refine(({ clientId, refreshToken }) => clientId !== '' || refreshToken === '', { path: ['clientId'] });
export type XConfig = z.output<typeof xConfig>;

export const xSettings: readonly SettingField[] = [
  { name: 'userId', kind: 'text', required: true },
  { name: 'consumerSecret', kind: 'secret', required: true },
  { name: 'bearerToken', kind: 'secret', required: true },
  { name: 'clientId', kind: 'text', required: true },
  { name: 'clientSecret', kind: 'secret', required: false },
  { name: 'refreshToken', kind: 'secret', required: true },
];
