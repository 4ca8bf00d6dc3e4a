import { z } from 'zod';
import { type CallOutside, defineConversationChannel, type Polled } from '@/channels/contract';
import { fetchByAddress } from '@/channels/lib/meta-send';
import { OPEN } from '@/domain/channel/reach';
import { fail, ok } from '@/domain/shared/result';
import { askServer, reasonOf, secondsToWait } from './api';
import { type MastodonConfig, mastodonConfig, mastodonSettings } from './config';
import { deliver } from './deliver';
import { readNotification } from './read-notification';

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
  // The default of servers is 500; the names of those who are answered take some of it.
  limits: { text: 430, unit: 'characters', files: 4, withText: true, fileBytes: 16 * 1024 * 1024 },
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
    return ok({ name: `@${acct}@${new URL(config.server).host}`, learned: { accountId: id, acct } });
  },
  sample: ({ id, text, name, at }) => {
    const account = { id: `test-${id}`, acct: `test.${id.slice(-6)}`, display_name: name, bot: false };
    const content = `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
    const status = { id, created_at: at.toISOString(), visibility: 'direct', content, account };
    return { headers: {}, bytes: Buffer.from(JSON.stringify({ id, type: 'mention', status })) };
  },
});

const PAGE = 40;
const cursorShape = z.object({ minId: z.string() });
const notifications = z.array(z.looseObject({ id: z.string().min(1) }));

/** Mentions after the last one that was stored, the oldest first; the first time only the newest page. */
async function pollMentions(cursor: unknown, config: MastodonConfig, call: CallOutside): Promise<Polled> {
  const known = cursorShape.safeParse(cursor);
  const after = known.success ? `&min_id=${encodeURIComponent(known.data.minId)}` : '';
  const path = `/api/v1/notifications?types[]=mention&limit=${PAGE}${after}`;
  const answer = await askServer(call, config, { path });
  if (answer.status === 429) {
    return { items: [], cursor, more: false, retryAfterSeconds: secondsToWait(answer.headers) };
  }
  if (answer.status !== 200) throw new Error(reasonOf(answer));
  const found = notifications.parse(answer.json).reverse();
  const items = found.map((each) => ({
    key: `notification:${each.id}`,
    bytes: Buffer.from(JSON.stringify(each)),
  }));
  const last = found.at(-1)?.id;
  return {
    items,
    cursor: last ? { minId: last } : cursor,
    more: found.length === PAGE && known.success,
    retryAfterSeconds: null,
  };
}
