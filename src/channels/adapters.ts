import { api } from './api/index';
import type { ConversationChannel, WebhookChannel } from './contract';
import { facebook } from './facebook/index';
import { instagram } from './instagram/index';
import { mastodon } from './mastodon/index';
import { messenger } from './messenger/index';
import { telegram } from './telegram/index';
import { whatsapp } from './whatsapp/index';
import { x } from './x/index';

/** Every channel of conversations, by its kind. */
const CONVERSATIONS: Readonly<Record<string, ConversationChannel<unknown>>> = {
  telegram,
  whatsapp,
  messenger,
  facebook,
  instagram,
  mastodon,
  x,
  api,
};

/** Every channel that calls us at `/api/inbound/<kind>/<key>`: all of them, and those that bring something else than messages. */
const WEBHOOKS: Readonly<Record<string, WebhookChannel<unknown>>> = { ...CONVERSATIONS };

/** The adapter of a channel of conversations; null for kinds that are none. */
export const conversationChannel = (kind: string): ConversationChannel<unknown> | null =>
  Object.hasOwn(CONVERSATIONS, kind) ? (CONVERSATIONS[kind] ?? null) : null;

/** The adapter that reads what is brought for this kind; null for kinds that bring nothing here. */
export const webhookChannel = (kind: string): WebhookChannel<unknown> | null =>
  Object.hasOwn(WEBHOOKS, kind) ? (WEBHOOKS[kind] ?? null) : null;

/** The kinds of channels that can be asked for what is new. */
export const CONVERSATION_KINDS_ASKED = ['telegram', 'mastodon', 'x'] as const;
