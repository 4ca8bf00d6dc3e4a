import { z } from 'zod';
import type { SettingField } from '@/channels/contract';

const PREFIX = 'whsec_';

/** What we make is written as Standard Webhooks 1.0.0 writes secrets: `whsec_` and the bytes in base64. */
const asWebhookSecret = (value: string): string =>
  value.startsWith(PREFIX) ? value : PREFIX + Buffer.from(value, 'base64url').toString('base64');

/** An app of one's own: it calls us by a secret or a key of ours, and is called at an address of its own. */
export const apiConfig = z.object({
  /** Where answers are pushed to; empty: the app asks for them by the REST API. */
  url: z.union([z.literal(''), z.url({ protocol: /^https$/ }).max(500)]).default(''),
  /** Signs both directions (Standard Webhooks 1.0.0). */
  secret: z
    .string()
    .regex(/^(?:whsec_[A-Za-z0-9+/]{32,88}={0,2}|[\w-]{32,100})$/)
    .transform(asWebhookSecret),
  /** In place of a signature, for apps that cannot make one. */
  apiKey: z.string().regex(/^[\w-]{32,100}$/),
  /** What was good before the last renewal, and is good for a while longer. */
  previous: z.object({ secret: z.string(), apiKey: z.string(), until: z.iso.datetime() }).optional(),
  /** Keeps the people of two apps apart who have the same number. */
  appId: z.string().regex(/^[\w-]{16,100}$/),
});
export type ApiConfig = z.output<typeof apiConfig>;

/** The secrets and keys that are good at this instant, the newest first: for a day after a renewal there are two of each. */
export function goodAt(
  { secret, apiKey, previous }: ApiConfig,
  at: Date,
): readonly Readonly<{ secret: string; apiKey: string }>[] {
  const isGood = previous !== undefined && at < new Date(previous.until);
  return [{ secret, apiKey }, ...(isGood ? [previous] : [])];
}

export const apiSettings: readonly SettingField[] = [
  { name: 'url', kind: 'text', required: false },
  { name: 'secret', kind: 'generated', required: true },
  { name: 'apiKey', kind: 'generated', required: true },
  { name: 'appId', kind: 'generated', required: true },
];
