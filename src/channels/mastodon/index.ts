import { z } from 'zod';
import { type CallOutside, defineConversationChannel } from '@/channels/contract';
import { fetchByAddress } from '@/channels/lib/meta-send';
import { OPEN } from '@/domain/channel/reach';
import { fail, ok } from '@/domain/shared/result';
import { askServer, reasonOf } from './api';
import { type MastodonConfig, mastodonConfig, mastodonSettings } from './config';
import { deliver, NAMES_LENGTH } from './deliver';
import { pollMentions } from './poll';
import { readNotification } from './read-notification';

/** What servers take unless they were set up otherwise (Mastodon API, "supported_mime_types"). */
const MEDIA = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/heic',
  'image/heif',
  'video/',
  'audio/',
];

/** Mastodon: mentions and direct posts of an account, asked for at its server (contracts D.5). */
export const mastodon = defineConversationChannel<MastodonConfig>({
  kind: 'mastodon',
  config: mastodonConfig,
  settings: mastodonSettings,
  accountOf: ({ server, accountId }) => (accountId ? `${accountId}@${new URL(server).host}` : null),
  // The server calls nobody: what arrives at our door is not from it.
  isGenuine: () => false,
  read: readNotification,
  fetchFile: (file, _, call) => fetchByAddress(file, call),
  // The names of those who are answered take some of what the server allows.
  limits: (_, { maxCharacters }) => ({
    text: maxCharacters - NAMES_LENGTH,
    unit: 'characters',
    files: 4,
    withText: true,
    types: MEDIA,
    fileBytes: 16 * 1024 * 1024,
  }),
  warning: ({ data }) => (data['visibility'] === 'direct' ? 'direct_not_private' : null),
  reach: ({ blockedAt }) => (blockedAt ? { state: 'closed', why: 'blocked' } : OPEN),
  deliver,
  poll: pollMentions,
  check: async (config, call) => {
    const answer = await askServer(call, config, { path: '/api/v1/accounts/verify_credentials' });
    const me = z.object({ id: z.string(), acct: z.string() }).safeParse(answer.json);
    if (answer.status >= 300 || !me.success) {
      return fail({ code: 'channel.unreachable', reason: reasonOf(answer) });
    }
    const { id, acct } = me.data;
    const learned = { accountId: id, acct, ...(await learnLength(config, call)) };
    return ok({ name: `@${acct}@${new URL(config.server).host}`, learned });
  },
  sample: ({ id, text, name, at }) => {
    const account = { id: `test-${id}`, acct: `test.${id.slice(-6)}`, display_name: name, bot: false };
    const content = `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
    const status = { id, created_at: at.toISOString(), visibility: 'direct', content, account };
    return { headers: {}, bytes: Buffer.from(JSON.stringify({ id, type: 'mention', status })) };
  },
});

const instance = z.object({
  configuration: z.object({ statuses: z.object({ max_characters: z.int().min(200) }) }),
});

/** How long a post may be (contracts D.5); nothing where the server does not say. */
async function learnLength(config: MastodonConfig, call: CallOutside): Promise<Record<string, string>> {
  const answer = await askServer(call, config, { path: '/api/v2/instance' });
  const found = instance.safeParse(answer.json);
  return found.success ? { maxCharacters: String(found.data.configuration.statuses.max_characters) } : {};
}
