import { z } from 'zod';
import type { SettingField } from '@/channels/contract';

/** Bot API: the token as @BotFather gives it; the secret is ours, 1–256 of A–Z a–z 0–9 _ - (setWebhook). */
export const telegramConfig = z.object({
  token: z
    .string()
    .trim()
    .regex(/^\d{3,20}:[\w-]{10,100}$/),
  secretToken: z.string().regex(/^[\w-]{16,256}$/),
  /** The bot's name without @; learned from Telegram. */
  username: z.string().max(64).default(''),
  /** Telegram calls us, or we ask Telegram, where no address of ours is open to the internet. */
  mode: z.enum(['webhook', 'poll']).default('webhook'),
});
export type TelegramConfig = z.output<typeof telegramConfig>;

export const telegramSettings: readonly SettingField[] = [
  { name: 'token', kind: 'secret', required: true },
  { name: 'mode', kind: 'choice', required: true, values: ['webhook', 'poll'] },
  { name: 'secretToken', kind: 'generated', required: true },
];

/** The bot's id is the first half of its token. */
export const botIdOf = ({ token }: TelegramConfig): string => token.slice(0, token.indexOf(':'));
