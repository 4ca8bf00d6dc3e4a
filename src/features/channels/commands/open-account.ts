import { conversationChannel, webhookChannel } from '@/channels/adapters';
import type { ConversationChannel, WebhookChannel } from '@/channels/contract';
import { seal, unseal } from '@/server/crypto/keys';

type Stored = Readonly<{ channel: string; sealedConfig: string | null }>;

/** An account with its adapter and its settings, secrets included. Never for a screen. */
export type Opened<Adapter> = Readonly<{ adapter: Adapter; config: unknown }>;

/** Opens the settings of an account that is called from outside; null when there is no adapter, or nothing was set up. */
export const openWebhookAccount = (stored: Stored): Opened<WebhookChannel<unknown>> | null =>
  opened(webhookChannel(stored.channel), stored);

/** Opens the settings of an account of conversations; null when there is no adapter, or nothing was set up. */
export const openConversationAccount = (stored: Stored): Opened<ConversationChannel<unknown>> | null =>
  opened(conversationChannel(stored.channel), stored);

function opened<Adapter extends WebhookChannel<unknown>>(
  adapter: Adapter | null,
  { sealedConfig }: Stored,
): Opened<Adapter> | null {
  if (!adapter || sealedConfig === null) return null;
  const config = adapter.config.safeParse(JSON.parse(unseal(sealedConfig)));
  return config.success ? { adapter, config: config.data } : null;
}

/** Sealed settings with others of what the vendor taught us in the meantime. */
export const relearned = (sealedConfig: string, learned: Readonly<Record<string, string>>): string =>
  sealAccount({ ...JSON.parse(unseal(sealedConfig)), ...learned });

/** The settings of an account as the database keeps them. */
export const sealAccount = (config: unknown): string => seal(JSON.stringify(config));
