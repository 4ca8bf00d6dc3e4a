import { z } from 'zod';
import type { SettingField } from '@/channels/contract';

/** An account on any server, by an application of its own (contracts D.5). */
export const mastodonConfig = z.object({
  server: z
    .string()
    .trim()
    .toLowerCase()
    .transform((value) => (value.startsWith('http') ? value : `https://${value}`))
    .pipe(z.url({ protocol: /^https$/ }).max(300))
    .transform((value) => new URL(value).origin),
  accessToken: z.string().trim().min(10).max(1000),
  /** The account's own id and name; learned from the server. */
  accountId: z.string().max(100).default(''),
  acct: z.string().max(200).default(''),
  /** How long a post may be on this server, learned from it. */
  maxCharacters: z.coerce.number().int().min(200).max(1_000_000).catch(500).default(500),
});
export type MastodonConfig = z.output<typeof mastodonConfig>;

export const mastodonSettings: readonly SettingField[] = [
  { name: 'server', kind: 'text', required: true },
  { name: 'accessToken', kind: 'secret', required: true },
];
